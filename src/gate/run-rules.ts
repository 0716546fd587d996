import type { Config } from "../config/config.js";
import type { Analysis } from "../model/analysis.js";
import type { Comparison } from "../model/comparison.js";
import type { Finding, Severity, Violation } from "../model/finding.js";
import { rules as allRules } from "../rules/index.js";
import type { AnyRule, PlanRule, RuleContext } from "../rules/rule.js";
import { compareFindings } from "./finding-order.js";
import { fingerprint } from "./fingerprint.js";
import { severityOf } from "./severity-of.js";

/** What is known from outside of the documents. */
type Known = Pick<RuleContext, "firstOnBase" | "isHandoffTested">;

/**
 * Everything the rules say about one plan, in the order of findings. A finding is new when base does not have it;
 * without a base all are, and rules about changes do not run.
 */
export function runRules(
  head: Analysis,
  comparison: Comparison | null,
  config: Config,
  today: string,
  rules: readonly AnyRule[] = allRules,
  known: Known = {},
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const severity = severityOf(rule, config);
    if (severity === "off" || rule.about === "policy") continue;
    const found = (violations: Iterable<Violation>, isNew: (print: string) => boolean) => {
      for (const [print, { atMost, ...violation }] of withFingerprints(violations, head.plan.name, rule.id)) {
        findings.push({
          ...violation,
          ruleId: rule.id,
          severity: atMost === undefined ? severity : milder(severity, atMost),
          plan: head.plan.name,
          fingerprint: print,
          isNew: isNew(print),
          waivedBy: null,
        });
      }
    };
    if (rule.about === "change") {
      if (comparison !== null) found(rule.check(comparison, { ...known, today, comparison }), () => true);
    } else {
      // Base is only asked about rules that head breaks.
      let onBase: ReadonlySet<string> | null = null;
      const printsOnBase = (base: Analysis): ReadonlySet<string> =>
        (onBase ??= new Set(fingerprintsOnBase(rule, base, head, { ...known, today, comparison: null })));
      found(
        rule.check(head, { ...known, today, comparison }),
        (print) => comparison === null || !printsOnBase(comparison.base).has(print),
      );
    }
  }
  return findings.sort(compareFindings);
}

const BY_WEIGHT: readonly Severity[] = ["notice", "warning", "error"];

const milder = (one: Severity, other: Severity): Severity =>
  BY_WEIGHT.indexOf(one) < BY_WEIGHT.indexOf(other) ? one : other;

function* fingerprintsOnBase(rule: PlanRule, base: Analysis, head: Analysis, context: RuleContext): Iterable<string> {
  // Under head's name: a plan that was renamed keeps what it had.
  const violations = rule.check(base, context);
  for (const [print] of withFingerprints(violations, head.plan.name, rule.id)) yield print;
}

function* withFingerprints(
  violations: Iterable<Violation>,
  plan: string,
  ruleId: string,
): Iterable<readonly [string, Violation]> {
  const occurrences = new Map<string, number>();
  for (const violation of violations) {
    const first = fingerprint(plan, ruleId, violation, 0);
    const occurrence = occurrences.get(first) ?? 0;
    occurrences.set(first, occurrence + 1);
    yield [occurrence === 0 ? first : fingerprint(plan, ruleId, violation, occurrence), violation];
  }
}
