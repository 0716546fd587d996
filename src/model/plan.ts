import type { Evidence, MentionKind } from "./declaration.js";
import type { Place } from "./place.js";

declare const phaseId: unique symbol;
/** A phase's normalised id, unique in its plan. Compared without case. */
export type PhaseId = string & { readonly [phaseId]: true };

export type Status =
  "done" | "in-progress" | "not-started" | "blocked" | "paused" | "deprecated" | "tangent" | "unknown";

/** Everything read from the documents of one plan at one revision. What could not be resolved is kept, not dropped. */
export interface Plan {
  readonly name: string;
  /** Paths, in the order read. */
  readonly documents: readonly string[];
  /** In plan order: the order in which the documents first mention them. */
  readonly phases: ReadonlyMap<PhaseId, Phase>;
  readonly breakingChanges: readonly BreakingChange[];
  /** Services of the registry, in the order in which the documents first name them. */
  readonly services: readonly Service[];
  readonly locks: readonly Lock[];
  /** Which phase changes which service, by phases in plan order. */
  readonly modifications: readonly Modification[];
  /** One for each heading about integration checkpoints. */
  readonly checkpoints: readonly Checkpoints[];
  readonly notices: readonly ReadingNotice[];
  /** What the documents say about their own numbers, in the order written. */
  readonly claims: readonly Claim[];
  readonly managedSections: readonly ManagedSection[];
}

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
  readonly children: { readonly count: number; readonly done: number };
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
  readonly source: { readonly text: string; readonly place: Place } | null;
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

/** What is listed under a heading about integration checkpoints. */
export interface Checkpoints {
  readonly place: Place;
  readonly entries: readonly Checkpoint[];
}

export interface Checkpoint {
  readonly place: Place;
  readonly isChecked: boolean;
  /** `Tier 0 → Tier 1`; null where it names no tiers. */
  readonly tiers: { readonly from: number; readonly to: number } | null;
  /** `Phase 8 → Phase 10`; empty where it names no phases of this plan. */
  readonly from: readonly PhaseId[];
  readonly to: readonly PhaseId[];
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
  readonly insertion: { readonly place: Place; readonly saysWord: boolean } | null;
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
  readonly version: { readonly from: string | null; readonly to: string | null; readonly text: string } | null;
  readonly announced: DeclaredDay | null;
  readonly effective: DeclaredDay | null;
  readonly phase: string | null;
  readonly affects: readonly string[];
  readonly migration: string | null;
  readonly place: Place;
}

/** A service as a registry knows it. Names are compared without case, spaces and hyphens. */
export interface Service {
  readonly name: string;
  /** Where it is spoken of, rows of a registry first; never empty. */
  readonly places: readonly Place[];
  /** False for one that is only listed as owned by a phase. */
  readonly isRegistered: boolean;
  readonly owner: NamedPhase | null;
  readonly version: StatedText | null;
  readonly nextVersion: StatedText | null;
  readonly status: StatedText | null;
  /** Other services it needs, as written. */
  readonly dependencies: readonly StatedText[];
  readonly dependents: DependentPhases | null;
}

export interface StatedText {
  readonly text: string;
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

/** The phases that use a service; all of the plan where `isAll`. */
export interface DependentPhases {
  readonly phases: readonly NamedPhase[];
  readonly isAll: boolean;
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
  readonly event: { readonly phase: PhaseId; readonly edge: "start" | "end" } | null;
}

/** A phase changes a service, by its own word (`Modifies`) or because it lists it (`Services`). */
export interface Modification {
  readonly phase: PhaseId;
  readonly service: string;
  readonly wording: "modifies" | "services" | "lock";
  readonly place: Place;
}

/** A day as written; `day` is null when the text is no calendar day (`TBD`, `2026-02-31`). */
export interface DeclaredDay {
  readonly day: string | null;
  readonly text: string;
  readonly place: Place;
}

/** Something the reader wants people to know that is no mistake of the plan: not read, repaired, counted as zero. */
export interface ReadingNotice {
  readonly message: string;
  readonly place: Place;
}

/** A statement about what follows from the phases. Weeks throughout; windows count from 1, both ends included. */
export type Claim =
  TotalClaim | TierWindowClaim | TierCompletionClaim | WindowClaim | PathClaim | RelationClaim | DoneClaim;

interface ClaimText {
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

/** A part of a document that the program writes. */
export interface ManagedSection {
  readonly name: string;
  /** The opening mark, or the mark that is out of place. */
  readonly place: Place;
  /** What stands between the marks now; null where the marks are at fault. */
  readonly content: { readonly text: string; readonly place: Place } | null;
  readonly fault: string | null;
  /** How lines end there. */
  readonly lineBreak: "\n" | "\r\n";
}
