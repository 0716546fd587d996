/**
 * Where something stands in a document. Lines and columns count from 1, offsets from 0; columns and offsets are
 * UTF-16 code units of the document's text as it was read (a byte order mark counts), which is what editors,
 * annotations and `String.slice` use. `end*` is exclusive.
 */
export interface Place {
	readonly path: string;
	/** Missing for head; a place in the other revision says so, because the line may be gone from head. */
	readonly revision?: "base";
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
	readonly offset: number;
	readonly endOffset: number;
}
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
/** How far a statement may be trusted. Only `explicit` facts (own field, column, heading, marker) may block a merge. */
export type Evidence = "explicit" | "inferred";
/**
 * How closely a mention is about its item. When two mentions state different values for one fact, the closer one
 * wins: the item's own section before a table row, a row before a list entry, an entry before a timeline line.
 */
export type MentionKind = "section" | "row" | "entry" | "timeline";
declare const phaseId: unique symbol;
/** A phase's normalised id, unique in its plan. Compared without case. */
export type PhaseId = string & {
	readonly [phaseId]: true;
};
export type Status = "done" | "in-progress" | "not-started" | "blocked" | "paused" | "deprecated" | "tangent" | "unknown";
/** The unit of the plan: what is scheduled, whatever the document calls it. */
export interface Phase {
	readonly id: PhaseId;
	/** As a person says it: `Phase 18`, `T-02`. */
	readonly label: string;
	/** The item word: phase, task, epic, story, …; `phase` when the id stands alone. */
	readonly kind: string;
	readonly title: string;
	/** Id of the enclosing item, whether or not that item is itself a phase of this plan. */
	readonly parent: string | null;
	/** All mentions, the closest first; never empty. */
	readonly places: readonly Place[];
	readonly tier: DeclaredTier | null;
	/** Without repeats, in the order written; what only the other end states comes last. */
	readonly dependsOn: readonly Dependency[];
	/** Phases this one must follow inside its own tier by the author's own word (Option B of the methodology). */
	readonly sequencedAfter: readonly PhaseId[];
	readonly unresolved: readonly UnresolvedReference[];
	readonly duration: Duration | null;
	readonly window: Window | null;
	readonly status: Status;
	readonly statusPlace: Place | null;
	/** 0 to 100, or null when the document gives none. */
	readonly progressPercent: number | null;
	/** Weeks of work left as stated or computed from status and progress; null when there is no duration. */
	readonly remainingWeeks: number | null;
	readonly modifies: readonly string[];
	readonly outputs: readonly string[];
	readonly requires: readonly string[];
	/** What it hands on to those who wait for it, with versions and places; each statement once, in the order read. */
	readonly outputItems: readonly ContractOutput[];
	/** What it needs from other phases, likewise. */
	readonly requirements: readonly Requirement[];
	/** Its own list of dependencies, where it states one outright that names nothing but items, or none. */
	readonly dependencyList: DependencyList | null;
	readonly parallelWith: readonly ParallelClaim[];
	/** Explicit statements about this phase that cannot both be true. */
	readonly conflicts: readonly FactConflict[];
	/** Dependencies that the other end states and this phase's own list lacks. */
	readonly missingEntries: readonly MissingEntry[];
	/** Items below this one that are not scheduled themselves, and how many of them are done. */
	readonly children: {
		readonly count: number;
		readonly done: number;
	};
}
export interface ContractOutput {
	readonly name: string;
	/** As written, without what is no part of it: `1.2`, `>= 2`; null when none is stated. */
	readonly version: string | null;
	/** What it is (service, model, …), where the document says so. */
	readonly category: string | null;
	readonly evidence: Evidence;
	readonly place: Place;
}
export interface Requirement extends ContractOutput {
	/** The phases that are said to provide it; empty when none is named. */
	readonly from: readonly PhaseId[];
	/** What is named as its source, whether or not that is a phase of this plan; null when nothing is. */
	readonly source: {
		readonly text: string;
		readonly place: Place;
	} | null;
	/**
	 * `contract`: written where requirements from other phases belong. `needs`: among other conditions, and known to be
	 * one only because a phase of this plan hands on something of that name.
	 */
	readonly stated: "contract" | "needs";
}
/** Where another dependency could be added. */
export interface DependencyList {
	readonly place: Place;
	/** `words`: the entries say the item word. `ids`: ids alone. `none`: the list says that there is none; replace it. */
	readonly form: "words" | "ids" | "none";
}
export interface DeclaredTier {
	/** The number, or null when a tier is written that is not one number (`N/A (historical)`, `Tier 1 or Tier 2`). */
	readonly number: number | null;
	readonly text: string;
	readonly place: Place;
	/** True when the number itself stands at `place`, so that an edit there moves only this phase. */
	readonly isOwnText: boolean;
	/** True for `N/A`, `historical` and the like: the phase is over and constrains nobody. */
	readonly isHistorical: boolean;
}
export interface Dependency {
	readonly id: PhaseId;
	readonly evidence: Evidence;
	/** The author marked this dependency as met (a tick behind it). */
	readonly satisfied: boolean;
	readonly note: string | null;
	readonly place: Place;
	/** Stated elsewhere, too, be it by the other end: an edit at `place` alone would not take it back. */
	readonly isRestated?: true;
}
export interface UnresolvedReference {
	readonly text: string;
	/**
	 * `unknown-phase`: has the shape of an item but names none. `text`: names something that is not an item. `too-many`:
	 * names more items than a plan may have dependencies. `external`: names a phase of another repository.
	 */
	readonly reason: "unknown-phase" | "text" | "too-many" | "external";
	readonly evidence: Evidence;
	readonly place: Place;
}
/** Weeks; a range keeps both ends and `weeks` is the planning value the configuration picks. */
export interface Duration {
	readonly low: number;
	readonly high: number;
	readonly weeks: number;
	readonly text: string;
	/** Taken from a declared window such as `Week 1-4`, for want of a stated duration. */
	readonly fromWindow: boolean;
	readonly place: Place;
}
/** A declared window in weeks, counted from 1, both ends included. */
export interface Window {
	readonly startWeek: number;
	readonly endWeek: number;
	readonly place: Place;
}
/** Two different values for one fact of a phase, both stated outright. */
export interface FactConflict {
	readonly fact: "tier" | "duration" | "window" | "status" | "progress";
	/** The statement that counts. */
	readonly kept: ConflictingStatement;
	readonly other: ConflictingStatement;
	/**
	 * Why `kept` counts. `status-document`: it stands in the plan's canonical status document. `closer`: its mention is
	 * more closely about the phase. `first`: of two mentions alike it stands first. `finer-unit`: both are one duration,
	 * and weeks are exact where months are a convention. `unfinished`: what is not all done is not done.
	 */
	readonly reason: "status-document" | "closer" | "first" | "finer-unit" | "unfinished";
}
export interface ConflictingStatement {
	readonly text: string;
	readonly place: Place;
	readonly mention: MentionKind;
}
/** A phase that belongs into a list of dependencies or dependents, because the other end says so. */
export interface MissingEntry {
	readonly id: PhaseId;
	readonly list: "dependsOn" | "blocks";
	/** The list that lacks it, or its last part where it is written in several. */
	readonly listPlace: Place;
	/** Where an entry could be added, and whether the entries there say the item word; null where none can be. */
	readonly insertion: {
		readonly place: Place;
		readonly saysWord: boolean;
	} | null;
	/** Where the other end states the dependency. */
	readonly statedAt: Place;
}
export interface ParallelClaim {
	readonly id: PhaseId;
	readonly place: Place;
}
/** A breaking change that the plan declares, with its announcement as far as it is written. Days are `YYYY-MM-DD`. */
export interface BreakingChange {
	/** A removal is announced by its deprecation, and takes effect when the thing is gone. */
	readonly kind: "change" | "removal";
	readonly subject: string;
	readonly change: string;
	readonly version: {
		readonly from: string | null;
		readonly to: string | null;
		readonly text: string;
	} | null;
	readonly announced: DeclaredDay | null;
	readonly effective: DeclaredDay | null;
	readonly phase: string | null;
	readonly affects: readonly string[];
	readonly migration: string | null;
	readonly place: Place;
}
/** A phase that a registry or a lock names. */
export interface NamedPhase {
	/** The phase's own id where the plan has it, else the id as written. */
	readonly id: string;
	/** Null when the plan has no such phase. */
	readonly phase: PhaseId | null;
	/** The mark the author put to it, as far as it says so: a tick, or that it is not done. */
	readonly isDone: boolean | null;
	readonly place: Place;
}
/**
 * A time in which a service is not everybody's to change. `locked`, `modifying`, `creating`: it is its holders' alone.
 * `frozen`: during the phases named nobody may change it, those phases included.
 */
