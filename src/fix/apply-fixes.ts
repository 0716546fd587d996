import type { TextEdit } from "../model/finding.js";
import { EditSet } from "./edit-set.js";

/** A text after its edits, and what became of each edit. */
export interface FixedText {
  readonly text: string;
  /** In the order of the text. */
  readonly applied: readonly TextEdit[];
  /** Edits that reach into an earlier one or out of the text, in the order given. */
  readonly skipped: readonly TextEdit[];
}

/**
 * The text with all edits made at once; every place is in the text as given. Of two edits that
 * reach into one another the first given is made; the same edit given twice is made once and counts as applied both times.
 */
export function applyFixes(text: string, edits: readonly TextEdit[]): FixedText {
  const set = new EditSet();
  const applied: TextEdit[] = [];
  const skipped: TextEdit[] = [];
  for (const edit of edits) {
    const fits = isInside(text, edit) && set.add(edit) !== "in-the-way";
    (fits ? applied : skipped).push(edit);
  }
  applied.sort((a, b) => a.place.offset - b.place.offset || a.place.endOffset - b.place.endOffset);
  return { text: edited(text, set.in(edits[0]?.place.path ?? "")), applied, skipped };
}

/** The text with edits that do not overlap, in the order of the text. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const { place, newText } of edits) {
    parts.push(text.slice(end, place.offset), newText);
    end = place.endOffset;
  }
  return parts.join("") + text.slice(end);
}

const isInside = (text: string, { place }: TextEdit): boolean =>
  place.offset >= 0 && place.offset <= place.endOffset && place.endOffset <= text.length;
