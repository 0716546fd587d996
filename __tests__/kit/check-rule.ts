import { comparePlans } from "../../src/compare/compare-plans.js";
import type { Violation } from "../../src/model/finding.js";
import type { BreakingChange } from "../../src/model/plan.js";
import type { Settings } from "../../src/model/settings.js";
import type { PlanRule } from "../../src/rules/rule.js";
import { builtAnalysis } from "./built-analysis.js";
import { plan, type PlanNotation } from "./plan-builder.js";

const TODAY = "2026-11-22";

/** What one rule says about a plan that was built without any Markdown. */
const checkRule = (rule: PlanRule, notation: PlanNotation, settings: Partial<Settings> = {}): Violation[] => [
  ...rule.check(builtAnalysis(plan(notation), settings), { today: TODAY, comparison: null }),
];

/** The same as questions: who is involved, and what is said. */
export const asked = (rule: PlanRule) => ({
  check: (...args: [PlanNotation, Partial<Settings>?]) => checkRule(rule, ...args),
  pairs: (...args: [PlanNotation, Partial<Settings>?]) =>
    checkRule(rule, ...args).map(({ phases }) => phases.join("→")),
  messages: (...args: [PlanNotation, Partial<Settings>?]) => checkRule(rule, ...args).map(({ message }) => message),
});

/** What one rule says about a plan of nothing but breaking changes, against those of base where there is a base. */
export function checkEntries(
  rule: PlanRule,
  head: readonly BreakingChange[],
  base?: readonly BreakingChange[],
  settings: Partial<Settings> = {},
): Violation[] {
  const analysis = builtAnalysis(plan({}, { breakingChanges: head }), settings);
  const before = base && builtAnalysis(plan({}, { breakingChanges: base }));
  const comparison = before === undefined ? null : comparePlans(before, analysis);
  return [...rule.check(analysis, { today: TODAY, comparison })];
}
