import type { SourceDocument } from "./document.js";
import type { DiffRow } from "./report.js";

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
