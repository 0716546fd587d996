import { reopenedDependency } from "../../src/rules/reopened-dependency.js";
import { lines, testRule } from "../kit/test-rule.js";

const table = (...rows: readonly string[]): string =>
  lines("| Phase | Name | Tier | Depends on | Duration | Status |", "|---|---|---|---|---|---|", ...rows);

const base = table("| 1 | Dock | 1 | none |  | done |", "| 2 | Ferry | 2 | 1 |  | not started |");

testRule(reopenedDependency, {
  valid: [
    table("| 1 | Dock | 1 | none |  | in progress |", "| 2 | Ferry | 2 | 1 |  | in progress |"),
    { base, plan: base },
    { base, plan: table("| 1 | Dock | 1 | none |  | in progress |", "| 2 | Ferry | 2 | 1 |  | not started |") },
    { base, plan: table("| 1 | Dock | 1 | none |  | in progress |", "| 2 | Ferry | 2 | 1 |  | paused |") },
    // Met by the author's word; the status is only gone; work that is dropped.
    { base, plan: table("| 1 | Dock | 1 | none |  | in progress |", "| 2 | Ferry | 2 | 1 ✅ |  | done |") },
    { base, plan: table("| 1 | Dock | 1 | none |  |  |", "| 2 | Ferry | 2 | 1 |  | done |") },
    { base, plan: table("| 1 | Dock | 1 | none |  | deprecated |", "| 2 | Ferry | 2 | 1 |  | done |") },
  ],
  invalid: [
    {
      base,
      plan: table("| 1 | Dock | 1 | none |  | in progress |", "| 2 | Ferry | 2 | 1 |  | 10% |"),
      expect: [
        "3:28 Phase 1 was done and is in progress again, but Phase 2 (in progress) depends on it. " +
          "Plan what is left as a phase of its own, or set Phase 2 back, too.",
      ],
    },
    // Under another id it is the same phase.
    {
      base,
      plan: table(
        "| 7 | Dock | 1 | none |  | not started |",
        "| 2 | Ferry | 2 | 7 |  | done |",
        "| 3 | Crew | 2 | 7 |  | in progress |",
      ),
      expect: [
        "3:28 Phase 7 was done and is not started again, but Phase 2 (done) and Phase 3 (in progress) depend on it. " +
          "Plan what is left as a phase of its own, or set those 2 phases back, too.",
      ],
    },
  ],
});
