import { expect, test } from "@jest/globals";
import { ownedPaths } from "../../src/doctor/code-owners.js";

const isOwned = (text: string, path: string) => ownedPaths({ path: "CODEOWNERS", text })(path);

test.each([
  ["* @a", "docs/deep/x.md", true],
  ["*.yml @a", ".github/plan-gate.yml", true],
  ["*.yml @a", ".github/plan-gate.md", false],
  ["/.github/ @a", ".github/workflows/x.yml", true],
  ["workflows/ @a", ".github/workflows/x.yml", true],
  ["workflows/ @a", "workflows", false],
  ["/docs/* @a", "docs/x.md", true],
  ["/docs/* @a", "docs/deep/x.md", false],
  ["docs/deep @a", "docs/deep/x.md", true],
  ["docs/deep @a", "more/docs/deep/x.md", false],
  ["**/deep/** @a", "docs/deep/x.md", true],
  ["* @a\n/.github/", ".github/plan-gate.yml", false],
  ["* # @a", "x.md", false],
  ["# * @a", "x.md", false],
  ["", "x.md", false],
  ["/[x].md @a", "x.md", false],
])("%j and %s: %s", (text, path, expected) => {
  expect(isOwned(text, path)).toBe(expected);
});
