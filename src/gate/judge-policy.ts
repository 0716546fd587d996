import type { Config } from "../config/config.js";
import type { Finding } from "../model/finding.js";
import type { JudgedWaiver } from "../model/waiver.js";
import { rules as allRules } from "../rules/index.js";
import type { AnyRule } from "../rules/rule.js";
import { fingerprint } from "./fingerprint.js";
import { severityOf } from "./severity-of.js";

/**
 * Everything the rules say about the policy itself, in the order of rules and waivers. Such a finding belongs to the
 * configuration file; it is new only where that file is part of what is judged.
 */
export function judgePolicy(
  waivers: readonly JudgedWaiver[],
  config: Config,
  today: string,
  rules: readonly AnyRule[] = allRules,
): Finding[] {
  const findings: Finding[] = [];
  const occurrences = new Map<string, number>();
  for (const rule of rules) {
    const severity = severityOf(rule, config);
    if (rule.about !== "policy" || severity === "off") continue;
    for (const violation of rule.check(waivers, { today, comparison: null })) {
      const plan = violation.place.path;
      const first = fingerprint(plan, rule.id, violation, 0);
      const occurrence = occurrences.get(first) ?? 0;
      occurrences.set(first, occurrence + 1);
      findings.push({
        ...violation,
        ruleId: rule.id,
        severity,
        plan,
        fingerprint: occurrence === 0 ? first : fingerprint(plan, rule.id, violation, occurrence),
        isNew: violation.place.revision !== "base",
        waivedBy: null,
      });
    }
  }
  return findings;
}
