import { isDone } from "../graph/is-done.js";
import type { Progress, ProgressRow, QueueRow, TierProgressRow } from "../model/outlook.js";
import type { Schedule } from "../model/schedule.js";
import { ticks, weeks } from "../schedule/ticks.js";
import { plannedProgress } from "./planned-progress.js";
import type { Work } from "./work.js";
import type { WorkingDays } from "./working-days.js";

/**
 * How far the plan and each of its tiers are, by phases and by weeks of work. Earned is the length of a phase less what
 * is left of it. With a calendar also where the plan should be on the as-of day.
 */
export function progress(
  work: Work,
  schedule: Schedule,
  queue: readonly QueueRow[],
  calendar: WorkingDays | null,
  today: string,
): Progress {
  const queued = new Set(queue.map(({ phase }) => phase));
  const counted = [...work.phases.keys()].filter((phase) => work.phases[phase]!.tier?.isHistorical !== true);
  const plan = progressRow(work, counted, queued);
  return {
    plan,
    tiers: tierProgress(work, counted, queued),
    schedule:
      calendar === null || plan.weeks === 0
        ? null
        : plannedProgress(work, counted, schedule, plan.earnedWeeks, calendar.weeksUntil(today)),
  };
}

function tierProgress(work: Work, counted: readonly number[], queued: ReadonlySet<string>): TierProgressRow[] {
  const members = new Map<number, number[]>();
  for (const phase of counted) {
    const tier = work.full.placedTiers[phase]!;
    const phases = members.get(tier);
    if (phases) phases.push(phase);
    else members.set(tier, [phase]);
  }
  /** The first few only: the list would grow with the square of the tiers. */
  const notDone: number[] = [];
  return [...members]
    .sort(([one], [other]) => one - other)
    .map(([tier, phases]) => {
      const row = progressRow(work, phases, queued);
      const hasBegun = row.done + row.inProgress > 0;
      const waitsForTiers = hasBegun ? [] : notDone.slice(0, 3);
      if (row.done < phases.length && notDone.length < 3) notDone.push(tier);
      return { tier, ...row, waitsForTiers };
    });
}

function progressRow({ phases, full, remaining }: Work, counted: readonly number[], queued: ReadonlySet<string>) {
  const row = { done: 0, inProgress: 0, ready: 0, waiting: 0 };
  let all = 0;
  let earned = 0;
  for (const index of counted) {
    const phase = phases[index]!;
    const whole = full.durations.planned[index]!;
    all += whole;
    earned += whole - Math.min(whole, remaining.durations.planned[index]!);
    if (isDone(phase)) row.done++;
    else if (phase.status === "in-progress") row.inProgress++;
    else if (queued.has(phase.id) || phase.status === "blocked" || phase.status === "paused") row.waiting++;
    else row.ready++;
  }
  const share = all > 0 ? earned / all : counted.length > 0 ? row.done / counted.length : 0;
  return {
    ...row,
    weeks: weeks(all),
    earnedWeeks: weeks(earned),
    percent: weeks(ticks(100 * share)),
  } satisfies ProgressRow;
}
