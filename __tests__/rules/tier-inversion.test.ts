import { describe, expect, it } from "@jest/globals";
import { tierInversion } from "../../src/rules/tier-inversion.js";
import { asked } from "../kit/check-rule.js";
import { place, type PlanNotation } from "../kit/plan-builder.js";
import { lines, testRule } from "../kit/test-rule.js";

const { check, pairs, messages } = asked(tierInversion);

testRule(tierInversion, {
  valid: [
    lines(
      "| Phase | Name | Tier | Depends on | Duration | Status |",
      "|---|---|---|---|---|---|",
      "| 1 | Base | 2 | none | 2 weeks | done |",
      "| 2 | Next | 1 | 1 | 2 weeks | not started |",
    ),
  ],
  invalid: [
    {
      plan: lines(
        "| Phase | Name | Tier | Depends on | Duration | Status |",
        "|---|---|---|---|---|---|",
        "| 1 | Base | 2 | none | 2 weeks | not started |",
        "| 2 | Next | 1 | 1 | 2 weeks | not started |",
      ),
      expect: ["4:18 Phase 2 is in Tier 1 but depends on Phase 1, which is in the later Tier 2."],
      fixed: lines(
        "| Phase | Name | Tier | Depends on | Duration | Status |",
        "|---|---|---|---|---|---|",
        "| 1 | Base | 2 | none | 2 weeks | not started |",
        "| 2 | Next | 3 | 1 | 2 weeks | not started |",
      ),
    },
  ],
});

describe("tier-inversion", () => {
  it("names both tiers", () => {
    expect(messages({ A: { tier: 3 }, B: { tier: 2, dependsOn: ["A"] } })).toEqual([
      "Phase B is in Tier 2 but depends on Phase A, which is in the later Tier 3.",
    ]);
  });

  it("leaves equal and earlier tiers, finished and inferred dependencies alone", () => {
    const notation: PlanNotation = {
      A: { tier: 2 },
      B: { tier: 3, status: "done" },
      C: { tier: 3 },
      D: { tier: 2, dependsOn: ["A", "B", { id: "C", evidence: "inferred" }] },
      E: { tier: 3, dependsOn: ["A"] },
    };
    expect(pairs(notation)).toEqual([]);
  });

  it("offers to move the phase, and everything that then follows, behind all it waits for", () => {
    const [first, ...rest] = check({
      A: { tier: 3 },
      B: { tier: 1, dependsOn: ["A"] },
      C: { tier: 2, dependsOn: ["B"] },
      D: { tier: 9, dependsOn: ["C"] },
    });
    expect(rest).toEqual([]);
    expect(first?.fix?.title).toBe("Option A: move Phase B to Tier 4 and Phase C to Tier 5");
    expect(first?.fix?.edits.map(({ place: { line }, newText }) => `${line}:${newText}`)).toEqual(["2:4", "3:5"]);
  });

  it("offers nothing where the tier stands in a heading that others share", () => {
    const shared = { number: 1, text: "1", place: place(2, 5), isOwnText: false, isHistorical: false };
    const [violation] = check({ A: { tier: 3 }, B: { dependsOn: ["A"], model: { tier: shared } } });
    expect(violation).toBeDefined();
    expect(violation).not.toHaveProperty("fix");
  });

  it("offers nothing for phases that wait for each other, which no tier can mend", () => {
    const found = check({ A: { tier: 1, dependsOn: ["B"] }, B: { tier: 2, dependsOn: ["A"] } });
    expect(found.map(({ phases, fix }) => [phases.join("→"), fix])).toEqual([["A→B", undefined]]);
  });

  it("does not excuse a sequence", () => {
    expect(pairs({ A: { tier: 3, duration: 1 }, B: { tier: 2, dependsOn: ["A"], sequencedAfter: ["A"] } })).toEqual([
      "B→A",
    ]);
  });
});
