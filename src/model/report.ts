import type { PlanChange } from "./comparison.js";
import type { Severity } from "./finding.js";
import type { PlanOutlook } from "./outlook.js";
import type { Place } from "./place.js";
import type { Status } from "./plan.js";
import type { WhatIfRow } from "./what-if.js";

/** All a renderer or publisher may show: plain rows, no maps, stable order. Described by `schema/report.schema.json`. */
export interface Report {
  readonly schemaVersion: 1;
  readonly verdict: Verdict;
  readonly findings: readonly FindingRow[];
  readonly plans: readonly PlanReport[];
  /** What the team has accepted, a row for each waived finding, in the order of the findings; missing where nothing is. */
  readonly accepted?: readonly AcceptedRow[];
  /** The rules that ran and how. */
  readonly rules: readonly RuleRow[];
  /** What people should know about the run itself: first run, policy edited, base missing. */
  readonly remarks: readonly string[];
  /** What was tried on the plans; missing where nothing was. */
  readonly whatIf?: WhatIfReport;
}

export interface WhatIfReport {
  /** What head is compared with: the same documents without the changes tried, or the base that was asked for. */
  readonly against: "documents" | "base";
  /** In the order given. */
  readonly changes: readonly WhatIfRow[];
}

/** Pass or fail, decided once, before anything is shown. Counts are of what counts: new, or all under `gate: all`. */
export interface Verdict {
  readonly outcome: "pass" | "fail";
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
  /** Findings that base has already and that therefore do not count; 0 under `gate: all`. */
  readonly alreadyOnBase: number;
  readonly waived: number;
  readonly failOn: "error" | "warning" | "never";
  readonly gate: "new" | "all";
  /** The calendar day (UTC) everything with a clock was judged by, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Who has opened the gate in spite of the findings; missing where nobody had to. */
  readonly override?: Override;
}

/** A label on the pull request by which somebody has opened the gate. */
export interface Override {
  readonly label: string;
  /** Login of the account that has set it. */
  readonly by: string;
  /** When, as an ISO 8601 instant in UTC. */
  readonly at: string;
}

export interface FindingRow {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly plan: string;
  readonly place: Place;
  readonly related: readonly { readonly place: Place; readonly message: string }[];
  readonly phases: readonly string[];
  readonly subject: string | null;
  readonly fingerprint: string;
  readonly isNew: boolean;
  /** The owner of the waiver by which the team has accepted it; `accepted` has the rest. */
  readonly waivedBy: string | null;
  readonly fix: FixRow | null;
  readonly toPaste?: string;
}

export interface AcceptedRow {
  /** Fingerprint of the finding. */
  readonly finding: string;
  readonly owner: string;
  readonly reason: string;
  /** The last day on which it is accepted, and the calendar days until then. */
  readonly expires: string;
  readonly daysLeft: number;
}

export interface FixRow {
  readonly title: string;
  readonly safety: "safe" | "review";
  readonly edits: readonly { readonly place: Place; readonly newText: string }[];
  /** The whole lines that the edits change, in document order, for people to read. */
  readonly diff?: readonly DiffRow[];
}

/** One line before and after; null where a line is added or removed. */
export interface DiffRow {
  readonly path: string;
  readonly line: number;
  readonly before: string | null;
  readonly after: string | null;
}

export interface RuleRow {
  readonly id: string;
  readonly summary: string;
  readonly severity: Severity | "off";
  readonly about: "plan" | "change" | "policy";
}

export interface PlanReport {
  readonly name: string;
  readonly documents: readonly string[];
  readonly phases: readonly PhaseRow[];
  readonly totals: { readonly full: Totals; readonly remaining: Totals };
  readonly tiers: readonly TierReportRow[];
  /** What is left, for 1, 2, 3 … agents; none where no weeks are known. */
  readonly agents: readonly AgentsRow[];
  /** With as many agents as the team says are at work; missing where nobody said, or no weeks are known. */
  readonly team?: AgentsRow;
  /** What the dependencies of what is left allow. */
  readonly graph?: GraphRow;
  readonly change: ChangeReport | null;
  readonly activation: Activation | null;
  /** What the schedule means for the people who work by it. */
  readonly outlook?: PlanOutlook;
  /** The breaking change that takes effect next, on the as-of day or later; missing where none states such a day. */
  readonly nextBreakingChange?: NextBreakingChange;
}

export interface NextBreakingChange {
  readonly subject: string;
  /** `YYYY-MM-DD`. */
  readonly effective: string;
  /** Calendar days from the as-of day. */
  readonly daysLeft: number;
}

export interface PhaseRow {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly place: Place;
  readonly status: Status;
  readonly progressPercent: number | null;
  readonly duration: { readonly low: number; readonly high: number; readonly weeks: number } | null;
  readonly dependsOn: readonly string[];
  readonly tier: {
    readonly declared: number | null;
    readonly current: number | null;
    readonly structural: number | null;
  };
  /** Null for a phase in or behind a cycle. */
  readonly full: TimesRow | null;
  readonly remaining: TimesRow | null;
}

