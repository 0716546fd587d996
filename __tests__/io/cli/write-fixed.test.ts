import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { writeFixed } from "../../../src/io/cli/write-fixed.js";
import { folderOf } from "../../cli/temporary-tree.js";

const before = [
  { path: "a.md", text: "one\ntwo\nthree\n" },
  { path: "b.md", text: "same\n" },
];
const fixed = {
  before,
  after: [{ path: "a.md", text: "ONE\nTWO\n" }, before[1]!],
  rounds: [
    [
      { path: "a.md", line: 1, before: "one", after: "ONE" },
      { path: "a.md", line: 2, before: "two", after: "TWO" },
      { path: "a.md", line: 4, before: "three", after: null },
    ],
  ],
  titles: ["shout"],
  skipped: ["whisper"],
  forReview: ["sing\u001b[31m"],
};
const files = { "a.md": before[0]!.text, "b.md": before[1]!.text };
const read = (folder: string): string => readFileSync(join(folder, "a.md"), "utf8");

describe("writeFixed", () => {
  it("writes what changed, and prints it as a diff with all that was not made", async () => {
    const folder = folderOf(files);
    expect(await writeFixed(fixed, false, folder)).toBe(
      [
        "--- a.md",
        "+++ a.md",
        "@@ line 1 @@",
        "-one",
        "+ONE",
        "-two",
        "+TWO",
        "@@ line 4 @@",
        "-three",
        "1 fix made:",
        "  shout",
        "Left out, because another fix is in the way; run it again:",
        "  whisper",
        "Not made, because a person should look at it; --all makes it, too:",
        "  sing\uFFFD[31m",
        "",
      ].join("\n"),
    );
    expect(read(folder)).toBe("ONE\nTWO\n");
  });

  it("writes nothing in a dry run", async () => {
    const folder = folderOf(files);
    expect(await writeFixed(fixed, true, folder)).toContain("1 fix would be made:");
    expect(read(folder)).toBe(before[0]!.text);
  });

  it("says so when there is nothing to fix", async () => {
    const nothing = { before, after: before, rounds: [], titles: [], skipped: [], forReview: [] };
    expect(await writeFixed(nothing, false, folderOf(files))).toBe("Nothing to fix.\n");
  });

  it("writes over nothing that it has not read", async () => {
    const folder = folderOf({ ...files, "a.md": "edited meanwhile\n" });
    await expect(writeFixed(fixed, false, folder)).rejects.toThrow(/a\.md cannot be written/);
    expect(read(folder)).toBe("edited meanwhile\n");
  });
});
