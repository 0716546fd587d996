import { unregisteredService } from "../../src/rules/unregistered-service.js";
import { lines, testRule } from "../kit/test-rule.js";

const PHASES = [
  "| Phase | Depends on | Services |",
  "|---|---|---|",
  "| 1 | none | Mail Service |",
  "| 2 | 1 | Quay |",
] as const;
const HEAD = ["", "| Service | Owner | Version | Dependencies |", "|---|---|---|---|"] as const;

testRule(unregisteredService, {
  valid: [
    lines(...PHASES),
    lines(...PHASES, ...HEAD, "| `MailService` | Phase 1 | 1 | - |", "| Quay | Phase 2 | 1 | MailService (v2) |"),
    // A list of what a phase owns is no registry.
    lines(...PHASES, "", "## Phase 1 services", "", "- MailService"),
  ],
  invalid: [
    {
      plan: lines(...PHASES, ...HEAD, "| MailService | Phase 1 | 1 | Bank, Quay |"),
      expect: [
        "4:11 Phase 2 names Quay, which is not in the registry of services.",
        "8:31 MailService depends on Bank, which is not in the registry of services.",
      ],
    },
  ],
});
