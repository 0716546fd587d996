import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { fixDocuments } from "../../src/fix/fix-documents.js";
import { couldStartEarlier } from "../../src/rules/could-start-earlier.js";
import { intraTierDependency } from "../../src/rules/intra-tier-dependency.js";
import { tierInversion } from "../../src/rules/tier-inversion.js";
import { asked } from "../kit/check-rule.js";
import { place, type PlanNotation } from "../kit/plan-builder.js";
import { judge, lines, testRule } from "../kit/test-rule.js";

const { check, pairs, messages } = asked(couldStartEarlier);

testRule(couldStartEarlier, {
  valid: [
    lines(
      "| Phase | Name | Tier | Depends on | Duration | Status |",
      "|---|---|---|---|---|---|",
      "| 1 | Base | 1 | none | 3 weeks |  |",
      "| 2 | A | 2 | 1 |  |  |",
    ),
    lines(
      "| Phase | Name | Tier | Depends on | Duration | Status |",
      "|---|---|---|---|---|---|",
      "| 1 | Base | 1 | none | 3 weeks |  |",
      "| 2 | A | 2 | 1 |  |  |",
      "| 3 | B | 2 | legal clearance |  |  |",
    ),
  ],
  invalid: [
    {
      plan: lines(
        "| Phase | Name | Tier | Depends on | Duration | Status |",
        "|---|---|---|---|---|---|",
        "| 1 | Base | 1 | none | 3 weeks |  |",
        "| 2 | A | 2 | 1 |  |  |",
        "| 3 | B | 2 | none |  |  |",
      ),
      expect: ["5:11 Phase 3 is in Tier 2, but its dependencies allow Tier 1: it would start 3 weeks earlier."],
      fixed: lines(
        "| Phase | Name | Tier | Depends on | Duration | Status |",
        "|---|---|---|---|---|---|",
        "| 1 | Base | 1 | none | 3 weeks |  |",
        "| 2 | A | 2 | 1 |  |  |",
        "| 3 | B | 1 | none |  |  |",
      ),
    },
  ],
});

describe("could-start-earlier", () => {
  it("tells the weeks to gain", () => {
    expect(
      messages({
        A: { tier: 1, duration: 15 },
        B: { tier: 2, duration: 2 },
        C: { tier: 2, duration: 3, dependsOn: ["A"] },
      }),
    ).toEqual(["Phase B is in Tier 2, but its dependencies allow Tier 1: it would start 15 weeks earlier."]);
  });

  it("tells no weeks where none are gained", () => {
    expect(messages({ A: { tier: 1 }, B: { tier: 3, dependsOn: ["A"] } })).toEqual([
      "Phase B is in Tier 3, but its dependencies allow Tier 2.",
    ]);
  });

  it("says nothing about a plan that names no dependency at all", () => {
    expect(messages({ A: { tier: 1 }, B: { tier: 2 } })).toEqual([]);
  });

  it.each<[string, PlanNotation]>([
    ["a phase that has begun", { A: { tier: 2, status: "in-progress" } }],
    ["a phase that is done", { A: { tier: 2, status: "done" } }],
    [
      "a phase that waits for something nobody can resolve",
      {
        A: {
          tier: 2,
          model: { unresolved: [{ text: "contracts", reason: "text", evidence: "explicit", place: place(1) }] },
        },
      },
    ],
    [
      "a phase that breaks its tier",
      { Z: { tier: 1 }, A: { tier: 3, status: "in-progress", dependsOn: ["Z"] }, B: { tier: 3, dependsOn: ["A"] } },
    ],
  ])("leaves %s alone", (_, notation) => {
    expect(pairs(notation)).toEqual([]);
  });

  describe("the move it offers", () => {
    const fixes = (notation: PlanNotation) => check(notation).map(({ phases, fix }) => [phases[0], fix?.title]);

    it("is an edit of the phase's own tier", () => {
      const [violation] = check({ A: { tier: 1 }, B: { tier: 3, dependsOn: ["A"] } });
      expect(violation?.fix).toEqual({
        title: "move Phase B to Tier 2",
        safety: "review",
        edits: [{ place: place(2, 5), newText: "2" }],
      });
    });

    it("is not offered where it would put the phase before one it waits for", () => {
      expect(fixes({ A: { tier: 4 }, B: { tier: 5, dependsOn: ["A"] } })).toEqual([
        ["A", "move Phase A to Tier 1"],
        ["B", undefined],
      ]);
    });

    it("is offered beside a phase that it may be sequenced after", () => {
      const notation = (duration: number): PlanNotation => ({
        X: { tier: 1 },
        A: { tier: 2, duration, dependsOn: ["X"], status: "in-progress" },
        B: { tier: 4, dependsOn: ["A"], sequencedAfter: ["A"] },
      });
      expect(fixes(notation(2))).toEqual([["B", "move Phase B to Tier 3"]]);
    });

    it("is not offered for a tier that stands in a heading others share", () => {
      const shared = { number: 3, text: "3", place: place(2, 5), isOwnText: false, isHistorical: false };
      expect(fixes({ A: { tier: 1 }, B: { dependsOn: ["A"], model: { tier: shared } } })).toEqual([["B", undefined]]);
    });

    it("breaks no tier rule, whatever the plan", () => {
      const row = fc.record({ tier: fc.integer({ min: 1, max: 5 }), dependsOn: fc.array(fc.nat(9), { maxLength: 2 }) });
      fc.assert(
        fc.property(fc.array(row, { minLength: 2, maxLength: 10 }), (rows) => {
          const plan = lines(
            "| Phase | Name | Tier | Depends on |",
            "|---|---|---|---|",
            ...rows.map(({ tier, dependsOn }, index) => {
              const earlier = dependsOn.filter((other) => other < index).map((other) => other + 1);
              return `| ${index + 1} | Name ${index + 1} | ${tier} | ${earlier.join(", ") || "none"} |`;
            }),
          );
          const broken = (text: string) =>
            [intraTierDependency, tierInversion].flatMap((rule) => judge(rule, { plan: text })).length;
          for (const { fix } of judge(couldStartEarlier, { plan })) {
            if (fix === undefined) continue;
            const moved = fixDocuments([{ path: "plan.md", text: plan }], [fix]).documents[0]!.text;
            expect(broken(moved)).toBeLessThanOrEqual(broken(plan));
          }
        }),
        { numRuns: 60 },
      );
    });
  });

  it("leaves Tier 0 to tier-zero", () => {
    const notation: PlanNotation = {
      A: { tier: 1 },
      B: { dependsOn: ["A"] },
      C: { dependsOn: ["A"] },
      D: { dependsOn: ["A"] },
    };
    expect(pairs(notation)).toEqual([]);
  });
});
