import { expiredWaiver } from "../../src/rules/expired-waiver.js";
import { lines, testRule } from "../kit/test-rule.js";

const plan = lines("| Phase | Name | Tier | Depends on |", "| --- | --- | --- | --- |", "| 1 | Pier | 0 | none |");
const waiver = (expires: string, more: readonly string[] = []) =>
  lines(
    "waivers:",
    "  - rule: tier-zero",
    "    phase: 1",
    ...more,
    "    reason: r",
    "    owner: Kim",
    `    expires: ${expires}`,
  );

testRule(expiredWaiver, {
  valid: [
    plan,
    { plan, policy: waiver("2026-11-22") },
    // 90 days ahead, over the end of a year.
    { plan, policy: waiver("2027-02-20") },
    { plan, policy: waiver("2026-11-21"), today: "2026-11-20" },
  ],
  invalid: [
    {
      plan,
      policy: waiver("2026-11-21"),
      expect: ["2:5 The waiver of tier-zero for phase 1 (owner: Kim) has expired on 2026-11-21, so it has no effect."],
    },
    {
      plan,
      policy: waiver("2027-02-21", ["    subject: pier", "    plan: docs/PLAN.md"]),
      expect: [
        "2:5 The waiver of tier-zero for phase 1, “pier” in docs/PLAN.md (owner: Kim) reaches until 2027-02-21, further ahead than 90 days, so it has no effect.",
      ],
    },
  ],
});
