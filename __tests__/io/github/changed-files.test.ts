import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { ChangedFile } from "../../../src/io/github/changed-file.js";
import { changedFiles, treeDifference } from "../../../src/io/github/changed-files.js";
import { aPullRequest, FakeRepository, HEAD, MERGE_BASE } from "./fake-repository.js";

const many = (count: number): ChangedFile[] =>
  Array.from({ length: count }, (_, index) => ({ path: `f${index}`, kind: "modified" }));
const divergence = (files: readonly ChangedFile[]) => ({ baseSha: "base", mergeBaseSha: MERGE_BASE, files });

describe("the files of a change", () => {
  it("are the comparison's, when those are all", async () => {
    const repository = new FakeRepository();
    const files = many(299);
    expect(await changedFiles(repository, divergence(files), HEAD, aPullRequest({ changedFiles: 299 }))).toBe(files);
    expect(await changedFiles(repository, divergence(files), HEAD, null)).toBe(files);
    expect(repository.asked).toEqual([]);
  });

  it.each([300, 301, 2999])("are listed page by page, when there are %i", async (count) => {
    const repository = new FakeRepository();
    repository.listed = many(count);
    const found = await changedFiles(repository, divergence(many(300)), HEAD, aPullRequest({ changedFiles: count }));
    expect(found).toHaveLength(count);
    expect(repository.asked).toEqual(["files #7"]);
  });

  it.each([
    ["there are 3,000 or more", 3000, many(3000)],
    ["the pages are not complete", 1000, many(999)],
  ])("are read out of the trees, when %s", async (_, count, listed) => {
    const repository = new FakeRepository();
    repository.listed = listed;
    repository.files = { [MERGE_BASE]: { a: "1" }, [HEAD]: { a: "2" } };
    const found = await changedFiles(repository, divergence(many(300)), HEAD, aPullRequest({ changedFiles: count }));
    expect(found).toEqual([{ path: "a", kind: "modified" }]);
  });

  it("are read out of the trees without a pull request, as soon as the comparison may be cut", async () => {
    const repository = new FakeRepository();
    repository.files = { [MERGE_BASE]: {}, [HEAD]: { a: "2" } };
    expect(await changedFiles(repository, divergence(many(300)), HEAD, null)).toEqual([{ path: "a", kind: "added" }]);
  });
});

describe("the difference of two trees", () => {
  const tree = (files: Record<string, string>) =>
    Object.entries(files).map(([path, sha]) => ({ path, sha, mode: "100644", bytes: 1 }));

  it("tells added, modified, removed and renamed", () => {
    const base = tree({ same: "1", old: "2", gone: "3", moved: "4" });
    const head = [...tree({ same: "1", old: "5", "moved-to": "4", fresh: "6" })];
    expect(treeDifference(base, head)).toEqual([
      { path: "old", kind: "modified" },
      { path: "moved-to", kind: "renamed", previousPath: "moved" },
      { path: "fresh", kind: "added" },
      { path: "gone", kind: "removed" },
    ]);
  });

  it("sees a file that became a link", () => {
    const [file] = tree({ a: "1" });
    expect(treeDifference([file!], [{ ...file!, mode: "120000" }])).toEqual([{ path: "a", kind: "modified" }]);
  });

  it("uses up each file that went for one rename only", () => {
    const changes = treeDifference(tree({ a: "1" }), tree({ b: "1", c: "1" }));
    expect(changes.map(({ kind }) => kind)).toEqual(["renamed", "added"]);
  });

  it("undone gives base again", () => {
    const files = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e"), fc.constantFrom("1", "2", "3"));
    fc.assert(
      fc.property(files, files, (base, head) => {
        const paths = new Set(Object.keys(head));
        const changes = treeDifference(tree(base), tree(head));
        for (const change of changes)
          if (change.kind !== "modified" && change.kind !== "removed") paths.delete(change.path);
        for (const change of changes) {
          if (change.kind === "removed") paths.add(change.path);
          if (change.kind === "renamed") paths.add(change.previousPath);
        }
        expect([...paths].sort()).toEqual(Object.keys(base).sort());
      }),
    );
  });
});
