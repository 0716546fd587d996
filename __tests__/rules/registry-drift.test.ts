import { registryDrift } from "../../src/rules/registry-drift.js";
import { lines, testRule } from "../kit/test-rule.js";

const plan = (dependents: string, phase: string): string =>
  lines(
    "| Phase | Depends on | Status | Modifies |",
    "|---|---|---|---|",
    "| 1 | none |  | Mail |",
    phase,
    "| 3 | 1 |  |  |",
    "",
    "## Registry",
    "",
    "| Service | Owner Phase | Dependent Phases |",
    "|---|---|---|",
    `| Mail | Phase 1 | ${dependents} |`,
  );

testRule(registryDrift, {
  valid: [
    plan("Phase 2, 3", "| 2 | 3 |  |  |"),
    plan("All phases", "| 2 | none |  | Mail |"),
    // It may wait for the owner without saying so, or need not wait any more.
    plan("Phase 2, 3", "| 2 | none |  |  |"),
    plan("Phase 2, 3", "| 2 | 3, the harbour office |  |  |"),
    plan("Phase 2", "| 2 | 1 | done |  |"),
    lines(
      "## Registry",
      "",
      "| Service | Owner Phase | Dependent Phases |",
      "|---|---|---|",
      "| Mail | Phase 1 | Phase 7 |",
    ),
  ],
  invalid: [
    {
      plan: plan("Phase 2", "| 2 | 4 |  |  |\n| 4 | none |  |  |"),
      expect: [
        "12:20 The registry says that Phase 2 uses Mail, which Phase 1 is yet to finish, but Phase 2 does not wait for Phase 1.",
      ],
    },
    {
      plan: plan("Phase 7", "| 2 | 1, Mail |  |  |"),
      expect: [
        "11:20 The registry says that Phase 7 uses Mail, but the plan has no such phase.",
        "11:20 Phase 2 names Mail, but the registry does not list it among the phases that use it.",
      ],
    },
  ],
});
