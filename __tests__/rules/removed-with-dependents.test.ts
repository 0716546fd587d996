import { removedWithDependents } from "../../src/rules/removed-with-dependents.js";
import { lines, testRule } from "../kit/test-rule.js";

const table = (...rows: readonly string[]): string =>
  lines("| Phase | Name | Tier | Depends on | Duration | Status |", "|---|---|---|---|---|---|", ...rows);

const base = table(
  "| 1 | Dock | 1 | none | 3 weeks |  |",
  "| 2 | Ferry | 2 | Phase 1 |  |  |",
  "| 3 | Crew | 2 | Phase 1 |  |  |",
);

testRule(removedWithDependents, {
  valid: [
    base,
    { base, plan: base },
    // Nobody names it any more, or only what is done does.
    { base, plan: table("| 2 | Ferry | 2 | none |  |  |", "| 3 | Crew | 2 | none |  |  |") },
    { base, plan: table("| 2 | Ferry | 2 | Phase 1 |  | done |", "| 3 | Crew | 2 | none |  |  |") },
    // Renumbered, and everybody knows.
    {
      base,
      plan: table(
        "| 9 | Dock | 1 | none | 3 weeks |  |",
        "| 2 | Ferry | 2 | Phase 9 |  |  |",
        "| 3 | Crew | 2 | 9 |  |  |",
      ),
    },
    // Renumbered and retitled a little: the same dependents and duration.
    {
      base,
      plan: table(
        "| 9 | New dock | 1 | none | 3 weeks |  |",
        "| 2 | Ferry | 2 | Phase 9 |  |  |",
        "| 3 | Crew | 2 | 9 |  |  |",
      ),
    },
    // A reference that never led anywhere.
    {
      base: table("| 2 | Ferry | 2 | Phase 8 |  |  |", "| 7 | Rota | 1 | none |  |  |"),
      plan: table("| 2 | Ferry | 2 | Phase 8 |  |  |"),
    },
  ],
  invalid: [
    {
      base,
      plan: table(
        "| 2 | Ferry | 2 | Phase 1 |  |  |",
        "| 3 | Crew | 2 | none |  |  |",
        "| 4 | Rota | 2 | Phase 1.2 |  |  |",
      ),
      expect: [
        "3:1 Phase 1 is removed, but Phase 2 and Phase 4 still depend on Phase 1. " +
          "Keep it while it is needed, mark it as deprecated, or take it out there.",
      ],
    },
    {
      base,
      plan: table(
        "| 9 | Dock | 1 | none | 3 weeks |  |",
        "| 2 | Ferry | 2 | Phase 1 |  |  |",
        "| 3 | Crew | 2 | 9 |  |  |",
      ),
      expect: ["3:1 Phase 1 is Phase 9 now, but Phase 2 still depends on Phase 1. Name Phase 9 there."],
      fixed: table(
        "| 9 | Dock | 1 | none | 3 weeks |  |",
        "| 2 | Ferry | 2 | Phase 9 |  |  |",
        "| 3 | Crew | 2 | 9 |  |  |",
      ),
    },
    {
      base: table("| 1 | Dock | 1 | none |  |  |", "| 2 | Ferry | 2 | Phase 1.4 |  |  |"),
      plan: table("| 9 | Dock | 1 | none |  |  |", "| 2 | Ferry | 2 | Phase 1.4 |  |  |"),
      expect: ["3:1 Phase 1 is Phase 9 now, but Phase 2 still depends on Phase 1. Name Phase 9 there."],
    },
  ],
});
