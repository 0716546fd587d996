import { parallelClaim } from "../../src/rules/parallel-claim.js";
import { lines, testRule } from "../kit/test-rule.js";

const plan = (second: string, third: string): string =>
  lines("## Phase 1: Pier", "", "## Phase 2: Ramp", "", second, "", "## Phase 3: Radio", "", third);

testRule(parallelClaim, {
  valid: [
    plan("**Parallel with:** Phase 3", "**Depends on:** Phase 1"),
    // The other direction is no dependency of its own.
    plan("**Independent:** no dependencies on Phase 3", "**Depends on:** Phase 2"),
    plan("**Parallel with:** Phase 3 after the flood", "**Depends on:** Phase 2"),
    plan("**Parallel with:** Phase 3\n**Status:** done", "**Depends on:** Phase 2"),
    plan("**Parallel with:** Phase 9", "**Depends on:** Phase 2"),
  ],
  invalid: [
    {
      plan: plan("**Parallel with:** Phase 3 (same crew)", "**Depends on:** Phase 2"),
      expect: ["5:20 Phase 2 is said to run in parallel with Phase 3, but Phase 3 waits for Phase 2."],
    },
    {
      plan: plan(
        "**Depends on:** Phase 1",
        "**Depends on:** Phase 2\n**Independent:** no dependencies on Phase 1, etc.",
      ),
      expect: [
        "10:18 Phase 3 is said to not depend on Phase 1, but Phase 3 waits for Phase 1 (Phase 3 after Phase 2 after Phase 1).",
      ],
    },
  ],
});
