import type { ScheduleModel } from "./schedule.js";

/**
 * What the schedule means for the people who work by it. Weeks count from 0 and are those of what is left, unless a
 * field says otherwise; days are `YYYY-MM-DD`.
 */
export interface PlanOutlook {
  /** True when a phase declares a tier: only then do tiers make anybody wait. */
  readonly isTiered: boolean;
  /** What every model takes for what is left, with each range at its low end, as planned, and at its high end. */
  readonly ranges: readonly RangeRow[];
  readonly savings: Savings;
  /** Phases that cannot begin yet, in plan order. */
  readonly queue: readonly QueueRow[];
  /** Every open phase that has dates, in plan order. */
  readonly starts: readonly StartRow[];
  readonly tierWaits: readonly TierWaitRow[];
  /** Other tiers that keep every dependency and end the plan earlier under tier barriers; null when none were found. */
  readonly tierHint: TierHint | null;
  /** Null when no open phase has a range, or the plan is too large to sample. */
  readonly uncertainty: Uncertainty | null;
  readonly progress: Progress;
  readonly health: readonly HealthRow[];
  /** Null without a start day. */
  readonly dates: PlanDates | null;
}

export interface RangeRow {
  readonly model: ScheduleModel;
  readonly low: number;
  readonly weeks: number;
  readonly high: number;
}

/** Weeks, and percent of working on one phase after the other. */
export interface Savings {
  readonly tiered: Saving;
  readonly dependencies: Saving;
  /** What waiting for whole tiers costs: tiered less dependencies. */
  readonly barrierWeeks: number;
}

export interface Saving {
  readonly weeks: number;
  readonly percent: number;
}

export interface QueueRow {
  readonly phase: string;
  readonly tier: number;
  /** Direct dependencies that are still open. */
  readonly waitsFor: readonly string[];
  /** The first tier before its own that is not done; null when only dependencies, or nobody's tiers, are waited for. */
  readonly waitsForTier: number | null;
  /** When its dependencies are done. */
  readonly ready: number;
  /** When the tiers before its own are done as well; the same as `ready` in a plan that declares no tiers. */
  readonly readyByTiers: number;
}

/** When a phase starts one after the other, tier by tier, and by dependencies alone. */
export interface StartRow {
  readonly phase: string;
  readonly sequential: number;
  readonly tiered: number;
  readonly dependencies: number;
  /** Tiered less dependencies: what the tier barriers cost this phase. */
  readonly barrierWait: number;
  /** Sequential less dependencies: how much earlier it may start than in a row. */
  readonly earlier: number;
}

export interface TierWaitRow {
  readonly tier: number;
  /** The phase of the tier that the barriers keep waiting longest, and how long. */
  readonly phase: string;
  readonly longestWait: number;
  /** The waits of all its phases together, in phase-weeks. */
  readonly allWaits: number;
}

export interface TierHint {
  readonly moves: readonly { readonly phase: string; readonly from: number; readonly to: number }[];
  /** Weeks to the end under tier barriers, now and with the moves. */
  readonly weeks: number;
  readonly hintedWeeks: number;
}

export interface Uncertainty {
  readonly samples: number;
  /** The end of what is left is at or below these weeks in 50, 80 and 95 of 100 samples. */
  readonly p50: number;
  readonly p80: number;
  readonly p95: number;
  /** Share of samples, 0 to 1, that end no later than the planning values say. */
  readonly planHolds: number;
  /** Open phases that are critical in any sample, in plan order, with the share of samples in which they are. */
  readonly criticality: readonly { readonly phase: string; readonly share: number }[];
}

export interface Progress {
  readonly plan: ProgressRow;
  readonly tiers: readonly TierProgressRow[];
  /** Null without a start day. */
  readonly schedule: PlannedProgress | null;
}

/** Phases by state, and weeks of the whole plan. Historical phases are not counted. */
export interface ProgressRow {
  readonly done: number;
  readonly inProgress: number;
  readonly ready: number;
  readonly waiting: number;
  readonly weeks: number;
  readonly earnedWeeks: number;
  /** Earned of all weeks, 0 to 100; of phases where no duration is known. */
  readonly percent: number;
}

export interface TierProgressRow extends ProgressRow {
  readonly tier: number;
  /** Earlier tiers that are not done; empty in a tier that is done or under way. */
  readonly waitsForTiers: readonly number[];
}

/** Where the plan should be on the as-of day, and where it is. */
export interface PlannedProgress {
  /** The model whose whole-plan dates count as planned: tiered where tiers are declared. */
  readonly model: ScheduleModel;
  /** Working weeks from the start day to the as-of day. */
  readonly elapsedWeeks: number;
  /** Weeks of work planned to be done by then. */
  readonly plannedWeeks: number;
  readonly earnedWeeks: number;
  /** Weeks ahead of the plan; negative when behind. */
  readonly weeksAhead: number;
}

export interface HealthRow {
  /** Number of the check among the fourteen. */
  readonly number: number;
  readonly check: string;
  readonly formula: string;
  /** As said to people: `≤ 5 %`. */
  readonly threshold: string;
  /** What was found, as said to people: `3 of 8 (38 %)`; null where it cannot be computed. */
  readonly found: string | null;
  /** The same as a number: a share from 0 to 1, a count or an index. */
  readonly value: number | null;
  readonly state: "met" | "exceeded" | "not-applicable";
  readonly phases: readonly string[];
  /** Why it is not applicable, else what it tells. */
  readonly note: string;
}

export interface PlanDates {
  readonly start: string;
  /** Every phase that has dates, in plan order, by dependencies. */
  readonly phases: readonly PhaseDates[];
  readonly tiers: readonly { readonly tier: number; readonly first: string; readonly last: string }[];
  /** Last day of the whole plan by dependencies and tier by tier, counted from the start day. */
  readonly planned: { readonly dependencies: string; readonly tiered: string };
  /** The same for what is left, begun on the as-of day; null when nothing is left. */
  readonly forecast: { readonly dependencies: string; readonly tiered: string } | null;
}

/** First and last day. Forecasts are null for a phase that is over. */
export interface PhaseDates {
  readonly phase: string;
  /** Weeks from 0 in the whole plan. */
  readonly plannedStart: number;
  readonly plannedFinish: number;
  readonly plannedFirst: string;
  readonly plannedLast: string;
  readonly forecastFirst: string | null;
  readonly forecastLast: string | null;
}