export interface Lock {
	readonly service: string;
	readonly state: "locked" | "modifying" | "creating" | "frozen";
	/** The holders as far as they are phases; empty where none is named. */
	readonly phases: readonly NamedPhase[];
	readonly from: LockLimit | null;
	readonly until: LockLimit | null;
	readonly place: Place;
}
/** One end of a lock: a day, a week counted from 1, or an event of a phase; all null when the text says none of them. */
export interface LockLimit extends DeclaredDay {
	readonly week: number | null;
	readonly event: {
		readonly phase: PhaseId;
		readonly edge: "start" | "end";
	} | null;
}
/** A day as written; `day` is null when the text is no calendar day (`TBD`, `2026-02-31`). */
export interface DeclaredDay {
	readonly day: string | null;
	readonly text: string;
	readonly place: Place;
}
/** A statement about what follows from the phases. Weeks throughout; windows count from 1, both ends included. */
export type Claim = TotalClaim | TierWindowClaim | TierCompletionClaim | WindowClaim | PathClaim | RelationClaim | DoneClaim;
export interface ClaimText {
	/** The whole statement, on one line. */
	readonly text: string;
	readonly place: Place;
	/** Where the plain number stands; null where an edit of one number would not mend it. */
	readonly valuePlace: Place | null;
}
/** `Total: 93 weeks`. A range keeps both ends. */
export interface TotalClaim extends ClaimText {
	readonly kind: "total";
	readonly low: number;
	readonly high: number;
	/** Weeks in one of the unit that is written. */
	readonly weeksPerUnit: number;
	readonly isApproximate: boolean;
	readonly mode: "sequential" | "parallel" | "critical-path" | null;
	/** The phases it sums up; null for the whole plan. */
	readonly phases: readonly PhaseId[] | null;
}
/** `Week 13-35: Tier 1`. */
export interface TierWindowClaim extends ClaimText {
	readonly kind: "tier-window";
	readonly tier: number;
	readonly startWeek: number;
	readonly endWeek: number;
}
/** `Tier 1 completes: Week 15`. */
export interface TierCompletionClaim extends ClaimText {
	readonly kind: "tier-completion";
	readonly tier: number;
	readonly week: number;
}
/** `Week 13-16: Phase 13`. */
export interface WindowClaim extends ClaimText {
	readonly kind: "window";
	readonly phase: PhaseId;
	readonly startWeek: number;
	readonly endWeek: number;
}
/** `Critical path: 3.1 → 3.2 → 3.3`; a step may name several phases. */
export interface PathClaim extends ClaimText {
	readonly kind: "critical-path";
	readonly steps: readonly (readonly PhaseId[])[];
}
/** What a phase says of others: it blocks them, waits for none of them, or can run beside them. */
export interface RelationClaim extends ClaimText {
	readonly kind: "blocks" | "independent" | "parallel";
	readonly phase: PhaseId;
	readonly others: readonly PhaseId[];
}
/** `3 of 8 phases complete`. */
export interface DoneClaim extends ClaimText {
	readonly kind: "phases-done";
	readonly done: number;
	readonly all: number;
}
/** What a team has agreed to live with, for a time. */
export interface Waiver {
	readonly rule: string;
	/** Null for any; at least one of `phase` and `subject` is there. */
	readonly phase: string | null;
	readonly subject: string | null;
	/** Name of the plan; null for any. */
	readonly plan: string | null;
	readonly reason: string;
	readonly owner: string;
	/** The last day on which it holds, `YYYY-MM-DD`. */
	readonly expires: string;
	/** Where it stands in the configuration file. */
	readonly place: Place;
}
export type Severity = "error" | "warning" | "notice";
/** Everything a team may decide, complete: every default filled in, every name checked. */
export interface Config {
	readonly plans: readonly PlanSelection[];
	readonly settings: Settings;
	readonly preset: Preset;
	/** Only the rules the team said something about; the rest have the severity that the preset gives them. */
	readonly rules: ReadonlyMap<string, RuleSetting>;
	readonly failOn: "error" | "warning" | "never";
	readonly gate: "new" | "all";
	readonly calendar: CalendarSetting;
	/** How many people or teams work at once, where a plan says nothing of its own; null when nobody said. */
	readonly agents: number | null;
	/** In the order written. */
	readonly waivers: readonly Waiver[];
	readonly override: OverrideSetting;
}
/** How severe the rules are that the team says nothing about; `severityOf` says what each name means. */
export type Preset = (typeof PRESETS)[number];
declare const PRESETS: readonly [
	"recommended",
	"strict",
	"advisory"
];
/** Who may open the gate by hand, and how. */
export interface OverrideSetting {
	/** Labels of a pull request that open it. */
	readonly labels: readonly string[];
	/** Whether a label counts that the pull request's own author has set. */
	readonly allowsAuthor: boolean;
}
/** When plans begin and are to end, where a plan says nothing of its own. Days are `YYYY-MM-DD`. */
export interface CalendarSetting {
	readonly start: string | null;
	readonly targetWeeks: number | null;
	/** Days off beside Saturdays and Sundays, for all plans. */
	readonly holidays: readonly string[];
}
/** Documents that are read as one plan. */
export interface PlanSelection {
	/** Null: every matching document is a plan of its own, named by its path. */
	readonly name: string | null;
	/** Globs from the repository's root; `!` in front takes documents out again. */
	readonly documents: readonly string[];
	/** True for the built-in globs only: what a team writes is taken letter by letter. */
	readonly ignoresCase: boolean;
	/** Globs of documents that belong to the one plan beside them, and are none themselves. */
	readonly companions?: readonly string[];
	/** First day of the plan's first week, and the weeks in which it is to end. */
	readonly start?: string;
	readonly targetWeeks?: number;
	/** How many work on this plan at once. */
	readonly agents?: number;
	/** Path of the one document whose statuses and progress go before every other's. */
	readonly statusDocument?: string;
}
export interface RuleSetting {
	readonly severity: Severity | "off" | null;
}
/** One file of one revision, as it was read. Nothing in it is trusted. */
export interface SourceDocument {
	/** Path from the repository's root, with forward slashes. */
	readonly path: string;
	readonly text: string;
}
export type ScheduleModel = "sequential" | "tiered" | "tieredComputed" | "gated" | "dependencies";
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
	readonly phases: readonly {
		readonly id: PhaseId;
		readonly start: number;
		readonly finish: number;
	}[];
}
/** One typed difference between base and head. */
export type PlanChange = {
	readonly kind: "phase-added";
	readonly id: PhaseId;
	readonly phase: Phase;
} | {
	readonly kind: "phase-removed";
	readonly id: PhaseId;
	readonly phase: Phase;
}
/** Same id, another title. */
 | {
	readonly kind: "phase-renamed";
	readonly id: PhaseId;
	readonly from: string;
	readonly to: string;
}
/** Another id, and the same title or nearly so with the same content: `id` and `to` are head's, `from` is base's. */
 | {
	readonly kind: "phase-renumbered";
	readonly id: PhaseId;
	readonly from: PhaseId;
	readonly to: PhaseId;
}
/** Closest mention in another document than before, both of which are there before and after. */
 | {
	readonly kind: "phase-moved";
	readonly id: PhaseId;
	readonly from: string;
	readonly to: string;
} | {
	readonly kind: "dependency-added";
	readonly id: PhaseId;
	readonly on: PhaseId;
} | {
	readonly kind: "dependency-removed";
	readonly id: PhaseId;
	readonly on: PhaseId;
} | {
	readonly kind: "duration-changed";
	readonly id: PhaseId;
	readonly from: number | null;
	readonly to: number | null;
} | {
	readonly kind: "tier-changed";
	readonly id: PhaseId;
	readonly from: number | null;
	readonly to: number | null;
} | {
	readonly kind: "status-changed";
	readonly id: PhaseId;
	readonly from: Status;
	readonly to: Status;
}
/** Percent, 0 to 100. */
 | {
	readonly kind: "progress-changed";
	readonly id: PhaseId;
	readonly from: number | null;
	readonly to: number | null;
}
/** Declared weeks as a person says them: `Week 1–4`. */
 | {
	readonly kind: "window-changed";
	readonly id: PhaseId;
	readonly from: string | null;
	readonly to: string | null;
}
/** How many items below the phase are not scheduled themselves. */
 | {
	readonly kind: "tasks-changed";
	readonly id: PhaseId;
	readonly from: number;
	readonly to: number;
} | {
	readonly kind: EntryChangeKind;
	readonly id: PhaseId;
	readonly text: string;
} | {
	readonly kind: "breaking-change-added";
	readonly entry: BreakingChange;
}
/** Same subject and change, something else about it differs. */
 | {
	readonly kind: "breaking-change-edited";
	readonly entry: BreakingChange;
	readonly before: BreakingChange;
} | {
	readonly kind: "breaking-change-removed";
	readonly entry: BreakingChange;
};
/** One entry of a list of texts that a phase has: services it modifies, outputs, requirements. */
export type EntryChangeKind = "service-added" | "service-removed" | "output-added" | "output-removed" | "requirement-added" | "requirement-removed";
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
	readonly moves: readonly {
		readonly phase: string;
		readonly from: number;
		readonly to: number;
	}[];
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
	readonly criticality: readonly {
		readonly phase: string;
		readonly share: number;
	}[];
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
	readonly tiers: readonly {
		readonly tier: number;
		readonly first: string;
		readonly last: string;
	}[];
	/** Last day of the whole plan by dependencies and tier by tier, counted from the start day. */
	readonly planned: {
		readonly dependencies: string;
		readonly tiered: string;
	};
	/** The same for what is left, begun on the as-of day; null when nothing is left. */
	readonly forecast: {
		readonly dependencies: string;
		readonly tiered: string;
	} | null;
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
/** One change to try on a plan without editing it, as written; neither phases nor values are looked up yet. */
export type WhatIf = {
	readonly kind: "set";
	readonly phase: string;
	readonly field: string;
	readonly value: string;
} | {
	readonly kind: "drop";
	readonly phase: string;
} | {
	readonly kind: "add-dependency" | "remove-dependency";
	readonly phase: string;
	readonly on: string;
};
/** What was changed about one plan, for people. */
export interface WhatIfRow {
	readonly plan: string;
	readonly phase: string;
	/** `Phase 15 takes 8 weeks`; holds names from the plan, and ends without a full stop. */
	readonly sentence: string;
}
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
	readonly related: readonly {
		readonly place: Place;
		readonly message: string;
	}[];
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
	readonly edits: readonly {
		readonly place: Place;
		readonly newText: string;
	}[];
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
	readonly totals: {
		readonly full: Totals;
		readonly remaining: Totals;
	};
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
	readonly duration: {
		readonly low: number;
		readonly high: number;
		readonly weeks: number;
	} | null;
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
	readonly criticalPathWeeks: {
		readonly base: number;
		readonly head: number;
	};
	readonly criticalPath: {
		readonly base: readonly string[];
		readonly head: readonly string[];
	};
	readonly tieredWeeks: {
		readonly base: number;
		readonly head: number;
	};
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
		readonly phases: readonly {
			readonly id: string;
			readonly start: number;
			readonly finish: number;
		}[];
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
/** A place as scripts see it: 1-based, end exclusive, without offsets. */
export interface PlaceJson {
	readonly path: string;
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
}
/** What `plan-gate read --format json` prints: what the documents say, nothing judged. */
export interface ReadJson {
	readonly schemaVersion: 1;
	readonly phases: readonly PhaseJson[];
	readonly services: readonly ServiceJson[];
	readonly locks: readonly LockJson[];
	readonly announcements: readonly AnnouncementJson[];
	readonly claims: readonly ClaimJson[];
	readonly notices: readonly {
		readonly message: string;
		readonly place: PlaceJson;
	}[];
}
export interface PhaseJson {
	readonly id: string;
	readonly label: string;
	readonly kind: string;
	readonly title: string;
	readonly parent: string | null;
	/** All mentions, the most specific first. */
	readonly places: readonly PlaceJson[];
	readonly tier: {
		readonly declared: number;
	} | null;
	readonly dependsOn: readonly {
		readonly id: string;
		readonly evidence: Dependency["evidence"];
		readonly satisfied: boolean;
		readonly note: string | null;
		readonly place: PlaceJson;
	}[];
	readonly unresolved: readonly {
		readonly text: string;
		readonly place: PlaceJson;
	}[];
	/** Weeks; `weeks` is the value planned with. */
	readonly duration: Omit<Duration, "place"> | null;
	readonly window: Omit<Window, "place"> | null;
	readonly status: Phase["status"];
	readonly progressPercent: number | null;
	readonly remainingWeeks: number | null;
	readonly modifies: readonly string[];
	readonly outputs: readonly string[];
	readonly requires: readonly string[];
	/** What `outputs` and `requires` say, with versions and places, and what else names an output of the plan. */
	readonly outputItems: readonly ContractItemJson[];
	readonly requirements: readonly RequirementJson[];
	readonly parallelWith: readonly string[];
	readonly children: {
		readonly count: number;
		readonly done: number;
	};
}
export interface ContractItemJson {
	readonly name: string;
	readonly version: string | null;
	readonly category: string | null;
	readonly place: PlaceJson;
}
export interface RequirementJson extends ContractItemJson {
	/** Ids of the phases that are said to provide it. */
	readonly from: readonly string[];
}
/** An announced breaking change; days are `YYYY-MM-DD`, null when none is written. */
export interface AnnouncementJson {
	readonly subject: string;
	readonly change: string;
	readonly announced: string | null;
	readonly effective: string | null;
	readonly phase: string | null;
	readonly affects: readonly string[];
	readonly migration: string | null;
	readonly place: PlaceJson;
}
/** A service of a registry; phases are ids, of the plan where it has them. */
export interface ServiceJson {
	readonly service: string;
	/** False for one that is only listed as owned by a phase. */
	readonly registered: boolean;
	readonly ownerPhase: string | null;
	readonly version: string | null;
	readonly nextVersion: string | null;
	readonly status: string | null;
	readonly dependencies: readonly string[];
	readonly dependentPhases: readonly string[];
	readonly allPhasesDepend: boolean;
	/** All mentions, rows of a registry first. */
	readonly places: readonly PlaceJson[];
}
export interface LockJson {
	readonly service: string;
	readonly state: Lock["state"];
	readonly lockedBy: readonly string[];
	readonly from: LockLimitJson | null;
	readonly until: LockLimitJson | null;
	readonly place: PlaceJson;
}
/** A day, a week counted from 1, or the start or end of a phase; the text alone where it says none of them. */
export interface LockLimitJson {
	readonly text: string;
	readonly day: string | null;
	readonly week: number | null;
	readonly phase: string | null;
	readonly edge: "start" | "end" | null;
}
/** What a document says about its own numbers; `value` is in weeks, windows count from 1. */
export interface ClaimJson {
	readonly kind: Claim["kind"];
	readonly text: string;
	/** The phases it is about, in the order written; empty for the whole plan. */
	readonly phases: readonly string[];
	readonly tier: number | null;
	/** Low and high end: weeks of a total, first and last week of a window, done and all of a count. */
	readonly value: readonly [
		number,
		number
	] | null;
	readonly place: PlaceJson;
}
/** Names of the ways a report can be written. */
export type Format = "text" | "markdown" | "json" | "sarif" | "junit";
/** Names of the ways a schedule can be written. */
export type ScheduleFormat = "text" | "markdown" | "json" | "mermaid";
/** What a renderer may know beside the report. */
export interface RenderOptions extends MarkdownOptions, TextOptions, SarifOptions {
}
export interface SarifOptions extends Pick<MarkdownOptions, "version" | "rulesUrl"> {
	/** Tells these results from those of other jobs on the same commit; left out where there are none. */
	readonly instance?: string;
}
export interface MarkdownOptions {
	/** What the text is for: a pull request comment holds far less than a job summary. */
	readonly budget: "comment" | "summary";
	/** Version of this program, for the footer. */
	readonly version: string;
	readonly links: Links | null;
	/** Folder of the rules' pages, without the last slash; null: rule ids are not linked. */
	readonly rulesUrl: string | null;
	/** Where the complete report can be read, said when something had to be left out. */
	readonly detailsUrl: string | null;
}
/** What is needed to link a place to the file at the revision it was read from. */
export interface Links {
	/** `https://github.com/owner/name`, without the last slash. */
	readonly repositoryUrl: string;
	readonly headSha: string;
	readonly baseSha: string | null;
}
export interface TextOptions {
	readonly color: boolean;
	/** Columns of the terminal. */
	readonly width: number;
	/** Whether a report also shows the tables of the schedule in depth, which a schedule always does. */
	readonly depth?: boolean;
	/** Whether a report shows nothing but what makes it fail. */
	readonly quiet?: boolean;
}
/**
 * Question → the day since which base has announced it, or the day that is early enough when it has for longer. What
 * could not be found out is missing.
 */
