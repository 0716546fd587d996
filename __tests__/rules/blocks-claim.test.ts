import { blocksClaim } from "../../src/rules/blocks-claim.js";
import { lines, testRule } from "../kit/test-rule.js";

const plan = (said: string, fourth = "**Depends on:** Phase 2"): string =>
  lines(
    "## Phase 1: Pier",
    "",
    said,
    "",
    "## Phase 2: Ramp",
    "",
    "## Phase 3: Radio",
    "",
    "**Depends on:** Phase 1",
    "",
    "## Phase 4: Locks",
    "",
    fourth,
  );

testRule(blocksClaim, {
  valid: [
    plan("**Reason:** Blocks Phase 3"),
    plan("**Reason:** Blocks Phase 2"),
    plan("**Reason:** Blocks Phase 4", "**Depends on:** Phase 2, the harbour office"),
    plan("**Example:** Blocks Phase 4"),
    plan("**Blocks:** Phase 4"),
  ],
  invalid: [
    {
      plan: plan("**Reason:** Blocks Phases 3, 4"),
      expect: ["3:3 Phase 1 is said to block Phase 4, but that does not wait for it."],
    },
  ],
});
