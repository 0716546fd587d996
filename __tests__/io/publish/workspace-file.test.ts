import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { writeInWorkspace } from "../../../src/io/publish/workspace-file.js";

describe("a file in the workspace", () => {
  let root: string;
  let workspace: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "plan-gate-file-"));
    workspace = join(root, "workspace");
    await mkdir(workspace);
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it("is written, with its folders, and again over itself", async () => {
    const file = await writeInWorkspace(workspace, "out/report.json", "one");
    expect(file).toBe(join(workspace, "out/report.json"));
    await writeInWorkspace(workspace, file, "two");
    expect(await readFile(file, "utf8")).toBe("two");
    expect(await readdir(join(workspace, "out"))).toEqual(["report.json"]);
  });

  it.each(["../report.json", "/report.json", "a/../../report.json"])("is not written to %s", async (path) => {
    await expect(writeInWorkspace(workspace, path, "x")).rejects.toThrow("outside of the workspace");
  });

  it("replaces a link that a pull request put in its place, and leaves what it points to", async () => {
    const victim = join(root, "victim");
    await writeFile(victim, "untouched");
    await symlink(victim, join(workspace, "report.json"));
    await writeInWorkspace(workspace, "report.json", "x");
    expect(await readFile(victim, "utf8")).toBe("untouched");
    expect(await readFile(join(workspace, "report.json"), "utf8")).toBe("x");
  });

  it("does not follow a folder that leads out", async () => {
    await symlink(root, join(workspace, "out"));
    await expect(writeInWorkspace(workspace, "out/report.json", "x")).rejects.toThrow("outside of the workspace");
  });

  it("leaves nothing behind when it fails", async () => {
    await mkdir(join(workspace, "report.json"));
    await expect(writeInWorkspace(workspace, "report.json", "x")).rejects.toThrow();
    expect(await readdir(workspace)).toEqual(["report.json"]);
  });
});
