import { expect, test } from "@jest/globals";
import { repositoryPath } from "../../../src/io/sources/repository-path.js";

test.each([
  ["docs/PLAN.md", "docs/PLAN.md"],
  ["./docs//PLAN.md", "docs/PLAN.md"],
  ["..docs/a..b.md", "..docs/a..b.md"],
])("%s is %s", (written, path) => {
  expect(repositoryPath(written)).toBe(path);
});

test.each(["", ".", "/etc/passwd", "C:/x", "../x", "a/../../x", "a\\..\\x", "a\0b"])("%j is refused", (written) => {
  expect(() => repositoryPath(written)).toThrow(expect.objectContaining({ code: "bad-input" }));
});
