/** A part of the report that is kept or left out as a whole, or shortened by whole items. */
export interface Section {
  /** As said when it is left out: `the flowchart`; of a section with items, what one item is: `warning`. */
  readonly name: string;
  /** Several items, where an `s` behind the name would be wrong. */
  readonly plural?: string;
  /** The lowest goes first when the report is too long; `Infinity` never goes. */
  readonly worth: number;
  readonly head: string;
  /** Dropped from the end, one by one, before the section goes; without items the section is all or nothing. */
  readonly items?: readonly string[];
  readonly foot?: string;
}

/** What each part is worth to the author of a change: pictures least, errors most. */
export const WORTH = {
  depth: 0,
  flowchart: 1,
  gantt: 2,
  agents: 3,
  totals: 4,
  tiers: 5,
  changes: 6,
  accepted: 7,
  alreadyOnBase: 8,
  remarks: 9,
  notices: 10,
  warnings: 11,
  path: 12,
  errors: 13,
} as const;
