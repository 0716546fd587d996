import { doneBeforeDependency } from "../../src/rules/done-before-dependency.js";
import { lines, testRule } from "../kit/test-rule.js";

const table = (...rows: readonly string[]): string =>
  lines("| Phase | Name | Tier | Depends on | Duration | Status |", "|---|---|---|---|---|---|", ...rows);

testRule(doneBeforeDependency, {
  valid: [
    table("| 1 | Dock | 1 | none |  | done |", "| 2 | Ferry | 2 | 1 |  | done |"),
    // Historical; met by the author's word; without a status; only begun, which started-early is about.
    table("| 1 | Dock | N/A (historical) | none |  | not started |", "| 2 | Ferry | 2 | 1 |  | done |"),
    table("| 1 | Dock | 1 | none |  | not started |", "| 2 | Ferry | 2 | 1 ✅ |  | done |"),
    table("| 1 | Dock | 1 | none |  |  |", "| 2 | Ferry | 2 | 1 |  | done |"),
    table("| 1 | Dock | 1 | none |  | not started |", "| 2 | Ferry | 2 | 1 |  | in progress |"),
    {
      base: table("| 1 | Dock | 1 | none |  | done |", "| 2 | Ferry | 2 | 1 |  | done |"),
      plan: table("| 1 | Dock | 1 | none |  | in progress |", "| 2 | Ferry | 2 | 1 |  | done |"),
    },
  ],
  invalid: [
    {
      plan: table("| 1 | Dock | 1 | none |  | blocked |", "| 2 | Ferry | 2 | 1 |  | done |"),
      expect: [
        "4:26 Phase 2 is done, but Phase 1, which it depends on, is blocked. " +
          "If Phase 1 is over, mark it done; if Phase 2 did not need it, take it out of the dependencies.",
      ],
    },
  ],
});
