import { describe, expect, it } from "@jest/globals";
import type { DiffRow } from "../../src/model/report.js";
import { suggestedChanges } from "../../src/render/suggested-changes.js";
import { findingOf, reportOf } from "../kit/report-builder.js";

const row = (line: number, before: string | null, after: string | null, path = "docs/plan.md"): DiffRow => ({
  path,
  line,
  before,
  after,
});

const withDiff = (diff: readonly DiffRow[], more: Partial<Parameters<typeof findingOf>[0]> = {}) =>
  findingOf({
    ruleId: "r",
    message: "m",
    fingerprint: JSON.stringify(diff),
    fix: { title: "Mend it", safety: "safe", edits: [], diff },
    ...more,
  });

const partsOf = (...diff: DiffRow[]) =>
  suggestedChanges(reportOf({ findings: [withDiff(diff)] }))[0]?.parts.map(({ line, before, after }) => [
    line,
    before,
    after,
  ]);

describe("suggested changes", () => {
  it("are whole lines, those that follow one another together", () => {
    expect(partsOf(row(5, "a", "b"))).toEqual([[5, ["a"], ["b"]]]);
    expect(partsOf(row(5, "a", "b"), row(6, "c", "d"))).toEqual([[5, ["a", "c"], ["b", "d"]]]);
    expect(partsOf(row(5, "a", "b"), row(8, "c", "d"))).toEqual([
      [5, ["a"], ["b"]],
      [8, ["c"], ["d"]],
    ]);
    expect(partsOf(row(5, "a", "b"), row(6, "c", null))).toEqual([[5, ["a", "c"], ["b"]]]);
    expect(partsOf(row(5, "a", null))).toEqual([[5, ["a"], []]]);
  });

  it("tell lines that are put in from lines that follow them", () => {
    expect(partsOf(row(5, "a", "b"), row(6, null, "n"), row(6, "c", "d"))).toEqual([
      [5, ["a"], ["b", "n"]],
      [6, ["c"], ["d"]],
    ]);
    expect(partsOf(row(5, null, "n"), row(6, "c", "d"))).toEqual([
      [5, [], ["n"]],
      [6, ["c"], ["d"]],
    ]);
  });

  it("are part for part of one file", () => {
    expect(partsOf(row(5, "a", "b"), row(6, "c", "d", "docs/other.md"))).toHaveLength(2);
  });

  it("come once for all findings they mend, of those that count, the most important first", () => {
    const same = [row(5, "a", "b")];
    const findings = [
      withDiff(same, { severity: "warning", fingerprint: "w" }),
      withDiff([row(9, "x", "y")], { severity: "notice", fingerprint: "n" }),
      withDiff(same, { fingerprint: "e" }),
      withDiff([row(1, "x", "y")], { isNew: false, fingerprint: "old" }),
      withDiff([row(2, "x", "y")], { waivedBy: "kim", fingerprint: "waived" }),
      withDiff([], { fingerprint: "none" }),
      findingOf({ ruleId: "r", message: "no way out" }),
    ];
    expect(suggestedChanges(reportOf({ findings })).map((change) => change.findings)).toEqual([["e", "w"], ["n"]]);
  });

  it("say what they mend, harmless, and that parts belong together", () => {
    const findings = [withDiff([row(5, "a", "b"), row(9, "c", "d")], { message: "@bob <b>" })];
    const [change] = suggestedChanges(reportOf({ findings }));
    expect(change!.words(1)).toBe("**Plan gate** `r`: @\u2060bob &lt;b&gt;\n\nMend it (part 2 of 2: take all of them)");
    const fix = { title: "Guess", safety: "review", edits: [], diff: [row(5, "a", "b")] } as const;
    const [guess] = suggestedChanges(reportOf({ findings: [findingOf({ ruleId: "r", message: "m", fix })] }));
    expect(guess!.words(0)).toMatch(/^\*\*Plan gate\*\* `r`: m\n\nGuess\n\nPlease look/);
  });
});
