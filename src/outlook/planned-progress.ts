import type { PlannedProgress } from "../model/outlook.js";
import type { Schedule } from "../model/schedule.js";
import { ticks, weeks } from "../schedule/ticks.js";
import type { Work } from "./work.js";

/**
 * Planned against earned weeks after `elapsedWeeks`, and how far ahead of the plan that is in time: the earned schedule
 * (Lipke, "Schedule is different", 2003), which is the week by which the plan wanted done what is done, less the weeks
 * that have passed. Each phase is planned at an even rate from its earliest start in the whole plan.
 */
export function plannedProgress(
  { phases, full, isTiered }: Work,
  counted: readonly number[],
  schedule: Schedule,
  earnedWeeks: number,
  elapsedWeeks: number,
): PlannedProgress {
  const model = isTiered ? "tiered" : "dependencies";
  const { times } = schedule.full[model];
  const spans = counted
    .filter((phase) => full.durations.planned[phase]! > 0)
    .map((phase) => {
      const { earliestStart, earliestFinish } = times.get(phases[phase]!.id)!;
      return { start: ticks(earliestStart), finish: ticks(earliestFinish) };
    });
  const now = ticks(elapsedWeeks);
  const planned = spans.reduce((sum, { start, finish }) => sum + Math.max(0, Math.min(now, finish) - start), 0);
  const earned = ticks(earnedWeeks);
  const reached = weekOf(earned, spans);
  // What was planned for a while and earned to the last bit is in time, whatever pause the plan makes there.
  const ahead = earned === planned ? 0 : reached - now;
  return {
    model,
    elapsedWeeks: weeks(now),
    plannedWeeks: weeks(planned),
    earnedWeeks,
    weeksAhead: weeks(Math.round(ahead)),
  };
}

/** The first tick by which the plan wanted so much done. */
function weekOf(earned: number, spans: readonly { start: number; finish: number }[]): number {
  const events = spans
    .flatMap(({ start, finish }) => [
      { at: start, change: 1 },
      { at: finish, change: -1 },
    ])
    .sort((one, other) => one.at - other.at);
  let sum = 0;
  let active = 0;
  let last = 0;
  for (const { at, change } of events) {
    const more = active * (at - last);
    if (sum + more >= earned) return active === 0 ? last : last + (earned - sum) / active;
    sum += more;
    active += change;
    last = at;
  }
  return last;
}
