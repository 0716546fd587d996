import { describe, expect, it } from "@jest/globals";
import { limits } from "../../src/model/limits.js";
import { createNestingTest, NESTED_TOO_DEEPLY } from "../../src/dialects/shared/nesting.js";
import { readMarkdown } from "../kit/read-markdown.js";

/** Half a megabyte of each once kept the parser busy for minutes. */
const CROWDED = ["](", "*a", "_a ", "<!--", "<?", "~~a", "[", "![", "~", "/", "1-", "|a|\n|-|\n", "*a\n", "](\n"];
const PLACES: Readonly<Record<string, (text: string) => string>> = {
  line: (text) => `Of ${text}`,
  title: (text) => `# Plan\n\n## Phase 1: ${text}\n\n- **Tier:** 1\n`,
  field: (text) => `## Phase 1: Quay\n\n- **Depends on:** ${text}\n`,
  cell: (text) => `| Phase | Depends on |\n|--|--|\n| 1 | ${text.replace(/[|\n]/g, " ")} |\n`,
};

describe("a line of nothing but marks", () => {
  it.each(Object.entries(PLACES))("is read or told of, and the rest of the document is read: %s", (_, place) => {
    for (const marks of CROWDED) {
      const text = `${place(marks.repeat(100_000 / marks.length))}\n\n## Phase 88: Lighthouse\n\n- **Tier:** 4\n`;
      const { phases } = readMarkdown(text);
      expect([...phases.values()].map(({ title }) => title)).toContain("Lighthouse");
    }
  });

  it("is told of beyond the limit", () => {
    expect(readMarkdown(`# Plan\n\n${"*a".repeat(limits.marks + 1)}\n`).notices.map(({ message }) => message)).toEqual([
      NESTED_TOO_DEEPLY,
    ]);
    expect(readMarkdown(`# Plan\n\n${"*a".repeat(limits.marks)}\n`).notices).toEqual([]);
  });

  it("is counted anew in each entry, row and heading", () => {
    const isTooMuch = createNestingTest();
    const lines = ["- ", "| ", "## ", "1. "].flatMap((mark) =>
      Array.from({ length: 900 }, () => `${mark}**Phase 1** and *Phase 2* and [three](x)`),
    );
    expect(lines.filter(isTooMuch)).toEqual([]);
  });

  it("may be one of a hundred second rows of a table, without a blank line between", () => {
    const isTooMuch = createNestingTest();
    const rows = Array.from({ length: 250 }, () => ["| a |", "|---|"]).flat();
    expect(rows.filter(isTooMuch)).toHaveLength(2);
  });
});