export type FirstOnBase = ReadonlyMap<string, string>;
/** What became of documents whose findings offer edits. */
export interface FixedPlans {
	/** Each document once, as given and as it is then. */
	readonly before: readonly SourceDocument[];
	readonly after: readonly SourceDocument[];
	/** The lines that each round changed, by document. */
	readonly rounds: readonly (readonly DiffRow[])[];
	/** Of the fixes that were made, in the order made, without repeats. */
	readonly titles: readonly string[];
	/** Of the fixes that got in the way of another; a later run may offer them anew. */
	readonly skipped: readonly string[];
	/** Of the fixes that want a person and were therefore not made. */
	readonly forReview: readonly string[];
}
/** What of a schedule is to be shown. */
export interface SheetChoice {
	readonly model: ScheduleModel;
	readonly portion: "full" | "remaining";
	/** How many agents to share the work out to; null for none of that. */
	readonly agents: number | null;
}
/** All that a verdict depends on: no clock, no environment, no network. */
export interface CheckInput {
	readonly plans: readonly PlanInput[];
	/** The same plans merged into base as it is now, where it has changed them too; what only these break counts as well. */
	readonly afterMerge?: readonly PlanInput[];
	readonly config: Config;
	/** The calendar day (UTC) to judge by, `YYYY-MM-DD`. */
	readonly today: string;
	/** Every path at head; needed only where the configuration names tests of handoffs. */
	readonly paths?: readonly string[];
	/** What people should know about the run itself; shown with the report. */
	readonly remarks?: readonly string[];
	/** Changes to try on head without editing it. Where no plan has a base, the plans as written are the base. */
	readonly whatIf?: readonly WhatIf[];
	/** True where only some of the plans are judged: a waiver that names no plan may then be about another. */
	readonly isPartial?: boolean;
	/** What other repositories say of the phases that these plans wait for there, by the text that names each. */
	readonly externalStatuses?: ReadonlyMap<string, string>;
	/** Who has opened the gate by hand. */
	readonly override?: Override | null;
}
/** One plan at the revision to judge, and at the one to compare with (null when there is none). */
export interface PlanInput {
	readonly name: string;
	readonly head: readonly SourceDocument[];
	readonly base: readonly SourceDocument[] | null;
	/** Path of the document whose statuses and progress go before every other's. */
	readonly statusDocument?: string | null;
	/** What the history of base says about its announcements, where `announcementsToDate` asks for it. */
	readonly firstOnBase?: FirstOnBase;
}
/** The whole product: documents in, report out. */
export declare const checkPlan: (input: CheckInput) => Report;
/**
 * The documents with the edits made that findings offer: those that may be made unseen, or all. What a mended plan newly
 * offers is made in a further round, so that fixing twice is fixing once; only edits in each other's way end it early.
 */
