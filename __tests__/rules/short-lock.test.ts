import { shortLock } from "../../src/rules/short-lock.js";
import { lines, testRule } from "../kit/test-rule.js";

const plan = (services: string, duration: string, from: string, until: string): string =>
  lines(
    "| Phase | Duration | Modifies |",
    "|---|---|---|",
    `| 1 | ${duration} | ${services} |`,
    "",
    "## Locks",
    "",
    "| Service | Locked by | From | Until |",
    "|---|---|---|---|",
    `| Mail | Phase 1 | ${from} | ${until} |`,
  );

testRule(shortLock, {
  valid: [
    plan("Mail", "2 weeks", "2026-12-01", "2026-12-21"),
    plan("Mail", "2 weeks", "Week 3", "Week 5"),
    plan("Mail", "2-4 weeks", "2026-12-01", "2026-12-21"),
    // It may take less for each, or be something else.
    plan("Mail, Quay", "20 weeks", "2026-12-01", "2026-12-14"),
    plan("", "20 weeks", "2026-12-01", "2026-12-14"),
    // Over, without an end, or unclear.
    plan("Mail", "2 weeks", "2026-11-01", "2026-11-07"),
    plan("Mail", "2 weeks", "2026-12-01", ""),
    plan("Mail", "2 weeks", "2026-12-01", "soon"),
    plan("Mail", "", "2026-12-01", "2026-12-02"),
  ],
  invalid: [
    {
      plan: plan("Mail", "2 weeks", "2026-12-01", "2026-12-14"),
      expect: [
        "9:33 Phase 1 locks Mail for 2 weeks, but it takes 2 weeks, and a week of testing belongs to it: 3 weeks are needed.",
      ],
      fixed: plan("Mail", "2 weeks", "2026-12-01", "2026-12-21"),
    },
    {
      plan: plan("Mail", "4 weeks", "Week 3", "Week 5"),
      expect: [
        "9:29 Phase 1 locks Mail for 3 weeks, but it takes 4 weeks, and a week of testing belongs to it: 5 weeks are needed.",
      ],
    },
  ],
});
