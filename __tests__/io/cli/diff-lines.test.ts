import { expect, test } from "@jest/globals";
import { diffLines } from "../../../src/io/cli/diff-lines.js";

test("a new file is all added", () => {
  expect(diffLines("a.yml", null, "x\ny\n")).toEqual(["--- /dev/null", "+++ b/a.yml", "@@ -0,0 +1,2 @@", "+x", "+y"]);
});

test("an insertion has three lines around it", () => {
  expect(diffLines("a.md", "1\r\n2\r\n3\r\n4\r\n5\r\n", "1\r\n2\r\n3\r\n4\r\nnew\r\n5\r\n")).toEqual([
    "--- a/a.md",
    "+++ b/a.md",
    "@@ -2,4 +2,5 @@",
    " 2",
    " 3",
    " 4",
    "+new",
    " 5",
  ]);
});

test("a file that becomes another shows what goes and what comes", () => {
  expect(diffLines("a", "x\nsame\n", "y\nsame\n").slice(3)).toEqual(["-x", "+y", " same"]);
  expect(diffLines("a", "same", "same")).toEqual([]);
});
