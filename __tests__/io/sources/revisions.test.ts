import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { gitRevision } from "../../../src/io/sources/git-revision.js";
import type { Revision } from "../../../src/io/sources/revision.js";
import { workingTree } from "../../../src/io/sources/working-tree.js";
import { folderOf, put, repositoryOf } from "../../cli/temporary-tree.js";

const files = { "b.md": "b\r\n", "a/é.md": "", "a/c.md": "\uFEFFc" };

const revisions: [string, () => Promise<Revision>][] = [
  ["a folder", () => Promise.resolve(workingTree(folderOf(files)))],
  ["a work tree", () => Promise.resolve(workingTree(repositoryOf(files)))],
  ["a commit", () => gitRevision(repositoryOf(files), "main")],
];

describe.each(revisions)("%s", (_, open) => {
  test("lists its files by code unit and reads them in the order asked for, as they are", async () => {
    const revision = await open();
    expect(await revision.list()).toEqual(["a/c.md", "a/é.md", "b.md"]);
    expect(await revision.read(["b.md", "none.md", "a/é.md", "a", "a/c.md"])).toEqual({
      documents: [
        { path: "b.md", text: "b\r\n" },
        { path: "a/é.md", text: "" },
        { path: "a/c.md", text: "\uFEFFc" },
      ],
      remarks: [],
    });
    expect(await revision.read([])).toEqual({ documents: [], remarks: [] });
  });
});

test("a work tree lists what is new and not what is ignored; a folder skips other people's documents", async () => {
  const repository = repositoryOf({ ".gitignore": "out/\n", "a.md": "" });
  put(repository, { "new.md": "", "out/b.md": "" });
  expect(await workingTree(repository).list()).toEqual([".gitignore", "a.md", "new.md"]);
  const folder = folderOf({ "node_modules/x/a.md": "", "in/node_modules/a.md": "", "in/a.md": "" });
  expect(await workingTree(folder).list()).toEqual(["in/a.md"]);
});

test("a file that git knows and that is gone from disk is left out", async () => {
  const repository = repositoryOf({ "a.md": "", "b.md": "" });
  rmSync(join(repository, "a.md"));
  expect((await workingTree(repository).read(["a.md", "b.md"])).documents).toEqual([{ path: "b.md", text: "" }]);
});

test("a way out of the tree is refused", async () => {
  const tree = workingTree(folderOf({ "in/a.md": "" }));
  await expect(tree.read(["../a.md"])).rejects.toMatchObject({ code: "bad-input" });
  await expect(tree.read(["/etc/passwd"])).rejects.toMatchObject({ code: "bad-input" });
});

const onPosix = process.platform === "win32" ? test.skip : test;

onPosix("a folder behind a link out of the tree is refused, a link in a circle is unreadable", async () => {
  const outside = folderOf({ "a.md": "" });
  const folder = folderOf({});
  symlinkSync(outside, join(folder, "linked"));
  symlinkSync("circle.md", join(folder, "circle.md"));
  await expect(workingTree(folder).read(["linked/a.md"])).rejects.toMatchObject({ code: "bad-input" });
  await expect(workingTree(folder).read(["circle.md"])).rejects.toMatchObject({ code: "unreadable" });
});

test.each(["", "-x", "--all", "a b", "a\nb", "a\0b"])("%j is no name of a revision", async (ref) => {
  await expect(gitRevision(repositoryOf(files), ref)).rejects.toMatchObject({ code: "bad-arguments" });
});

test("an unknown revision, a blob, no repository", async () => {
  const repository = repositoryOf(files);
  await expect(gitRevision(repository, "none")).rejects.toMatchObject({ code: "no-such-revision" });
  await expect(gitRevision(repository, "main:b.md")).rejects.toMatchObject({ code: "no-such-revision" });
  await expect(gitRevision(folderOf({}), "main")).rejects.toMatchObject({ code: "no-such-revision" });
});
