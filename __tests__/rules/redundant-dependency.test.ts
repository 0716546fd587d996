import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { redundantDependency } from "../../src/rules/redundant-dependency.js";
import { asked } from "../kit/check-rule.js";
import type { PhaseNotation, PlanNotation } from "../kit/plan-builder.js";
import { judge, lines, testRule } from "../kit/test-rule.js";

const { check, pairs, messages } = asked(redundantDependency);
/** A plan of phases 1, 2, 3 … with these cells of dependencies. */
const table = (...cells: readonly string[]) =>
  lines(
    "| Phase | Name | Depends on |",
    "|---|---|---|",
    ...cells.map((cell, index) => `| ${index + 1} | Pier ${index + 1} | ${cell} |`),
  );

testRule(redundantDependency, {
  valid: [table("none", "1", "2"), table("none", "1", "Phase 1-2"), table("none", "1", "1 ✅, 2")],
  invalid: [
    {
      plan: table("none", "1", "1, 2"),
      expect: ["5:16 Phase 3 depends on Phase 1, which is implied: it waits for Phase 2, which waits for Phase 1."],
      fixed: table("none", "1", "2"),
    },
    {
      plan: table("none", "1", "2", "Phase 1, Phase 2, Phase 3"),
      expect: [
        "6:16 Phase 4 depends on Phase 1, which is implied: it waits for Phase 2, which waits for Phase 1. So is Phase 2.",
      ],
      fixed: table("none", "1", "2", "Phase 3"),
    },
    {
      plan: table("none", "1", "2, 1"),
      expect: ["5:19 Phase 3 depends on Phase 1, which is implied: it waits for Phase 2, which waits for Phase 1."],
    },
    {
      plan: table("none", "1", "Phase 1 (quay only), Phase 2"),
      expect: ["5:16 Phase 3 depends on Phase 1, which is implied: it waits for Phase 2, which waits for Phase 1."],
    },
    {
      plan: table("none", "1", "Phase 1, 2"),
      expect: ["5:16 Phase 3 depends on Phase 1, which is implied: it waits for Phase 2, which waits for Phase 1."],
    },
  ],
});

describe("redundant-dependency", () => {
  const triangle = (more: Partial<Record<"A" | "B" | "C", PhaseNotation>>): PlanNotation => ({
    A: { ...more.A },
    B: { dependsOn: ["A"], ...more.B },
    C: { dependsOn: ["A", "B"], ...more.C },
  });

  it("names the phases involved, the one at fault first, and where the others stand", () => {
    const [violation] = check({
      A: {},
      B: { dependsOn: ["A"] },
      C: { dependsOn: ["B"] },
      D: { dependsOn: ["A", "B", "C"] },
    });
    expect(violation?.phases).toEqual(["D", "A", "B"]);
    expect(violation?.related?.map(({ message }) => message)).toEqual(["Phase B is named here"]);
  });

  it("shortens long chains and long lists", () => {
    const ids = [..."ABCDEFGH"];
    const chain = ids.map((id, index) => [id, { dependsOn: ids.slice(index - 1, index) }] as const);
    expect(messages([...chain, ["Z", { dependsOn: ["A", "H"] }]])).toEqual([
      "Phase Z depends on Phase A, which is implied: it waits for Phase H, which waits for Phase G, which waits for " +
        "Phase F, which waits for Phase E, which waits for others that wait for Phase A.",
    ]);
    expect(messages([...chain, ["Z", { dependsOn: ids }]])[0]).toMatch(
      / So are Phase B, Phase C, Phase D, Phase E and 2 more\.$/,
    );
  });

  it("offers no edit for what another place states, too", () => {
    const rows = table("none", "1", "1, 2");
    expect(judge(redundantDependency, { plan: rows })[0]?.fix).toBeDefined();
    for (const other of ["## Phase 1\n\n- **Blocks:** 3", "## Phase 3\n\n- **Depends on:** Phase 1"]) {
      const found = judge(redundantDependency, { plan: `${rows}\n${other}\n` });
      expect(found.map(({ phases, fix }) => [phases, fix])).toEqual([[["3", "1"], undefined]]);
    }
  });

  it.each<[string, PlanNotation]>([
    ["a phase that is done", triangle({ C: { status: "done" } })],
    ["what is done", triangle({ A: { status: "done" } })],
    ["what leads over a phase that is done", triangle({ B: { status: "done" } })],
    ["what is marked as met", triangle({ C: { dependsOn: [{ id: "A", satisfied: true }, "B"] } })],
    ["what leads over something marked as met", triangle({ B: { dependsOn: [{ id: "A", satisfied: true }] } })],
    ["what was read out of prose", triangle({ C: { dependsOn: [{ id: "A", evidence: "inferred" }, "B"] } })],
    ["what prose implies", triangle({ B: { dependsOn: [{ id: "A", evidence: "inferred" }] } })],
    ["phases in a circle", triangle({ A: { dependsOn: ["C"] } })],
  ])("leaves %s alone", (_, notation) => {
    expect(pairs(notation)).toEqual([]);
  });

  it("offers edits that take away what it speaks of, and nothing that anybody waits for", () => {
    fc.assert(
      fc.property(fc.array(fc.subarray([1, 2, 3, 4, 5]), { minLength: 2, maxLength: 6 }), (rows) => {
        const plan = table(...rows.map((awaited, index) => awaited.filter((one) => one <= index).join(", ") || "none"));
        for (const { fix, place } of judge(redundantDependency, { plan })) {
          if (fix === undefined) continue;
          const fixed = fix.edits
            .toSorted((one, other) => other.place.offset - one.place.offset)
            .reduce((text, edit) => text.slice(0, edit.place.offset) + text.slice(edit.place.endOffset), plan);
          expect(judge(redundantDependency, { plan: fixed }).filter((left) => left.place.line === place.line)).toEqual(
            [],
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
