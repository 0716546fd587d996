import type { PlanOutlook } from "./outlook.js";
import type { Place } from "./place.js";
import type { Status } from "./plan.js";
import type { Activation, WhatIfReport } from "./report.js";
import type { AgentSchedule, ScheduleModel } from "./schedule.js";

/** The schedule itself, judged by no rule. Described by `schema/schedule.schema.json`. Weeks count from 0. */
export interface ScheduleReport {
  readonly schemaVersion: 1;
  readonly model: ScheduleModel;
  /** The whole plan, or what is left of it. */
  readonly portion: "full" | "remaining";
  readonly plans: readonly ScheduleSheet[];
  /** What people should know about the run itself. */
  readonly remarks: readonly string[];
  readonly whatIf?: WhatIfReport;
}

/** One plan's schedule under the model and for the portion asked for. */
export interface ScheduleSheet {
  readonly name: string;
  readonly documents: readonly string[];
  /** From start to end. */
  readonly weeks: number;
  /** The same with the low and the high end of every range. */
  readonly low: number;
  readonly high: number;
  readonly criticalPath: readonly string[];
  /** By start, then in plan order. */
  readonly phases: readonly ScheduleRow[];
  /** Phases without dates, in plan order. */
  readonly unscheduled: readonly UnscheduledRow[];
  /** Phases counted as 0 for want of a duration; where any, every total is a lower bound. */
  readonly withoutDuration: readonly string[];
  readonly totals: SheetTotals;
  /** The totals of the plan as written, where something was tried on it. */
  readonly before: SheetTotals | null;
  /** Who does what, where a number of agents was asked for. */
  readonly agents: AgentsSheet | null;
  /** Missing where a sheet is made of the schedule alone. */
  readonly depth?: InDepth;
}

/** What the schedule of what is left means for the people who work by it, and how much of it is known. */
export interface InDepth {
  /** Null in a report that only says whether tiers are worth it. */
  readonly outlook: PlanOutlook | null;
  readonly activation: Activation | null;
  /** False where nothing can be said in weeks. */
  readonly hasWeeks: boolean;
  /** True where something counts as nothing: without a duration, or in or behind a cycle. */
  readonly isLowerBound: boolean;
}

/** Who does what when, ids as plain texts. */
export interface AgentsSheet extends Omit<AgentSchedule, "lanes"> {
  readonly lanes: readonly {
    readonly agent: number;
    readonly phases: readonly { readonly id: string; readonly start: number; readonly finish: number }[];
  }[];
}

export type SheetTotals = Readonly<Record<"full" | "remaining", Readonly<Record<ScheduleModel, number>>>>;

export interface ScheduleRow {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly place: Place;
  readonly status: Status;
  /** Done, or of the past: takes no time in what is left. */
  readonly over: boolean;
  /** As declared, else computed. */
  readonly tier: number | null;
  readonly start: number;
  readonly finish: number;
  /** Weeks the phase may slip without moving the end. */
  readonly float: number;
  readonly critical: boolean;
  readonly nearCritical: boolean;
  /** The phase whose finish sets this start. */
  readonly drivenBy: string | null;
}

export interface UnscheduledRow {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly place: Place;
  /** `cycle`: stands in or behind one. `not-planned`: a tangent, or deprecated. */
  readonly reason: "cycle" | "not-planned";
}
