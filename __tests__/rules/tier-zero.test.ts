import { describe, expect, it } from "@jest/globals";
import { tierZero } from "../../src/rules/tier-zero.js";
import { asked } from "../kit/check-rule.js";
import { type PlanNotation } from "../kit/plan-builder.js";
import { lines, testRule } from "../kit/test-rule.js";

const { messages } = asked(tierZero);

testRule(tierZero, {
  valid: [
    lines(
      "| Phase | Name | Tier | Depends on | Duration | Status |",
      "|---|---|---|---|---|---|",
      "| 1 | Base | 0 | none |  |  |",
      "| 2 | A | 1 | 1 |  |  |",
      "| 3 | B | 1 | 1 |  |  |",
      "| 4 | C | 1 | 1 |  |  |",
    ),
  ],
  invalid: [
    {
      plan: lines(
        "| Phase | Name | Tier | Depends on | Duration | Status |",
        "|---|---|---|---|---|---|",
        "| 1 | Base | 1 | none |  |  |",
        "| 2 | A | 2 | 1 |  |  |",
        "| 3 | B | 2 | 1 |  |  |",
        "| 4 | C | 2 | 1 |  |  |",
      ),
      expect: [
        "3:14 Phase 1 is in Tier 1, but it waits for nothing unfinished and 3 unfinished phases wait for it: from 3 on that is Tier 0.",
      ],
    },
    {
      plan: lines(
        "| Phase | Name | Tier | Depends on | Duration | Status |",
        "|---|---|---|---|---|---|",
        "| 1 | Base | 0 | none |  |  |",
        "| 2 | A | 1 | 1 |  |  |",
      ),
      expect: ["3:14 Phase 1 is in Tier 0, but only 1 phase depends on it: Tier 0 holds up at least 3 phases."],
    },
  ],
});

describe("tier-zero", () => {
  const dependents = (count: number, status: "done" | "not-started" = "not-started"): PlanNotation =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`D${i}`, { dependsOn: ["A"], status }]));

  it("says when too few phases wait for it", () => {
    expect(messages({ A: { tier: 0 }, ...dependents(2) })).toEqual([
      "Phase A is in Tier 0, but only 2 phases depend on it: Tier 0 holds up at least 3 phases.",
    ]);
  });

  it("says when it waits itself", () => {
    expect(messages({ X: {}, A: { tier: 0, dependsOn: ["X"] }, ...dependents(3) })).toEqual([
      "Phase A is in Tier 0, but it waits for Phase X: Tier 0 waits for nobody.",
    ]);
  });

  it("says both in one sentence", () => {
    expect(messages({ X: { tier: 1 }, A: { tier: 0, dependsOn: ["X"] } })).toEqual([
      "Phase A is in Tier 0, but it waits for Phase X and no phase depends on it: " +
        "Tier 0 waits for nobody and holds up at least 3 phases.",
    ]);
  });

  it("says when a phase declared later belongs there", () => {
    expect(messages({ A: { tier: 1 }, ...dependents(4) })).toEqual([
      "Phase A is in Tier 1, but it waits for nothing unfinished and 4 unfinished phases wait for it: from 3 on that is Tier 0.",
    ]);
  });

  it("lets a blocker stay one while its dependents are finished, and does not make one of it", () => {
    expect(messages({ A: { tier: 0 }, ...dependents(3, "done") })).toEqual([]);
    expect(messages({ A: { tier: 1 }, ...dependents(3, "done") })).toEqual([]);
  });

  it("follows the configured threshold, and leaves finished phases alone", () => {
    expect(messages({ A: { tier: 0 }, ...dependents(2) }, { blockerThreshold: 2 })).toEqual([]);
    expect(messages({ A: { tier: 0, status: "done" }, ...dependents(1) })).toEqual([]);
    expect(messages({ A: { tier: 1, status: "done" }, ...dependents(4) })).toEqual([]);
  });
});
