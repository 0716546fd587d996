import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { findingsAfterMerge } from "../../src/gate/findings-after-merge.js";
import type { SourceDocument } from "../../src/model/document.js";
import type { Finding } from "../../src/model/finding.js";
import type { Place } from "../../src/model/place.js";
import { phaseId } from "../kit/plan-builder.js";

const document = (lines: readonly string[], path = "PLAN.md"): SourceDocument => ({ path, text: lines.join("\n") });

/** The place of a whole line. */
function placeOf({ path, text }: SourceDocument, index: number): Place {
  const lines = text.split("\n");
  const offset = lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0);
  const { length } = lines[index]!;
  return {
    path,
    line: index + 1,
    column: 1,
    endLine: index + 1,
    endColumn: length + 1,
    offset,
    endOffset: offset + length,
  };
}

const finding = (place: Place, more: Partial<Finding> = {}): Finding => ({
  place,
  message: "Phase 3 waits.",
  phases: [phaseId("3")],
  ruleId: "intra-tier-dependency",
  severity: "error",
  plan: "PLAN.md",
  fingerprint: "f",
  isNew: true,
  waivedBy: null,
  ...more,
});

describe("what only the plan after the merge breaks", () => {
  const head = document(["# Plan", "a", "b"]);
  const merged = document(["# Plan", "from base", "a", "b"]);

  it("is shown where its line stands in the change, with its related places, and offers no edit", () => {
    const found = finding(placeOf(merged, 3), {
      related: [{ place: placeOf(merged, 2), message: "here" }],
      fix: { title: "t", safety: "safe", edits: [] },
    });
    const [shown, ...more] = findingsAfterMerge([], [{ findings: [found], documents: [merged] }], [head]);
    expect(more).toEqual([]);
    expect(shown).toMatchObject({
      place: placeOf(head, 2),
      message: "After the merge into the base branch as it is now: Phase 3 waits.",
      related: [{ place: placeOf(head, 1), message: "here" }],
    });
    expect(shown).not.toHaveProperty("fix");
  });

  it("is shown at the head of the document where base has brought the line", () => {
    const found = finding(placeOf(merged, 1));
    const [shown] = findingsAfterMerge([], [{ findings: [found], documents: [merged] }], [head]);
    expect(shown?.place).toMatchObject({ path: "PLAN.md", line: 1, offset: 0, endOffset: 0 });
  });

  it("is neither what the change has anyway nor what base has", () => {
    const known = finding(placeOf(merged, 3));
    const old = finding(placeOf(merged, 3), { fingerprint: "g", isNew: false });
    expect(findingsAfterMerge([known], [{ findings: [known, old], documents: [merged] }], [head])).toEqual([]);
  });

  it("leaves a place in base where it is", () => {
    const place: Place = { ...placeOf(merged, 3), revision: "base" };
    const [shown] = findingsAfterMerge([], [{ findings: [finding(place)], documents: [merged] }], [head]);
    expect(shown?.place).toEqual(place);
  });

  it("always stands on the same text, on the nearest line that has it", () => {
    const line = fc.constantFrom("a", "b", "c");
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.array(line, { minLength: 1 }), fc.nat(), (from, to, seed) => {
        const [before, after] = [document(from), document(to)];
        const index = seed % from.length;
        const [shown] = findingsAfterMerge(
          [],
          [{ findings: [finding(placeOf(before, index))], documents: [before] }],
          [after],
        );
        const distances = to.flatMap((text, at) => (text === from[index] ? [Math.abs(at - index)] : []));
        if (distances.length === 0) return expect(shown?.place.line).toBe(1);
        expect(Math.abs(shown!.place.line - 1 - index)).toBe(Math.min(...distances));
        expect(shown?.place).toEqual(placeOf(after, shown!.place.line - 1));
      }),
    );
  });
});
