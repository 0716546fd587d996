import type { Analysis } from "../model/analysis.js";
import type { PlanOutlook, RangeRow, Saving, Savings } from "../model/outlook.js";
import type { Activation } from "../model/report.js";
import type { ModelSchedules, ScheduleModel } from "../model/schedule.js";
import { ticks, weeks } from "../schedule/ticks.js";
import { activationAdvice } from "./activation-advice.js";
import { healthRows } from "./health-rows.js";
import { type Calendar, planDates } from "./plan-dates.js";
import { progress } from "./progress.js";
import { sampleEnds } from "./sample-ends.js";
import { startRows, tierWaits } from "./start-rows.js";
import { tierHint } from "./tier-hint.js";
import { tierQueue } from "./tier-queue.js";
import { workOf } from "./work.js";
import { workingDays } from "./working-days.js";

/** What a team says about one plan's time, beside the plan itself. */
export interface OutlookInput {
  /** Null without a start day. */
  readonly calendar: Calendar | null;
  /** Weeks in which the plan is to end, from its start day, or from now where it has none; null without a target. */
  readonly targetWeeks: number | null;
  /** How many can work at once; null when nobody said. */
  readonly agents: number | null;
  /** The as-of day, `YYYY-MM-DD`. */
  readonly today: string;
}

const MODELS: readonly ScheduleModel[] = ["sequential", "tiered", "tieredComputed", "gated", "dependencies"];

/** What the schedule means for the people who work by it, and whether working by tiers is worth it. */
export function planOutlook(
  analysis: Analysis,
  { calendar, targetWeeks, agents, today }: OutlookInput,
): { readonly outlook: PlanOutlook; readonly activation: Activation | null } {
  const { schedule, settings, tierRows } = analysis;
  const work = workOf(analysis);
  const days = calendar && workingDays(calendar.start, calendar.holidays);
  const queue = tierQueue(work, schedule);
  const starts = startRows(work, schedule);
  const made = progress(work, schedule, queue, days, today);
  const elapsed = days?.weeksUntil(today) ?? 0;
  const outlook: PlanOutlook = {
    isTiered: work.isTiered,
    ranges: MODELS.map((model) => rangeRow(model, schedule.remaining)),
    savings: savings(schedule.remaining),
    queue,
    starts,
    tierWaits: tierWaits(starts, work),
    tierHint: tierHint(work, settings),
    uncertainty: sampleEnds(work),
    progress: made,
    health: healthRows({
      work,
      schedule,
      progress: made,
      targetWeeks: targetWeeks === null ? null : targetWeeks - elapsed,
    }),
    dates: calendar && planDates(work, schedule, tierRows, calendar, today),
  };
  return { outlook, activation: activationAdvice(work, schedule, agents) };
}

const rangeRow = (model: ScheduleModel, models: ModelSchedules): RangeRow => ({
  model,
  low: models[model].low,
  weeks: models[model].makespan,
  high: models[model].high,
});

function savings({ sequential, tiered, dependencies }: ModelSchedules): Savings {
  const saving = (of: number, needed: number): Saving => ({
    weeks: weeks(ticks(of) - ticks(needed)),
    percent: of === 0 ? 0 : weeks(ticks((100 * (of - needed)) / of)),
  });
  return {
    tiered: saving(sequential.makespan, tiered.makespan),
    dependencies: saving(sequential.makespan, dependencies.makespan),
    barrierWeeks: weeks(ticks(tiered.makespan) - ticks(dependencies.makespan)),
  };
}