export declare function fixPlans(input: CheckInput, which: "safe" | "all"): FixedPlans;
/** What `schedulePlans` needs: documents, what to try on them, and what of the schedule to show. */
export interface ScheduleInput extends SheetChoice {
	readonly plans: readonly Omit<PlanInput, "base">[];
	readonly config: Config;
	/** The calendar day (UTC) for what depends on one, `YYYY-MM-DD`. */
	readonly today: string;
	readonly remarks?: readonly string[];
	readonly whatIf?: readonly WhatIf[];
}
/** The schedule of each plan, judged by no rule. */
export declare function schedulePlans(input: ScheduleInput): ScheduleReport;
/** The paths that are read as one plan. */
export interface PlanDocuments {
	readonly name: string;
	readonly documents: readonly string[];
}
/**
 * The plans among the paths of a repository. Named plans come first, in the order configured, with their documents in
 * the order of their globs; a document no named plan takes is a plan of its own, named by its path and sorted by it.
 * A named plan without documents is left out; its status document alone makes none. A registry of services belongs to
 * the plan in its folder where there is only one. The contract documents of phases come last in the plans nearest to
 * them, and are never plans of their own.
 */
export declare function matchPlans(config: Pick<Config, "plans">, paths: readonly string[]): PlanDocuments[];
/** Without options a file is judged alone, by the defaults. */
export interface PlanGateOptions {
	/**
	 * The configuration's path, from the folder that remark runs in. A file that it names as one of several of a plan is
	 * judged with the others as they are on disk; one that is no plan by it is left alone.
	 */
	readonly configFile?: string;
	/** The keys of a configuration file, for a project without one. Not beside `configFile`. */
	readonly config?: Readonly<Record<string, unknown>>;
	/** The calendar day (UTC) to judge by, `YYYY-MM-DD`. Default: today. */
	readonly asOf?: string;
}
/** What is used of a file; a VFile has it. */
export interface PlanFile {
	readonly path?: string | undefined;
	readonly cwd: string;
	toString(): string;
	message(reason: string, options?: unknown): object;
}
/**
 * A plugin for remark 15 and later. Messages have `source` “plan-gate”, the rule as `ruleId`, its page as `url` and the
 * way out as `note`; `expected` is what to put in the message's place, where the finding has an edit there. Errors are
 * fatal, warnings are not, notices are information.
 */
