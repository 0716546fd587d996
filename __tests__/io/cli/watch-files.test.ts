import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { watchedFiles } from "../../../src/io/cli/watched-files.js";
import { watchFiles, type FileWatch } from "../../../src/io/cli/watch-files.js";
import { folderOf, put } from "../../cli/temporary-tree.js";

const open: FileWatch[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.end();
});

function watching(folder: string, since = Date.now() + 60_000): FileWatch {
  const saves = watchFiles(20);
  open.push(saves);
  saves.cover([join(folder, "PLAN.md"), join(folder, "rules.yml")], since);
  return saves;
}

const files = { "PLAN.md": "# Plan\n", "rules.yml": "", "notes.txt": "" };

test("a document that is saved, put in place, added or removed beside it, is noticed", async () => {
  const folder = folderOf(files);
  const saves = watching(folder);
  put(folder, { "PLAN.md": "# Other\n" });
  expect(await saves.next()).toBe("saved");
  put(folder, { "new.swp": "# Third\n" });
  renameSync(join(folder, "new.swp"), join(folder, "PLAN.md"));
  expect(await saves.next()).toBe("saved");
  put(folder, { "second.md": "# Second\n" });
  expect(await saves.next()).toBe("saved");
  rmSync(join(folder, "second.md"));
  expect(await saves.next()).toBe("saved");
  put(folder, { "rules.yml": "gate: all\n" });
  expect(await saves.next()).toBe("saved");
});

test("what was written while it was being read is not missed", async () => {
  expect(await watching(folderOf(files), 0).next()).toBe("saved");
});

test("other files are nobody's business, and the end is the end", async () => {
  const folder = folderOf(files);
  const saves = watching(folder);
  put(folder, { "notes.txt": "later" });
  const next = saves.next();
  await new Promise((resolve) => setTimeout(resolve, 200));
  saves.end();
  expect(await next).toBe("ended");
  expect(await saves.next()).toBe("ended");
});

test("a check depends on its documents, on files named as base, and on the configuration", () => {
  const folder = folderOf({ ...files, "old.md": "" });
  const plans = [{ name: "PLAN.md", head: [{ path: "PLAN.md", text: "" }], base: null }];
  const of = (base: string | null, config: Parameters<typeof watchedFiles>[1]["config"]) =>
    watchedFiles({ plans, root: folder }, { files: ["PLAN.md"], base, config }, folder);
  expect(of("main", { kind: "usual" })).toEqual([join(folder, "PLAN.md"), join(folder, ".github/plan-gate.yml")]);
  expect(of("old.md", { kind: "file", path: "rules.yml" })).toEqual(
    ["PLAN.md", "old.md", "rules.yml"].map((name) => join(folder, name)),
  );
});
