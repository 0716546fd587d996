import type { Place, PlacedText } from "./place.js";
import type { DurationUnit } from "./settings.js";

/**
 * One statement found in a document, before anything is resolved: text and place, nothing judged. Ways of writing
 * differ up to here and nowhere after.
 */
export type Declaration =
  | ItemDeclaration
  | BreakingChangeDeclaration
  | ServiceDeclaration
  | LockDeclaration
  | ContractDeclaration
  | CheckpointsDeclaration
  | ClaimDeclaration
  | ManagedSectionDeclaration
  | UnreadDeclaration;

/** How far a statement may be trusted. Only `explicit` facts (own field, column, heading, marker) may block a merge. */
export type Evidence = "explicit" | "inferred";

/**
 * How closely a mention is about its item. When two mentions state different values for one fact, the closer one
 * wins: the item's own section before a table row, a row before a list entry, an entry before a timeline line.
 */
export type MentionKind = "section" | "row" | "entry" | "timeline";

/** One mention of a phase, task, epic, … with what is written about it there. The same item may be mentioned often. */
export interface ItemDeclaration {
  readonly kind: "item";
  readonly mention: MentionKind;
  /** Normalised id: `8`, `4.5`, `T-02`, `TASK-001`; the item word is not part of it. */
  readonly id: string;
  /** The item word in lower case (`phase`, `task`, `epic`, …), or empty when the id stands alone. */
  readonly word: string;
  /** The id as a person says it: `Phase 8`, `T-02`. */
  readonly label: string;
  readonly title: PlacedText | null;
  /** The whole mention: heading line, table row, list entry. */
  readonly place: Place;
  /** Where the id itself stands. */
  readonly idPlace: Place;
  /** The item in whose section this one stands, if any. */
  readonly parent: ItemName | null;
  /**
   * False for a passing mention, which adds to an item that is defined elsewhere but never brings one into being: a
   * gate that invents phases is turned off in a week.
   */
  readonly isDefinition: boolean;
  readonly facts: readonly FactDeclaration[];
  /** Check boxes that stand below it and belong to no item of their own. */
  readonly checkboxes: { readonly count: number; readonly done: number };
  /** The dialect that read it, for explanation only. */
  readonly dialect: string;
}

/** What an item is called: enough to find it among the others. */
export interface ItemName {
  readonly id: string;
  readonly word: string;
  /** The enclosing item, for ids that only mean something inside it (`Worker 1` of every phase). */
  readonly parent: ItemName | null;
}

/** What a field, a column or a mark speaks about. */
export type FactName =
  | "dependsOn"
  | "blocks"
  | "parallelWith"
  | "independentOf"
  | "sequencedAfter"
  | "tier"
  | "duration"
  | "remaining"
  | "window"
  | "status"
  | "progress"
  | "modifies"
  | "services"
  | "outputs"
  | "requires"
  | "needs"
  | "alias";

/** One fact about an item, as written. */
export interface FactDeclaration {
  readonly fact: FactName;
  readonly text: PlacedText;
  readonly evidence: Evidence;
  /** The items meant, where the way of writing leaves no doubt (`after a b` of a chart); else the text is read. */
  readonly names?: readonly ItemName[];
  /** True when the text is about a whole group (a tier's heading), so that an edit there moves every member. */
  readonly isShared?: boolean;
  /** True when it stands in a part of the item's section that has a heading of its own, and may be about that part. */
  readonly isOfPart?: boolean;
  /** Unit that a column head or a document convention gives to bare numbers. */
  readonly unit?: DurationUnit;
}

/** An announcement, part by part, as a row of the canonical table has them; a missing or empty part is null. */
export interface BreakingChangeDeclaration {
  readonly kind: "breaking-change";
  /** What is announced: that something becomes another, or that it goes. */
  readonly about: "change" | "removal";
  /** False for a mark in a table of versions, which counts only where nothing announces a change of that service. */
  readonly isAnnouncement: boolean;
  readonly place: Place;
  readonly subject: PlacedText | null;
  readonly change: PlacedText | null;
  /** The version it leads to, or both: `1.4.2 → 2.0.0`. */
  readonly version: PlacedText | null;
  /** The version before it, where that stands apart. */
  readonly versionNow: PlacedText | null;
  readonly announced: PlacedText | null;
  readonly effective: PlacedText | null;
  readonly phase: PlacedText | null;
  readonly affects: PlacedText | null;
  readonly migration: PlacedText | null;
}

