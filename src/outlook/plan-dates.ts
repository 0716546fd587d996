import type { PlanDates } from "../model/outlook.js";
import type { Schedule, TierRow } from "../model/schedule.js";
import type { Work } from "./work.js";
import { type WorkingDays, workingDays } from "./working-days.js";

/** What a team's calendar says. Days are `YYYY-MM-DD`. */
export interface Calendar {
  readonly start: string;
  readonly holidays: readonly string[];
}

/**
 * The weeks of a schedule as days: the whole plan from its start day, what is left from the as-of day, or from the start
 * day where that is still to come.
 */
export function planDates(
  { phases, remaining }: Work,
  schedule: Schedule,
  tierRows: readonly TierRow[],
  { start, holidays }: Calendar,
  today: string,
): PlanDates {
  const plan = workingDays(start, holidays);
  const left = workingDays(today > start ? today : start, holidays);
  const planned = schedule.full.dependencies.times;
  const forecast = schedule.remaining.dependencies.times;
  return {
    start,
    phases: phases.map(({ id }, index) => {
      const { earliestStart, earliestFinish } = planned.get(id)!;
      const ahead = remaining.takesPart[index] === 1 ? forecast.get(id)! : null;
      return {
        phase: id,
        plannedStart: earliestStart,
        plannedFinish: earliestFinish,
        plannedFirst: plan.firstDay(earliestStart),
        plannedLast: plan.lastDay(earliestFinish, earliestStart),
        forecastFirst: ahead && left.firstDay(ahead.earliestStart),
        forecastLast: ahead && left.lastDay(ahead.earliestFinish, ahead.earliestStart),
      };
    }),
    tiers: tierRows.map((row) => ({
      tier: row.tier,
      first: plan.firstDay(row.start),
      last: plan.lastDay(row.finish, row.start),
    })),
    planned: ends(plan, schedule.full),
    forecast: remaining.takesPart.includes(1) ? ends(left, schedule.remaining) : null,
  };
}

const ends = (days: WorkingDays, { dependencies, tiered }: Schedule["full"]) => ({
  dependencies: days.lastDay(dependencies.makespan, 0),
  tiered: days.lastDay(tiered.makespan, 0),
});