export function remarkPlanGate(options?: PlanGateOptions): (tree: unknown, file: PlanFile) => Promise<undefined>;
/**
 * The set-up is wrong: configuration, input, missing base, no permission to read. The maintainer's trouble, shown
 * without a stack: what, where, how to mend it. Exit code 2.
 */
export declare class SetupError extends Error {
	readonly code: SetupErrorCode;
	readonly detail: {
		readonly mend: string;
		readonly place?: {
			readonly path: string;
			readonly line: number;
			readonly column: number;
		};
	};
	readonly name = "SetupError";
	constructor(code: SetupErrorCode, 
	/** What is wrong and, where it helps, the offending value. */
	message: string, detail: {
		readonly mend: string;
		readonly place?: {
			readonly path: string;
			readonly line: number;
			readonly column: number;
		};
	});
}
export type SetupErrorCode = "bad-arguments" | "bad-config" | "bad-input" | "no-such-file" | "no-such-revision" | "no-plan-found" | "plan-vanished" | "too-large" | "unreadable" | "no-permission" | "unsupported-event" | "github-unavailable";
/** Version of this program, as in reports. */
export declare const version: string;
/** What holds where a configuration says nothing. */
export declare const defaultConfig: Config;
/** A rule, without what it does. */
export interface RuleSummary {
	/** Kebab words; never renamed. */
	readonly id: string;
	readonly summary: string;
	/** Default; the configuration may change it. */
	readonly severity: Severity;
	/** The plan as it stands, the step from base to head, or the team's waivers. */
	readonly about: "plan" | "change" | "policy";
	/** Its page. */
	readonly url: string;
}
/** Every rule, in the order in which they run. */
export declare const rules: readonly RuleSummary[];
/**
 * The configuration in a YAML or JSON text.
 * @param path stands in messages only
 * @throws {SetupError} `bad-config` with every problem found and the line and column of each
 */
export declare const parseConfig: (text: string, path?: string) => Config;
/**
 * What the documents of one plan say, nothing judged: phases, services, locks, announcements and claims with their
 * places. Lengths are in weeks.
 */
export declare const readPlan: (documents: readonly SourceDocument[], config?: Config) => ReadJson;
/** The report as `plan-gate check` prints it, or as the comment on a pull request (`markdown`). */
export declare const renderReport: (report: Report, format: Format, options?: Partial<RenderOptions>) => string;
/** The schedule as `plan-gate schedule` prints it. */
export declare const renderSchedule: (report: ScheduleReport, format: ScheduleFormat, options?: Partial<RenderOptions>) => string;

export {};
