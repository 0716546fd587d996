import { isDone } from "../graph/is-done.js";
import { isScheduled } from "../graph/is-scheduled.js";
import type { Analysis } from "../model/analysis.js";
import type { ScheduleRow, ScheduleSheet, SheetTotals } from "../model/schedule-report.js";
import type { AgentSchedule, ModelSchedules, Schedule, ScheduleModel } from "../model/schedule.js";

/** What of a schedule is to be shown. */
export interface SheetChoice {
  readonly model: ScheduleModel;
  readonly portion: "full" | "remaining";
  /** How many agents to share the work out to; null for none of that. */
  readonly agents: number | null;
}

/** One plan's schedule as rows; `before` is the plan as written, where something was tried on it. */
export function scheduleSheet(
  { plan, graph, schedule, tierRows }: Analysis,
  { model, portion, agents }: SheetChoice,
  before: Schedule | null,
): ScheduleSheet {
  const { makespan, low, high, times, criticalPath } = schedule[portion][model];
  const tierOf = new Map(tierRows.flatMap(({ tier, phases }) => phases.map((id) => [id, tier] as const)));
  const phases: ScheduleRow[] = [];
  for (const phase of plan.phases.values()) {
    const at = times.get(phase.id);
    if (!at) continue;
    phases.push({
      id: phase.id,
      label: phase.label,
      title: phase.title,
      place: phase.places[0]!,
      status: phase.status,
      over: isDone(phase),
      tier: tierOf.get(phase.id) ?? null,
      start: at.earliestStart,
      finish: at.earliestFinish,
      float: at.totalFloat,
      critical: at.isCritical,
      nearCritical: at.isNearCritical,
      drivenBy: at.drivenBy,
    });
  }
  return {
    name: plan.name,
    documents: plan.documents,
    weeks: makespan,
    low,
    high,
    criticalPath,
    phases: phases.sort((a, b) => a.start - b.start),
    unscheduled: [...plan.phases.values()]
      .filter(({ id }) => !graph.acyclic.indexOf.has(id))
      .map((phase) => ({
        id: phase.id,
        label: phase.label,
        title: phase.title,
        place: phase.places[0]!,
        reason: isScheduled(phase) ? "cycle" : "not-planned",
      })),
    withoutDuration: schedule[portion].withoutDuration,
    totals: sheetTotals(schedule),
    before: before && sheetTotals(before),
    agents: agents === null ? null : agentsSheet(schedule[portion].agents, agents),
  };
}

/** Where the plan has no use for so many, as many as it can use; null for a plan without work. */
const agentsSheet = (schedules: readonly AgentSchedule[], agents: number): AgentSchedule | null =>
  schedules[Math.min(agents, schedules.length) - 1] ?? null;

const sheetTotals = ({ full, remaining }: Schedule): SheetTotals => ({
  full: modelTotals(full),
  remaining: modelTotals(remaining),
});

const modelTotals = (models: ModelSchedules): Readonly<Record<ScheduleModel, number>> => ({
  sequential: models.sequential.makespan,
  tiered: models.tiered.makespan,
  tieredComputed: models.tieredComputed.makespan,
  gated: models.gated.makespan,
  dependencies: models.dependencies.makespan,
});
