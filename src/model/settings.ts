/** Names of the units durations are written in. */
export type DurationUnit = "hour" | "day" | "week" | "sprint" | "month" | "quarter" | "year";

/** What a team may decide about how its plan is computed. Complete; the defaults stand in `config/`. */
export interface Settings {
  /** Weeks in one of each unit. */
  readonly weeksPer: Readonly<Record<DurationUnit, number>>;
  /** Which end of a range is planned with. */
  readonly estimate: "high" | "mid" | "low";
  /** A phase without open dependencies on which at least this many phases directly depend is Tier 0. */
  readonly blockerThreshold: number;
  /** Longest phase, in weeks, after which another may be sequenced inside the same tier (Option B). */
  readonly shortPhaseWeeks: number;
  /** Largest total float, in weeks, that still counts as near-critical. */
  readonly nearCriticalWeeks: number;
  /** Least calendar days between the announcement of a breaking change and its effect. */
  readonly announcementDays: number;
  /** Weeks by which the critical path of what is left may grow in one change. */
  readonly growthAllowanceWeeks: number;
  /** Least calendar days between the deprecation of something and its removal. */
  readonly deprecationDays: number;
  /** Item word of the level to schedule (`phase`, `task`, …); null lets the reader choose by the rule of the docs. */
  readonly level: string | null;
  /** Path of the document whose statuses and progress go before every other's, or null. */
  readonly statusDocument: string | null;
  /** Globs of test files that cover a handoff between two phases, with `{from}` and `{to}` for their ids. */
  readonly handoffTests: readonly string[];
}
