import { startedEarly } from "../../src/rules/started-early.js";
import { lines, testRule } from "../kit/test-rule.js";

const table = (...rows: readonly string[]): string =>
  lines("| Phase | Name | Tier | Depends on | Duration | Status |", "|---|---|---|---|---|---|", ...rows);

testRule(startedEarly, {
  valid: [
    table("| 1 | Dock | 1 | none |  | done |", "| 2 | Ferry | 2 | 1 |  | in progress |"),
    // Met by the author's word; without a status; a tangent; not begun.
    table("| 1 | Dock | 1 | none |  | not started |", "| 2 | Ferry | 2 | 1 ✅ |  | in progress |"),
    table("| 1 | Dock | 1 | none |  |  |", "| 2 | Ferry | 2 | 1 |  | in progress |"),
    table("| 1 | Dock | 1 | none |  | tangent |", "| 2 | Ferry | 2 | 1 |  | in progress |"),
    table("| 1 | Dock | 1 | none |  | not started |", "| 2 | Ferry | 2 | 1 |  | blocked |"),
    // Done is what done-before-dependency is about.
    table("| 1 | Dock | 1 | none |  | not started |", "| 2 | Ferry | 2 | 1 |  | done |"),
    // Reopened by this change: reopened-dependency says it.
    {
      base: table("| 1 | Dock | 1 | none |  | done |", "| 2 | Ferry | 2 | 1 |  | in progress |"),
      plan: table("| 1 | Dock | 1 | none |  | paused |", "| 2 | Ferry | 2 | 1 |  | in progress |"),
    },
  ],
  invalid: [
    {
      plan: table(
        "| 1 | Dock | 1 | none |  | not started |",
        "| 2 | Crew | 1 | none |  | in progress |",
        "| 3 | Ferry | 2 | 1, 2 |  | in progress |",
      ),
      expect: [
        "5:29 Phase 3 is in progress, but Phase 1, which it depends on, is not started. " +
          "Finish Phase 1 first, or take it out of what Phase 3 depends on.",
        "5:29 Phase 3 is in progress, but Phase 2, which it depends on, is in progress. " +
          "Finish Phase 2 first, or take it out of what Phase 3 depends on.",
      ],
    },
    {
      base: table("| 1 | Dock | 1 | none |  | paused |", "| 2 | Ferry | 2 | 1 |  | not started |"),
      plan: table("| 1 | Dock | 1 | none |  | paused |", "| 2 | Ferry | 2 | 1 |  | 40% |"),
      expect: [
        "4:26 Phase 2 is in progress, but Phase 1, which it depends on, is paused. " +
          "Finish Phase 1 first, or take it out of what Phase 2 depends on.",
      ],
    },
  ],
});
