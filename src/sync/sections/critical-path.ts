import type { Analysis } from "../../model/analysis.js";
import { formatWeeks, weeksInWords } from "../../render/shared/format-weeks.js";
import { isLeft, labelOf, MOST_ROWS, NOTHING_LEFT } from "./phase-text.js";

/** The longest chain of what is left, and its length. */
export function criticalPath(analysis: Analysis): string {
  const { plan, schedule } = analysis;
  const { makespan, criticalPath: path, times } = schedule.remaining.dependencies;
  const left = path.filter((id) => isLeft(plan.phases.get(id)!, analysis));
  if (left.length === 0) return NOTHING_LEFT;
  const steps = left.slice(0, MOST_ROWS).map((id) => {
    const { earliestStart, earliestFinish } = times.get(id)!;
    return `${labelOf(analysis, id)} (${formatWeeks(earliestFinish - earliestStart)})`;
  });
  const more = left.length > MOST_ROWS ? ` → ${left.length - MOST_ROWS} more` : "";
  const mark = schedule.remaining.withoutDuration.length > 0 ? "≥ " : "";
  return `Critical path: ${steps.join(" → ")}${more} = ${mark}${weeksInWords(makespan)} left`;
}
