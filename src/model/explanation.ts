import type { Evidence, FactName, MentionKind } from "./declaration.js";
import type { Place } from "./place.js";

/** What was made of some lines of a document. Described by `schema/explain.schema.json`. */
export interface Explanation {
  readonly schemaVersion: 1;
  readonly path: string;
  readonly lines: readonly ExplainedLine[];
}

export interface ExplainedLine {
  readonly line: number;
  /** As written, without its end. */
  readonly text: string;
  readonly kind: LineKind;
  readonly items: readonly ExplainedItem[];
  readonly breakingChanges: readonly ExplainedBreakingChange[];
  /** Services and locks that the line speaks of, by name. */
  readonly services: readonly ExplainedService[];
  /** Why nothing is made of the line; null when something is. */
  readonly reason: string | null;
}

/** What a line is to a reader of Markdown. */
export type LineKind =
  | "blank"
  | "front-matter"
  | "heading"
  | "prose"
  | "list"
  | "table-head"
  | "table-rule"
  | "table-row"
  | "fence"
  | "indented-code"
  | "comment"
  | "html"
  | "quote"
  | "rule"
  | "definition"
  | "too-deep";

/** A mention of an item, with those of its facts that stand on the line. */
export interface ExplainedItem {
  readonly id: string;
  readonly label: string;
  readonly title: string | null;
  readonly mention: MentionKind;
  readonly dialect: string;
  /** False for a passing mention, which never brings an item into being. */
  readonly isDefinition: boolean;
  /** Where the mention itself stands; its facts may stand on other lines. */
  readonly place: Place;
  readonly standing: ItemStanding;
  readonly facts: readonly ExplainedFact[];
}

/**
 * `scheduled`: is a phase. `not-planned`: is one, but a tangent or deprecated. `part`: is below a phase and counts as a
 * part of it. `other-level`: the phases are on another level. `undefined`: nothing defines it.
 */
export interface ItemStanding {
  readonly kind: "scheduled" | "not-planned" | "part" | "other-level" | "undefined";
  /** Id of the phase it is, or is a part of. */
  readonly phase: string | null;
}

export interface ExplainedFact {
  readonly fact: FactName;
  readonly text: string;
  readonly evidence: Evidence;
  /** True when it is said of a whole group, such as a tier's heading. */
  readonly isShared: boolean;
  readonly place: Place;
  /** As understood: `4 weeks`, `Tier 2`. */
  readonly meaning: string;
  /** False when another statement of the same fact is the one that counts; null where statements add up. */
  readonly counts: boolean | null;
  readonly references: readonly ExplainedReference[];
}

/** What one name in a list of dependencies comes to. */
export interface ExplainedReference {
  readonly text: string;
  /** The item found, as a person says it. */
  readonly item: string | null;
  /** Id of the phase at the other end of the edge; null where there is no edge. */
  readonly phase: string | null;
  /** The author marked it as met. */
  readonly satisfied: boolean;
  readonly note: string | null;
  /** Why there is no edge; null where there is one. */
  readonly reason: string | null;
}

export interface ExplainedBreakingChange {
  readonly subject: string;
  readonly change: string;
  /** `YYYY-MM-DD`; null when none can be read. */
  readonly announced: string | null;
  readonly effective: string | null;
}

export interface ExplainedService {
  readonly kind: "service" | "lock";
  readonly service: string;
}
