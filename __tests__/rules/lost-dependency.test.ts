import { lostDependency } from "../../src/rules/lost-dependency.js";
import { lines, testRule } from "../kit/test-rule.js";

const table = (...rows: readonly string[]): string =>
  lines("| Phase | Name | Tier | Depends on | Duration | Status |", "|---|---|---|---|---|---|", ...rows);

const dock = "| 1 | Dock | 1 | none |  |  |";
const base = table(dock, "| 2 | Ferry | 2 | Phase 1 (berths), a licence |  |  |");

testRule(lostDependency, {
  valid: [
    base,
    { base, plan: base },
    // Decided; replaced by another phase; met.
    { base, plan: table(dock, "| 2 | Ferry | 2 | none |  |  |") },
    { base, plan: table(dock, "| 2 | Ferry | 2 |  |  |  |") },
    { base, plan: table(dock, "| 2 | Ferry | 2 | Phase 3 |  |  |", "| 3 | Crew | 1 | none |  |  |") },
    { base, plan: table(dock, "| 2 | Ferry | 2 | Phase 1 ✅ COMPLETE |  |  |") },
    // The rest was there before, or comes beside a phase; the phase itself is gone.
    { base, plan: table(dock, "| 2 | Ferry | 2 | a licence |  |  |") },
    { base, plan: table(dock, "| 2 | Ferry | 2 | Phase 3, a harbour master |  |  |", "| 3 | Crew | 1 | none |  |  |") },
    { base, plan: table("| 2 | Ferry | 2 | a harbour master |  |  |") },
  ],
  invalid: [
    {
      base,
      plan: table(dock, "| 2 | Ferry | 2 | ✅ COMPLETE - All 49 cabins are tested |  |  |"),
      expect: [
        '4:19 Phase 2 depended on Phase 1; where that was written now stands "✅ COMPLETE - All 49 cabins are tested". ' +
          'Name it again and put this elsewhere, or write "none" if Phase 2 depends on nothing.',
      ],
    },
    {
      base: table(dock, "| 2 | Ferry | 2 | 1, 3 |  |  |", "| 3 | Crew | 1 | none |  |  |"),
      plan: table(dock, "| 2 | Ferry | 2 | 3, ✅ done |  |  |", "| 3 | Crew | 1 | none |  |  |"),
      expect: [
        '4:22 Phase 2 depended on Phase 1; where that was written now stands "✅ done". ' +
          'Name it again and put this elsewhere, or write "none" if Phase 2 depends on nothing.',
      ],
    },
    {
      base: lines("## Phase 1: Dock", "", "## Phase 2: Ferry", "", "**Depends on:** Phase 1"),
      plan: lines("## Phase 1: Dock", "", "## Phase 2: Ferry", "", "**Depends on:** to be discussed"),
      expect: [
        '5:17 Phase 2 depended on Phase 1; where that was written now stands "to be discussed". ' +
          'Name it again and put this elsewhere, or write "none" if Phase 2 depends on nothing.',
      ],
    },
  ],
});
