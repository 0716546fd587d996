import { lockNeedsUpdate } from "../../src/rules/lock-needs-update.js";
import { lines, testRule } from "../kit/test-rule.js";

const plan = (dependents: string, until: string): string =>
  lines(
    "## Registry",
    "",
    "| Service | Owner Phase | Dependent Phases |",
    "|---|---|---|",
    `| Mail | Phase 1 | ${dependents} |`,
    "",
    "## Locks",
    "",
    "| Service | Locked by | From | Until |",
    "|---|---|---|---|",
    `| Mail | Phase 1 | 2026-10-01 | ${until} |`,
  );

testRule(lockNeedsUpdate, {
  valid: [
    plan("Phase 2 ✅, Phase 3 ✅", "2026-11-20"),
    plan("Phase 2, Phase 3", "2026-11-20"),
    plan("Phase 2 ⏳", "2026-11-22"),
    plan("Phase 2 ⏳", "TBD"),
    plan("Phase 2 ⏳", ""),
    plan("Phase 1 ⏳", "2026-11-20"),
  ],
  invalid: [
    {
      plan: plan("Phase 2 ✅, Phase 3 ⏳", "2026-11-20"),
      expect: ["5:31 The lock of Mail ended on 2026-11-20, but Phase 3, which uses it, is not marked as updated."],
    },
  ],
});
