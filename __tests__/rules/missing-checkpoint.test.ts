import { describe, expect, it } from "@jest/globals";
import { analyzePlan } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";
import { missingCheckpoint } from "../../src/rules/missing-checkpoint.js";
import { lines, testRule } from "../kit/test-rule.js";

const PLAN = [
  "| Phase | Tier | Depends on | Status |",
  "|---|---|---|---|",
  "| 1 | 0 | none | done |",
  "| 2 | 1 | 1 | |",
  "| 3 | 2 | 1, 2 | |",
  "",
];
const HEADING = "## Integration checkpoints";
const withEntries = (...entries: readonly string[]): string => lines(...PLAN, HEADING, "", ...entries);
const second = "4:11 Phase 1 of Tier 0 is done and Phase 2 of Tier 1 waits for it, but ";
const third = "5:11 Phase 1 of Tier 0 is done and Phase 3 of Tier 2 waits for it, but ";
const NONE = "no integration checkpoint covers it.";
const NOT_PASSED = "the integration checkpoint between them is not passed.";

testRule(missingCheckpoint, {
  valid: [
    // Without such a list.
    lines(...PLAN),
    lines(...PLAN, "## Checks", "", "- [ ] Tier 0 → Tier 1"),
    // The border of the tier that is left, or both ends by name.
    withEntries("- [x] Tier 0 → Tier 1"),
    withEntries("- Tier 0 → Tier 1: handed on ✅"),
    withEntries("- [x] Phase 1 → Phases 2, 3"),
    withEntries("- [ ] Tier 0 → Tier 1", "- [x] Phase 1 -> Phase 2", "- [x] Tier 0 to Tier 2"),
    // Over, in one tier, or history.
    lines(
      "| Phase | Tier | Depends on | Status |",
      "|---|---|---|---|",
      "| 1 | 0 | none | |",
      "| 2 | 1 | 1 | |",
      "",
      HEADING,
    ),
    lines(
      "| Phase | Tier | Depends on | Status |",
      "|---|---|---|---|",
      "| 1 | 1 | none | done |",
      "| 2 | 1 | 1 | |",
      "",
      HEADING,
    ),
    lines(
      "| Phase | Tier | Depends on | Status |",
      "|---|---|---|---|",
      "| 1 | N/A | none | done |",
      "| 2 | 1 | 1 | |",
      "",
      HEADING,
    ),
  ],
  invalid: [
    { plan: lines(...PLAN, HEADING), expect: [second + NONE, third + NONE] },
    { plan: withEntries("- [ ] Tier 0 → Tier 1"), expect: [second + NOT_PASSED, third + NOT_PASSED] },
    { plan: withEntries("- [x] Phase 1 → Phase 2"), expect: [third + NONE] },
    { plan: withEntries("- [x] Tier 0 → Tier 2", "- [ ] Phase 1 → 2"), expect: [second + NOT_PASSED] },
    { plan: withEntries("- [x] Tier 1 → Tier 2", "- [x] All is well"), expect: [second + NONE, third + NONE] },
  ],
});

describe("missing-checkpoint with tests of handoffs", () => {
  const settings = { ...defaults.settings, handoffTests: ["test/{from}-{to}"] };
  const head = (text: string) => analyzePlan("plan.md", [{ path: "plan.md", text }], settings);
  const tested = (from: string, to: string): boolean => from === "1" && to === "2";
  const context = { today: "2026-11-22", comparison: null, isHandoffTested: tested };
  const messages = (text: string) => [...missingCheckpoint.check(head(text), context)].map(({ message }) => message);

  it("takes a test for a checkpoint, in a plan with and without entries", () => {
    const missing =
      "Phase 1 of Tier 0 is done and Phase 3 of Tier 2 waits for it, but no integration checkpoint and no test covers it.";
    expect(messages(lines(...PLAN))).toEqual([missing]);
    expect(messages(withEntries("- [ ] Phase 1 → Phase 2"))).toEqual([missing]);
    expect(messages(withEntries("- [x] Phase 1 → Phase 3"))).toEqual([]);
  });
});