/** What one row of a registry, or one entry of a list of owned services, says; a missing or empty cell is null. */
export interface ServiceDeclaration {
  readonly kind: "service";
  readonly place: Place;
  /** `entry`: in a list of what a phase owns, which registers nothing by itself. */
  readonly mention: "row" | "entry";
  readonly service: PlacedText;
  readonly owner: PlacedText | null;
  readonly version: PlacedText | null;
  readonly nextVersion: PlacedText | null;
  readonly status: PlacedText | null;
  readonly dependencies: PlacedText | null;
  readonly dependents: PlacedText | null;
}

/** What a lock table, the lock columns of a registry, or one cell of a lock matrix says. */
export interface LockDeclaration {
  readonly kind: "lock";
  readonly place: Place;
  /** `cell`: of a matrix, about the phase of its column. */
  readonly mention: "row" | "cell";
  readonly service: PlacedText;
  readonly lockedBy: PlacedText | null;
  /** `🔒 Locked`, `MODIFYING`; null where the table has no column for it. */
  readonly state: PlacedText | null;
  readonly from: PlacedText | null;
  readonly until: PlacedText | null;
}

/** One thing that an item hands on, or needs from another, as a contract document or a table of contracts states it. */
export interface ContractDeclaration {
  readonly kind: "contract";
  readonly side: "output" | "requirement";
  /** The whole entry: table row, list entry, heading. */
  readonly place: Place;
  /** Whose contract it is; never brings an item into being. */
  readonly owner: ItemName;
  readonly name: PlacedText;
  readonly version: PlacedText | null;
  /** Who is said to provide it. */
  readonly source: PlacedText | null;
  /** What it is: service, model, … */
  readonly category: string | null;
}

/** The list under a heading about integration checkpoints. */
export interface CheckpointsDeclaration {
  readonly kind: "checkpoints";
  /** The heading. */
  readonly place: Place;
  readonly entries: readonly { readonly text: PlacedText; readonly isChecked: boolean }[];
}

/** Something that is not read, or not as it stands, said aloud. */
export interface UnreadDeclaration {
  readonly kind: "unread";
  readonly place: Place;
  readonly reason: string;
}

/** What a document says about numbers that follow from its phases. */
export interface ClaimDeclaration {
  readonly kind: "claim";
  readonly claim: "total" | "tier-window" | "tier-completion" | "window" | "critical-path" | "blocks" | "phases-done";
  /** The whole statement. */
  readonly text: PlacedText;
  readonly place: Place;
  /** The number, or the range of numbers, that is claimed, and nothing else; null where items are claimed. */
  readonly value: PlacedText | null;
  readonly unit: DurationUnit | null;
  /** `~`, `about`: said to be inexact. */
  readonly isApproximate: boolean;
  /** What the words around it say of how the work is done; null when they say nothing. */
  readonly mode: "sequential" | "parallel" | "critical-path" | null;
  readonly tier: number | null;
  /**
   * The items it is about, in the order written. Of a critical path each entry is one step; elsewhere each holds one
   * item. Null: the whole plan.
   */
  readonly steps: readonly (readonly ItemName[])[] | null;
  /** The item whose claim it is (`Phase 8 … blocks 13, 14`). */
  readonly subject: ItemName | null;
}

/** A part of a document that the program writes; nothing in it is read as a plan. */
export interface ManagedSectionDeclaration {
  readonly kind: "managed-section";
  /** The opening mark, or the mark that is out of place. */
  readonly place: Place;
  readonly name: string;
  /** What stands between the marks; null where the marks are at fault. */
  readonly content: PlacedText | null;
  /** Why it cannot be kept up to date: not closed, nested, unknown, there twice. */
  readonly fault: string | null;
  /** How lines end there. */
  readonly lineBreak: "\n" | "\r\n";
}
