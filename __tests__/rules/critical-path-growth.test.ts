import { criticalPathGrowth } from "../../src/rules/critical-path-growth.js";
import { lines, testRule } from "../kit/test-rule.js";

const table = (...rows: readonly string[]): string =>
  lines("| Phase | Name | Tier | Depends on | Duration | Status |", "|---|---|---|---|---|---|", ...rows);

const base = table("| 1 | Dock | 1 | none | 3 weeks |  |", "| 2 | Ferry | 1 | none | 2 weeks |  |");
const chained = table("| 1 | Dock | 1 | none | 3 weeks |  |", "| 2 | Ferry | 2 | 1 | 2 weeks |  |");

testRule(criticalPathGrowth, {
  valid: [
    base,
    { base, plan: base },
    { base: chained, plan: base },
    // Longer, but not on the path; longer, but finished meanwhile; within what is allowed.
    { base, plan: table("| 1 | Dock | 1 | none | 3 weeks |  |", "| 2 | Ferry | 1 | none | 3 weeks |  |") },
    { base, plan: table("| 1 | Dock | 1 | none | 9 weeks | done |", "| 2 | Ferry | 2 | 1 | 3 weeks |  |") },
    { base, plan: chained, settings: { growthAllowanceWeeks: 2 } },
    // How long base was, nobody knew.
    {
      base: table("| 1 | Dock | 1 | none |  |  |", "| 2 | Ferry | 2 | 1 | 2 weeks |  |"),
      plan: table("| 1 | Dock | 1 | none | 3 weeks |  |", "| 2 | Ferry | 2 | 1 | 2 weeks |  |"),
    },
    {
      base: table("| 1 | Dock | 1 | 2 | 3 weeks |  |", "| 2 | Ferry | 2 | 1 | 2 weeks |  |"),
      plan: chained,
    },
  ],
  invalid: [
    {
      base,
      plan: chained,
      expect: [
        "4:1 The critical path of what is left grows by 2 weeks, from 3 weeks to 5 weeks: Phase 2 now waits for Phase 1. " +
          "Shorten or split a phase on it, let one wait for less, or agree on the later end.",
      ],
    },
    {
      base,
      plan: table(
        "| 1 | Dock | 1 | none | 6 weeks |  |",
        "| 2 | Ferry | 1 | none | 2 weeks |  |",
        "| 3 | Crew | 2 | 1 | 1 day |  |",
      ),
      settings: { growthAllowanceWeeks: 3 },
      expect: [
        "3:1 The critical path of what is left grows by 3.2 weeks, from 3 weeks to 6.2 weeks; allowed are 3 weeks: " +
          "Phase 1 takes 6 weeks instead of 3 weeks and Phase 3 is new. " +
          "Shorten or split a phase on it, let one wait for less, or agree on the later end.",
      ],
    },
    {
      base: table("| 1 | Dock | 1 | none | 4 weeks | 75% |"),
      plan: table("| 1 | Dock | 1 | none | 4 weeks | 50% |"),
      expect: [
        "3:1 The critical path of what is left grows by 1 week, from 1 week to 2 weeks: Phase 1 is at 50 % instead of 75 %. " +
          "Shorten or split a phase on it, let one wait for less, or agree on the later end.",
      ],
    },
    {
      base: table("| 1 | Dock | 1 | none | 3 weeks | done |", "| 2 | Ferry | 1 | none | 2 weeks |  |"),
      plan: base,
      expect: [
        "3:1 The critical path of what is left grows by 1 week, from 2 weeks to 3 weeks: Phase 1 is no longer done. " +
          "Shorten or split a phase on it, let one wait for less, or agree on the later end.",
      ],
    },
  ],
});
