import type { PhaseId } from "./plan.js";

/** Tiers computed from the dependencies; phases that cannot be scheduled have none. */
export interface Tiers {
  /** Over open dependencies; what the gate judges by. */
  readonly current: ReadonlyMap<PhaseId, number>;
  /** As if nothing were done. */
  readonly structural: ReadonlyMap<PhaseId, number>;
}

/** When one phase can and must run, in weeks from 0. */
export interface PhaseTimes {
  readonly earliestStart: number;
  readonly earliestFinish: number;
  readonly latestStart: number;
  readonly latestFinish: number;
  /** Weeks the phase may slip without moving the end. */
  readonly totalFloat: number;
  /** Weeks the phase may slip without anybody noticing. */
  readonly freeFloat: number;
  /** Weeks the plan would shrink if this phase took no time; 0 unless critical. */
  readonly drag: number;
  readonly isCritical: boolean;
  readonly isNearCritical: boolean;
  /** The predecessor whose finish sets this start, if any. */
  readonly drivenBy: PhaseId | null;
}

/** One model's answer. */
export interface ModelSchedule {
  /** Weeks from start to end, with the planning value of every duration. */
  readonly makespan: number;
  /** The same with the low and the high end of every range. */
  readonly low: number;
  readonly high: number;
  readonly times: ReadonlyMap<PhaseId, PhaseTimes>;
  /** One longest chain, ties by plan order; empty for a plan without phases. */
  readonly criticalPath: readonly PhaseId[];
}

export type ScheduleModel = "sequential" | "tiered" | "tieredComputed" | "gated" | "dependencies";

export interface ModelSchedules extends Readonly<Record<ScheduleModel, ModelSchedule>> {
  /** Phases counted as 0 weeks for want of a duration: every total they touch is a lower bound. */
  readonly withoutDuration: readonly PhaseId[];
  /** The dependency model for 1, 2, 3 … agents, as far as more of them can help; computed when first asked for. */
  readonly agents: readonly AgentSchedule[];
  /** Computed when first asked for. */
  readonly shape: DependencyShape;
}

/** All models, for the whole plan and for what is left of it. */
export interface Schedule {
  readonly full: ModelSchedules;
  readonly remaining: ModelSchedules;
}

/** What the dependencies alone allow, whatever the durations. */
export interface DependencyShape {
  /** Phases that take part. */
  readonly phaseCount: number;
  /** A largest set of phases that can all run side by side, in plan order. */
  readonly widest: readonly PhaseId[];
  /** False for a plan too large for the exact answer: a larger set may exist. */
  readonly isWidest: boolean;
  /** Phases that every chain of dependencies passes through, in the order in which they come. */
  readonly bottlenecks: readonly PhaseId[];
}

/** Who does what when, so many agents working on one phase each at a time, without interruption. */
export interface AgentSchedule {
  readonly agents: number;
  /** From start to end; never more than with fewer agents. */
  readonly weeks: number;
  /** Weeks that no schedule with so many agents can beat. */
  readonly lowerBound: number;
  /** True when `weeks` is known to be the best there is. */
  readonly proven: boolean;
  /** Share of the agents' time that is work, 0 to 1; 0 for a plan without work. */
  readonly utilisation: number;
  /** A lane for each agent that has work, the agents numbered from 1; phases without duration are in none. */
  readonly lanes: readonly AgentLane[];
}

export interface AgentLane {
  readonly agent: number;
  /** By start; weeks from 0. */
  readonly phases: readonly { readonly id: PhaseId; readonly start: number; readonly finish: number }[];
}

export interface TierRow {
  readonly tier: number;
  /** In plan order. */
  readonly phases: readonly PhaseId[];
  /** The phase that decides the tier's remaining length (its whole length when all is done); null without any. */
  readonly longest: PhaseId | null;
  readonly state: "done" | "in-progress" | "ready" | "waiting";
  /** Weeks done over weeks in all, 0 to 100; by number of phases where no duration is known. */
  readonly progressPercent: number;
  /** Weeks from 0 under the tiered model of the full plan. */
  readonly start: number;
  readonly finish: number;
}
