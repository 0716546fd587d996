import { isDone } from "../../graph/is-done.js";
import { isScheduled } from "../../graph/is-scheduled.js";
import type { Analysis } from "../../model/analysis.js";
import { weeksInWords } from "../../render/shared/format-weeks.js";
import { cutRows, isLeft, nameOf } from "./phase-text.js";

/** How many phases are done, how much is left, and what is under way. */
export function status(analysis: Analysis): string {
  const { plan, schedule } = analysis;
  const phases = [...plan.phases.values()].filter(isScheduled);
  const done = phases.filter(isDone).length;
  const mark = schedule.remaining.withoutDuration.length > 0 ? "at least " : "";
  const left =
    done === phases.length
      ? "nothing is left"
      : `${mark}${weeksInWords(schedule.remaining.tiered.makespan)} left tier by tier, ` +
        `${mark}${weeksInWords(schedule.remaining.dependencies.makespan)} by dependencies`;
  const running = phases.filter((phase) => phase.status === "in-progress" && isLeft(phase, analysis));
  const rows = running.map((phase) => {
    const progress = phase.progressPercent === null ? "" : `, ${Math.round(phase.progressPercent)} %`;
    const weeks = phase.remainingWeeks === null ? "" : `, ${weeksInWords(phase.remainingWeeks)} left`;
    return `- ${nameOf(phase)}${progress}${weeks}`;
  });
  const list = rows.length === 0 ? [] : ["", "In progress:", "", ...cutRows(rows)];
  return [`${done} of ${phases.length} phases done; ${left}.`, ...list].join("\n");
}
