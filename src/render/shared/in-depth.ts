import type { PlanReport } from "../../model/report.js";
import type { InDepth } from "../../model/schedule-report.js";
import { planWeeks } from "./plan-weeks.js";
import { isLowerBound } from "./verdict-words.js";

/** What the tables of the schedule in depth are made of; null for a report without. */
export function inDepth(plan: PlanReport): InDepth | null {
  const { outlook = null, activation, totals } = plan;
  if (!outlook && !activation) return null;
  return {
    outlook,
    activation,
    hasWeeks: planWeeks(plan) === "known",
    isLowerBound: isLowerBound(totals.remaining),
  };
}