export interface TimesRow {
  readonly earliestStart: number;
  readonly earliestFinish: number;
  readonly latestStart: number;
  readonly latestFinish: number;
  readonly totalFloat: number;
  readonly freeFloat: number;
  readonly drag: number;
  readonly critical: boolean;
  readonly nearCritical: boolean;
  readonly tieredStart: number;
  readonly tieredFinish: number;
  /** The phase whose finish sets the earliest start; null for one that waits for nobody. */
  readonly drivenBy?: string | null;
}

/** Weeks. */
export interface Totals {
  readonly sequential: number;
  readonly tiered: number;
  readonly tieredComputed: number;
  readonly gated: number;
  readonly dependencies: number;
  readonly criticalPath: readonly string[];
  /** The dependency model with the low and the high end of every range. */
  readonly low: number;
  readonly high: number;
  /** Phases counted as 0 for want of a duration; where any, every total is a lower bound. */
  readonly withoutDuration: readonly string[];
  /** Phases left out because they stand in or behind a cycle. */
  readonly unschedulable: readonly string[];
}

export interface TierReportRow {
  readonly tier: number;
  readonly phases: readonly string[];
  readonly longest: string | null;
  readonly state: "done" | "in-progress" | "ready" | "waiting";
  readonly progressPercent: number;
  /** Weeks from 0 under the tiered model of the full plan, like the times of a phase; a renderer counts from 1. */
  readonly startWeek: number;
  readonly endWeek: number;
}

export interface AgentsRow {
  readonly agents: number;
  readonly weeks: number;
  readonly lowerBound: number;
  readonly proven: boolean;
}

export interface GraphRow {
  /** Phases that are left and can be scheduled. */
  readonly phases: number;
  /** How many of them can run side by side at most; where not exact, at least. */
  readonly width: number;
  readonly exact: boolean;
  /** As many phases as that, in plan order. */
  readonly widest: readonly string[];
  /** Phases that every chain of dependencies passes through, in the order in which they come. */
  readonly bottlenecks: readonly string[];
}

export interface ChangeReport {
  /** Length of the remaining critical path, in weeks. */
  readonly criticalPathWeeks: { readonly base: number; readonly head: number };
  readonly criticalPath: { readonly base: readonly string[]; readonly head: readonly string[] };
  readonly tieredWeeks: { readonly base: number; readonly head: number };
  readonly changes: readonly ChangeRow[];
  /** Phases whose tier, weeks or criticality differ between base and head, in plan order. */
  readonly shifts?: readonly ShiftRow[];
  readonly catchUp: readonly CatchUpRow[];
}

export interface ChangeRow {
  readonly kind: PlanChange["kind"];
  readonly phase: string | null;
  readonly subject: string | null;
  readonly from: string | number | null;
  readonly to: string | number | null;
}

export interface ShiftRow {
  readonly phase: string;
  /** Null for a phase that this side does not have. */
  readonly base: ShiftSide | null;
  readonly head: ShiftSide | null;
}

/** One side of a shift: the current tier, and weeks from 0 in the dependency model of what is left. */
export interface ShiftSide {
  readonly tier: number | null;
  readonly start: number | null;
  readonly finish: number | null;
  readonly critical: boolean;
}

/**
 * A phase that was added while work is under way, in a plan that declares tiers: when it can begin and what that costs.
 * Weeks count from 0 = now, in what is left.
 */
export interface CatchUpRow {
  readonly phase: string;
  readonly tier: number;
  /** `first`: Tier 0 goes before everything. `ready`: its tier can be worked on. `queued`: it has to wait. */
  readonly state: "first" | "ready" | "queued";
  /** Open phases it depends on. */
  readonly waitsFor: readonly string[];
  /** The tier that has to be done before its own can begin; null when it waits for no tier. */
  readonly waitsForTier: number | null;
  /** The week from now, counted from 1, in which its tier begins; null when it can begin at once. */
  readonly readyWeek: number | null;
  /** Null unless it is ready and phases that are worked on could be paused for it. */
  readonly pause: CatchUpPause | null;
  /** Null unless it is ready. */
  readonly sideBySide: CatchUpEnds | null;
  /** Which of the two ends earlier; null where there is no choice. */
  readonly better: "side-by-side" | "either" | null;
}

/** When the tier under way and the plan end, tier by tier, and the plan by dependencies alone. */
export interface CatchUpEnds {
  readonly tierEnd: number;
  readonly planEnd: number;
  readonly dependenciesEnd: number;
}

export interface CatchUpPause extends CatchUpEnds {
  /** How long the paused phases stand still: until every new phase is as far as the least advanced of them. */
  readonly weeks: number;
  /** How far that one is, 0 to 100. */
  readonly progressPercent: number;
  /** In plan order. */
  readonly paused: readonly string[];
}

export interface Activation {
  readonly advice: "use" | "optional" | "not-worth-it";
  readonly reasons: readonly string[];
}
