import type { Analysis } from "../model/analysis.js";
import type { Comparison } from "../model/comparison.js";
import type { Severity, Violation } from "../model/finding.js";
import type { BreakingChange, PhaseId } from "../model/plan.js";
import type { JudgedWaiver } from "../model/waiver.js";

/** One requirement on a plan. A rule says what it sees; the gate stamps identity, severity and newness onto it. */
export interface Rule<Subject> {
  /** Kebab words; never renamed, never reused. */
  readonly id: string;
  /** One sentence, reused by documentation, reports and SARIF. */
  readonly summary: string;
  /** Default; the configuration may change it. */
  readonly severity: Severity;
  /** In the preset `strict`, where warnings become errors, for a rule that should not follow that. */
  readonly strict?: Severity;
  check(subject: Subject, context: RuleContext): Iterable<Violation>;
}

/** What a rule may know beside its subject. */
export interface RuleContext {
  /** The calendar day (UTC) to judge by, `YYYY-MM-DD`. */
  readonly today: string;
  /** Base and head, when there is a base. A rule about a plan may soften or date what it says by it. */
  readonly comparison: Comparison | null;
  /** The day since which base has held an announcement, as far as it matters; null where that is not known. */
  readonly firstOnBase?: (entry: BreakingChange) => string | null;
  /** Whether a test file covers what one phase hands on to another. */
  readonly isHandoffTested?: (from: PhaseId, to: PhaseId) => boolean;
}

/** Judges one plan as it stands. */
export interface PlanRule extends Rule<Analysis> {
  readonly about: "plan";
}

/** Judges the step from base to head; does not run without a base. */
export interface ChangeRule extends Rule<Comparison> {
  readonly about: "change";
}

/** Judges what the team has accepted; runs once, after the findings of all plans are known. */
export interface PolicyRule extends Rule<readonly JudgedWaiver[]> {
  readonly about: "policy";
}

export type AnyRule = PlanRule | ChangeRule | PolicyRule;

export const planRule = (rule: Rule<Analysis>): PlanRule => ({ about: "plan", ...rule });
export const changeRule = (rule: Rule<Comparison>): ChangeRule => ({ about: "change", ...rule });
export const policyRule = (rule: Rule<readonly JudgedWaiver[]>): PolicyRule => ({ about: "policy", ...rule });
