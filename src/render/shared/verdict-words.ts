import type { PlanReport, Totals, Verdict } from "../../model/report.js";
import { formatDifference, formatWeeks, weeksInWords } from "./format-weeks.js";
import { NO_WEEKS, planWeeks } from "./plan-weeks.js";
import { plural } from "./plural.js";

/** `2 errors, 1 warning`; empty when nothing counts. */
function countsInWords({ errors, warnings, notices }: Pick<Verdict, "errors" | "warnings" | "notices">): string {
  return [
    errors > 0 && plural(errors, "error"),
    warnings > 0 && plural(warnings, "warning"),
    notices > 0 && plural(notices, "notice"),
  ]
    .filter((part) => part !== false)
    .join(", ");
}

/**
 * `Plan gate failed: 2 errors, 1 warning`; the verdict and its counts, and who has opened the gate where somebody has.
 * `safe` makes a text from outside harmless.
 */
export function verdictInWords(verdict: Verdict, safe: (text: string, limit?: number) => string): string {
  const counts = countsInWords(verdict);
  const { override } = verdict;
  if (override) {
    const when = safe(override.at.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, "$1 $2 UTC"), 40);
    const who = `set by ${safe(override.by, 60)} on ${when}`;
    return `Plan gate opened by the label “${safe(override.label, 60)}” (${who}) in spite of ${counts}`;
  }
  if (verdict.outcome === "fail") return counts ? `Plan gate failed: ${counts}` : "Plan gate failed";
  return counts ? `Plan gate passed with ${counts}` : "Plan gate passed";
}

/**
 * `critical path 72 → 75 weeks (+3)`, of what is left to do; without base `critical path 72 weeks`. Where there are no
 * weeks, why. With what the team can do by then, where the team says how many they are.
 */
export function criticalPathInWords(plan: PlanReport): string {
  if (plan.phases.length === 0) return "no phases";
  const weeksOf = planWeeks(plan);
  if (weeksOf !== "known") return NO_WEEKS[weeksOf].headline;
  const totals = plan.totals.remaining;
  const mark = isLowerBound(totals) ? "≥ " : "";
  const team = teamInWords(plan, mark);
  if (plan.change === null) return `critical path ${mark}${weeksInWords(totals.dependencies)}${team}`;
  const { base, head } = plan.change.criticalPathWeeks;
  const difference = formatDifference(head - base);
  const weeks = difference === "unchanged" ? weeksInWords(head) : `${formatWeeks(base)} → ${mark}${weeksInWords(head)}`;
  return `critical path ${difference === "unchanged" ? mark : ""}${weeks} (${difference})${team}`;
}

/** `, with 4 agents: 72 weeks (proven best)`; empty where nobody said how many are at work. */
function teamInWords({ team }: PlanReport, mark: string): string {
  if (!team) return "";
  const proof = team.proven ? "proven best" : `not below ${formatWeeks(team.lowerBound)}`;
  return `, with ${plural(team.agents, "agent")}: ${mark}${weeksInWords(team.weeks)} (${proof})`;
}

/** True when phases without a length, or without dates, were counted as nothing. */
export function isLowerBound(totals: Totals): boolean {
  return totals.withoutDuration.length > 0 || totals.unschedulable.length > 0;
}
