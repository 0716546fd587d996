import { parseRelativeDay, type RelativeDay } from "../grammar/relative-day.js";
import type { BreakingChange, DeclaredDay, Plan } from "../model/plan.js";
import type { Schedule } from "../model/schedule.js";
import type { Calendar } from "./plan-dates.js";
import { workingDays } from "./working-days.js";

/**
 * The plan with days where its breaking changes take effect in a week (`Week 12`) or when a phase starts (`start of
 * Phase 9`, in the schedule by tiers). Without a start day, and for a phase that is not there, they stay no days.
 */
export function withEffectiveDays(plan: Plan, schedule: Schedule, calendar: Calendar | null): Plan {
  const isRelative = ({ effective }: BreakingChange): boolean =>
    effective?.day === null && parseRelativeDay(effective.text) !== null;
  if (calendar === null || !plan.breakingChanges.some(isRelative)) return plan;
  const days = workingDays(calendar.start, calendar.holidays);
  const { times } = schedule.full.tiered;
  const starts = new Map<string, number>();
  for (const { id, label } of plan.phases.values()) {
    const start = times.get(id)?.earliestStart;
    if (start !== undefined) for (const name of [label, id]) starts.set(name.toLowerCase(), start);
  }
  const weekOf = (said: RelativeDay): number | undefined =>
    said.kind === "week" ? said.week - 1 : starts.get(said.name.toLowerCase());
  const dated = (said: DeclaredDay): DeclaredDay => {
    const relative = parseRelativeDay(said.text);
    const week = relative === null ? undefined : weekOf(relative);
    return week === undefined ? said : { ...said, day: days.firstDay(week) };
  };
  const breakingChanges = plan.breakingChanges.map((entry) =>
    entry.effective !== null && isRelative(entry) ? { ...entry, effective: dated(entry.effective) } : entry,
  );
  return { ...plan, breakingChanges };
}
