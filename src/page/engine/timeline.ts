import { isDone } from "../../graph/is-done.js";
import { isScheduled } from "../../graph/is-scheduled.js";
import type { Analysis } from "../../model/analysis.js";
import type { Phase, PhaseId } from "../../model/plan.js";
import type { PhaseTimes, TierRow } from "../../model/schedule.js";
import type { PlanSession } from "./plan-session.js";

export interface TimelineChoice {
  readonly portion: "remaining" | "full";
  readonly model: "dependencies" | "tiered";
  /** What the bars are compared with. */
  readonly ghosts: "base" | "written" | "none";
}

/** Where things stand, in weeks from 0. */
export interface Timeline {
  readonly groups: readonly TimelineGroup[];
  /** The end of the axis; more than 0. */
  readonly weeks: number;
  /** From start to end of the plan, and of what it is compared with; null where that is nothing. */
  readonly makespan: number;
  readonly before: number | null;
  readonly criticalPath: readonly PhaseId[];
}

export interface TimelineGroup {
  readonly kind: "tier" | "unscheduled" | "removed";
  /** Null unless it is a tier. */
  readonly tier: TierRow | null;
  readonly rows: readonly TimelineRow[];
}

export interface TimelineRow {
  readonly phase: Phase;
  /** Null for a phase without dates. */
  readonly times: PhaseTimes | null;
  /** Done, and of no length in what is left. */
  readonly isOver: boolean;
  /** Not on what it is compared with. */
  readonly isNew: boolean;
  /** Where the bar was; null where it was nowhere, or is unmoved. */
  readonly ghost: { readonly start: number; readonly finish: number } | null;
}

/**
 * The rows of the timeline, by the tiers that people work by. The groups and their order are those of the plan as
 * written, so that a duration tried moves bars and never rows.
 */
export function timeline(session: PlanSession, choice: TimelineChoice): Timeline {
  const { portion, model } = choice;
  const { now, written } = session;
  const { makespan, times, criticalPath } = now.schedule[portion][model];
  const against = choice.ghosts === "base" ? session.base : choice.ghosts === "written" ? written : null;
  const before = against && against.schedule[portion][model];
  const ghostOf = ghostFinder(session, choice, against);
  const renumbered = new Set(session.data.renumbered.map(([head]) => session.data.head.phases[head]!.id));
  const isNewPhase = (id: PhaseId) => against !== null && !against.plan.phases.has(id) && !renumbered.has(id);
  const tiers = new Map(now.tierRows.map((row) => [row.tier, row]));
  const row = (id: PhaseId): TimelineRow => {
    const phase = now.plan.phases.get(id)!;
    const at = times.get(id) ?? null;
    const was = ghostOf(id);
    const isMoved = was && !(at && at.earliestStart === was.start && at.earliestFinish === was.finish);
    return {
      phase,
      times: at,
      isOver: portion === "remaining" && isDone(phase),
      isNew: isNewPhase(id),
      ghost: isMoved ? was : null,
    };
  };
  const unscheduled = [...written.plan.phases.keys()].filter((id) => !written.graph.acyclic.indexOf.has(id));
  const removed = choice.ghosts === "base" ? removedRows(session, choice) : [];
  const groups: TimelineGroup[] = [
    ...written.tierRows.map((group): TimelineGroup => ({
      kind: "tier",
      tier: tiers.get(group.tier) ?? group,
      rows: group.phases.map(row),
    })),
    { kind: "unscheduled" as const, tier: null, rows: unscheduled.map(row) },
    { kind: "removed" as const, tier: null, rows: removed },
  ].filter(({ rows }) => rows.length > 0);
  return {
    groups,
    weeks: Math.max(makespan, before?.makespan ?? 0) || 1,
    makespan,
    before: before ? before.makespan : null,
    criticalPath,
  };
}

/** Why a phase has no dates, for people. */
export const whyUnscheduled = (phase: Phase): string =>
  isScheduled(phase) ? "in or behind a cycle" : phase.status === "tangent" ? "a tangent" : "deprecated";

type FindGhost = (id: PhaseId) => TimelineRow["ghost"];

function ghostFinder(
  { data, base }: PlanSession,
  { portion, model }: TimelineChoice,
  against: Analysis | null,
): FindGhost {
  if (against === null) return () => null;
  const renumbered = against === base ? data.renumbered : [];
  const idThere = new Map(
    renumbered.map(([head, there]) => [data.head.phases[head]!.id, data.base!.phases[there]!.id as PhaseId]),
  );
  const { times } = against.schedule[portion][model];
  return (id) => {
    const at = times.get(idThere.get(id) ?? id);
    return at ? { start: at.earliestStart, finish: at.earliestFinish } : null;
  };
}

function removedRows({ data, base, written }: PlanSession, { portion, model }: TimelineChoice): TimelineRow[] {
  if (base === null || data.base === null) return [];
  const kept = new Set(data.renumbered.map(([, index]) => data.base!.phases[index]!.id));
  const { times } = base.schedule[portion][model];
  return [...base.plan.phases.values()]
    .filter(({ id }) => !written.plan.phases.has(id) && !kept.has(id))
    .map((phase) => {
      const at = times.get(phase.id);
      const ghost = at ? { start: at.earliestStart, finish: at.earliestFinish } : null;
      return { phase, times: null, isOver: false, isNew: false, ghost };
    });
}
