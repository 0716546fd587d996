import { inProgressScope } from "../../src/rules/in-progress-scope.js";
import { lines, testRule } from "../kit/test-rule.js";

const table = (...rows: readonly string[]): string =>
  lines("| Phase | Name | Tier | Depends on | Duration | Status |", "|---|---|---|---|---|---|", ...rows);

const dock = "| 1 | Dock | 1 | none |  | not started |";
const base = table(dock, "| 2 | Ferry | 2 | none | 2 weeks | in progress |");
const tasks = (status: string, ...boxes: readonly string[]): string =>
  lines(
    "## Phase 1: Dock",
    "",
    "**Depends on:** Phase 2",
    `**Status:** ${status}`,
    "",
    ...boxes,
    "",
    "## Phase 2: Rota",
  );

testRule(inProgressScope, {
  valid: [
    base,
    { base, plan: base },
    // Not in progress on base, or done now.
    {
      base: table(dock, "| 2 | Ferry | 2 | none |  | not started |"),
      plan: table(dock, "| 2 | Ferry | 2 | 1 |  | in progress |"),
    },
    { base, plan: table(dock, "| 2 | Ferry | 2 | 1 |  | done |") },
    // What is done or met holds nothing up; less is not more; a new estimate is no scope.
    { base, plan: table("| 1 | Dock | 1 | none |  | done |", "| 2 | Ferry | 2 | 1 | 2 weeks | in progress |") },
    { base, plan: table(dock, "| 2 | Ferry | 2 | 1 ✅ | 2 weeks | in progress |") },
    { base, plan: table(dock, "| 2 | Ferry | 2 | none | 5 weeks | in progress |") },
    {
      base: table(dock, "| 2 | Ferry | 2 | 1 |  | in progress |"),
      plan: table(dock, "| 2 | Ferry | 2 | none |  | in progress |"),
    },
  ],
  invalid: [
    {
      base,
      plan: table(dock, "| 2 | Ferry | 2 | Phase 1 | 2 weeks | in progress |"),
      expect: [
        "4:19 Phase 2 is in progress already, and this change adds a dependency on Phase 1. " +
          "Let those who work on it agree, or plan the addition as a phase of its own.",
      ],
    },
    {
      base: tasks("in progress", "- [x] 1.1 Piles", "- [ ] 1.2 Planks"),
      plan: tasks("in progress", "- [x] 1.1 Piles", "- [ ] 1.2 Planks", "- [ ] 1.3 Lamps", "- [ ] 1.4 Rails"),
      expect: [
        "1:4 Phase 1 is in progress already, and this change adds 2 tasks. " +
          "Let those who work on it agree, or plan the addition as a phase of its own.",
      ],
    },
    {
      base: lines("## Phase 1: Dock", "", "- **Status:** in progress", "- **Services:** DockService"),
      plan: lines("## Phase 1: Dock", "", "- **Status:** in progress", "- **Services:** DockService, CrewService"),
      expect: [
        "1:4 Phase 1 is in progress already, and this change adds the service CrewService. " +
          "Let those who work on it agree, or plan the addition as a phase of its own.",
      ],
    },
  ],
});
