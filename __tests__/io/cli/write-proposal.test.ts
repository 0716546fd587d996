import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { proposalText, writeProposal } from "../../../src/io/cli/write-proposal.js";
import type { ProposedFile } from "../../../src/model/proposal.js";
import { folderOf } from "../../cli/temporary-tree.js";

const file = (
  path: string,
  before: string | null,
  after: string,
  action: "write" | "keep" = "write",
): ProposedFile => ({
  path,
  before,
  after,
  action,
  about: "for a test",
});

test("new files come with their folders, documents are extended, what is to be kept is kept", async () => {
  const folder = folderOf({ "docs/PLAN.md": "old\n", "kept.yml": "mine\n" });
  const files = [
    file("a/b.yml", null, "new\n"),
    file("docs/PLAN.md", "old\n", "old\nnew\n"),
    file("kept.yml", "mine\n", "x", "keep"),
  ];
  expect(await writeProposal(files, folder)).toEqual(["a/b.yml", "docs/PLAN.md"]);
  const texts = ["a/b.yml", "docs/PLAN.md", "kept.yml"].map((path) => readFileSync(join(folder, path), "utf8"));
  expect(texts).toEqual(["new\n", "old\nnew\n", "mine\n"]);
});

test("a file that has come or changed meanwhile is not replaced", async () => {
  const folder = folderOf({ "new.yml": "theirs", "docs/PLAN.md": "changed" });
  await expect(writeProposal([file("new.yml", null, "mine")], folder)).rejects.toThrow(
    "new.yml cannot be written: EEXIST",
  );
  await expect(writeProposal([file("x.yml", null, "x"), file("docs/PLAN.md", "old", "new")], folder)).rejects.toThrow(
    "docs/PLAN.md cannot be written",
  );
  expect(readFileSync(join(folder, "new.yml"), "utf8")).toBe("theirs");
  expect(existsSync(join(folder, "x.yml"))).toBe(false);
});

test("a link does not lead the writing out of the repository", async () => {
  const [folder, outside] = [folderOf({}), folderOf({})];
  symlinkSync(outside, join(folder, ".github"));
  await expect(writeProposal([file(".github/plan-gate.yml", null, "x")], folder)).rejects.toThrow(
    ".github/plan-gate.yml would be written outside of the repository.",
  );
  expect(existsSync(join(outside, "plan-gate.yml"))).toBe(false);
});

test("everything is shown before, and cannot steer the terminal", () => {
  const text = proposalText({ files: [file("a.yml", null, "x: \u001b[31m\n")], remarks: ["Plans: none."] });
  expect(text).toBe("a.yml: for a test\n--- /dev/null\n+++ b/a.yml\n@@ -0,0 +1,1 @@\n+x: \uFFFD[31m\n\nPlans: none.\n");
  expect(proposalText({ files: [file("a", "x", "y", "keep")], remarks: [] })).toContain("is there and stays as it is");
});
