import { unusedWaiver } from "../../src/rules/unused-waiver.js";
import { lines, testRule } from "../kit/test-rule.js";

const plan = lines(
  "| Phase | Name | Tier | Depends on |",
  "| --- | --- | --- | --- |",
  "| 1a | Pier | 1 | none |",
  "| 2 | Ramp | 1 | 1a |",
);
const waiver = (rule: string, ...more: readonly string[]) =>
  lines(
    "waivers:",
    `  - rule: ${rule}`,
    ...more.map((line) => `    ${line}`),
    "    reason: r",
    "    owner: Kim",
    "    expires: 2026-12-01",
  );

testRule(unusedWaiver, {
  valid: [
    plan,
    { plan, policy: waiver("intra-tier-dependency", "phase: 2") },
    // Every phase of a finding counts, whatever its case.
    { plan, policy: waiver("intra-tier-dependency", "phase: 1A", "plan: plan.md") },
    // Without effect for another reason, which is said by another rule.
    { plan, policy: waiver("tier-zero", "phase: 2"), today: "2026-12-02" },
  ],
  invalid: [
    {
      plan,
      policy: waiver("tier-inversion", "phase: 2"),
      expect: ["2:5 The waiver of tier-inversion for phase 2 (owner: Kim) matches no finding."],
    },
    {
      plan,
      policy: waiver("intra-tier-dependency", "phase: 2", "subject: pier"),
      expect: ["2:5 The waiver of intra-tier-dependency for phase 2, “pier” (owner: Kim) matches no finding."],
    },
    {
      plan,
      policy: waiver("intra-tier-dependency", "phase: 2", "plan: other.md"),
      expect: ["2:5 The waiver of intra-tier-dependency for phase 2 in other.md (owner: Kim) matches no finding."],
    },
  ],
});
