import { describe, expect, it } from "@jest/globals";
import { analyzePlan } from "../../src/check-plan.js";
import { comparePlans } from "../../src/compare/compare-plans.js";
import { defaults } from "../../src/config/defaults.js";
import { newPhasePosition } from "../../src/rules/new-phase-position.js";
import { lines, testRule } from "../kit/test-rule.js";

const table = (...rows: readonly string[]): string =>
  lines("| Phase | Name | Tier | Depends on | Duration | Status |", "|---|---|---|---|---|---|", ...rows);

const base = table("| 1 | Dock | 1 | none |  |  |", "| 2 | Ferry | 2 | 1 |  |  |");

testRule(newPhasePosition, {
  valid: [
    table("| 2 | Ferry | 2 | 1 |  |  |", "| 1 | Dock | 1 | none |  |  |"),
    { base, plan: base },
    // Behind what it waits for, and before those that wait for it.
    {
      base,
      plan: table("| 1 | Dock | 1 | none |  |  |", "| 3 | Crew | 1 | 1 |  |  |", "| 2 | Ferry | 2 | 1, 3 |  |  |"),
    },
    // What is done or met holds nothing up; older phases may stand as they do.
    {
      base,
      plan: table("| 3 | Crew | 1 | 1 |  |  |", "| 1 | Dock | 1 | none |  | done |", "| 2 | Ferry | 2 | 1 |  |  |"),
    },
    { base, plan: table("| 2 | Ferry | 2 | 1 |  |  |", "| 1 | Dock | 1 | none |  |  |", "| 3 | Crew | 1 | 1 |  |  |") },
    // A plan that is new as a whole.
    { base: lines("# Plan"), plan: table("| 2 | Ferry | 2 | 1 |  |  |", "| 1 | Dock | 1 | none |  |  |") },
  ],
  invalid: [
    {
      base,
      plan: table("| 3 | Crew | 1 | 1, 2 |  |  |", "| 1 | Dock | 1 | none |  |  |", "| 2 | Ferry | 2 | 1 |  |  |"),
      expect: ["3:1 Phase 3 is new and stands before Phase 2, which it depends on. Move it behind Phase 2."],
    },
    {
      base,
      plan: table("| 1 | Dock | 1 | 4 |  |  |", "| 2 | Ferry | 2 | 1, 4 |  |  |", "| 4 | Rota | 1 | none |  |  |"),
      expect: ["5:1 Phase 4 is new and stands behind Phase 1, which depends on it. Move it before Phase 1."],
    },
    // Two new ones: one finding.
    {
      base,
      plan: table(
        "| 1 | Dock | 1 | none |  |  |",
        "| 2 | Ferry | 2 | 1 |  |  |",
        "| 3 | Crew | 2 | 4 |  |  |",
        "| 4 | Rota | 1 | none |  |  |",
      ),
      expect: ["5:1 Phase 3 is new and stands before Phase 4, which it depends on. Move it behind Phase 4."],
    },
  ],
});

describe("new-phase-position: documents", () => {
  const before = table("| 1 | Dock | 1 | none |  |  |");
  const after = table("| 2 | Ferry | 2 | 1 |  |  |", "| 1 | Dock | 1 | none |  |  |");
  const judged = (base: Record<string, string>, head: Record<string, string>) => {
    const analyzed = (documents: Record<string, string>) =>
      analyzePlan(
        "plan",
        Object.entries(documents).map(([path, text]) => ({ path, text })),
        defaults.settings,
      );
    const comparison = comparePlans(analyzed(base), analyzed(head));
    return [...newPhasePosition.check(comparison, { today: "2026-11-22", comparison })].map(({ phases }) => phases[0]);
  };

  it("judges a document that was renamed", () => {
    expect(judged({ "base.md": before }, { "plan.md": after })).toEqual(["2"]);
  });

  it("leaves alone what stands in a document of its own", () => {
    const own = table("| 8 | Kiosk | 2 | 9 |  |  |", "| 9 | Tiles | 1 | none |  |  |");
    expect(judged({ "plan.md": before }, { "plan.md": before, "kiosk.md": own })).toEqual([]);
  });
});
