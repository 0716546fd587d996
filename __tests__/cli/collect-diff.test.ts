import { expect, test } from "@jest/globals";
import { collectDiff } from "../../src/io/cli/collect-plans.js";
import { commit, folderOf, git, put, repositoryOf } from "./temporary-tree.js";

/** Three states: `main`, `HEAD` (a branch), and what is on disk. */
function repository(): string {
  const folder = repositoryOf({ "docs/PLAN.md": "# One\n", "old/PLAN.md": "# Old\n", "new/PLAN.md": "# New\n" });
  git(folder, "checkout", "--quiet", "-b", "branch");
  put(folder, { "docs/PLAN.md": "# Two\n" });
  commit(folder);
  put(folder, { "docs/PLAN.md": "# Three\n" });
  return folder;
}

async function texts(base: string, head: string | null): Promise<unknown> {
  const { plans } = await collectDiff({ base, head, config: { kind: "usual" } }, repository(), []);
  return plans.map((plan) => [plan.base?.map(({ text }) => text.trim()), plan.head.map(({ text }) => text.trim())]);
}

test.each<[string, string | null, string, string]>([
  ["main", "HEAD", "# One", "# Two"],
  ["HEAD", "main", "# Two", "# One"],
  ["main", null, "# One", "# Three"],
  ["main", "docs/PLAN.md", "# One", "# Three"],
  ["main", "docs/*.md", "# One", "# Three"],
  ["HEAD", "docs", "# Two", "# Three"],
  ["old/PLAN.md", "new/PLAN.md", "# Old", "# New"],
  ["old", "new", "# Old", "# New"],
])("%s against %s", async (base, head, before, after) => {
  expect(await texts(base, head)).toEqual([[[before], [after]]]);
});

test.each([
  ["docs/PLAN.md", "HEAD", /one file, and HEAD a whole revision/],
  ["main", "nosuch", /"nosuch" is not in this repository/],
  ["./nosuch.md", "docs/PLAN.md", /no file or folder \.\/nosuch\.md/],
])("%s against %s cannot be had", async (base, head, message) => {
  await expect(texts(base, head)).rejects.toThrow(message);
});

test("what is a branch as well as a folder is not guessed", async () => {
  const folder = repositoryOf({ "docs/PLAN.md": "# One\n" });
  git(folder, "branch", "docs");
  const ask = (head: string) => collectDiff({ base: "main", head, config: { kind: "usual" } }, folder, []);
  await expect(ask("docs")).rejects.toThrow("docs is a revision as well as a file or folder.");
  expect((await ask("./docs")).plans).toHaveLength(1);
  expect((await ask("refs/heads/docs")).plans).toHaveLength(1);
});

test("two files need no repository", async () => {
  const folder = folderOf({ "a.md": "# A\n", "b.md": "# B\n" });
  const { plans } = await collectDiff({ base: "a.md", head: "b.md", config: { kind: "usual" } }, folder, []);
  expect(plans).toMatchObject([{ name: "b.md", base: [{ path: "a.md" }], head: [{ path: "b.md" }] }]);
});
