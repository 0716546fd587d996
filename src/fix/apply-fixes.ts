import type { TextEdit } from "../model/finding.js";

/** A text after its edits, and what became of each edit. */
export interface FixedText {
  readonly text: string;
  /** In the order of the text. */
  readonly applied: readonly TextEdit[];
  /** Edits that reach into an earlier one or out of the text, in the order given. */
  readonly skipped: readonly TextEdit[];
}

/**
 * The text with all edits made at once; every place refers to the text as given. Of two edits that reach into one
 * another the first given is made; the same edit given twice is made once and counts as applied both times.
 */
export function applyFixes(text: string, edits: readonly TextEdit[]): FixedText {
  const applied: TextEdit[] = [];
  const skipped: TextEdit[] = [];
  for (const edit of edits) {
    const fits = isInside(text, edit) && applied.every((other) => isSame(edit, other) || !overlaps(edit, other));
    (fits ? applied : skipped).push(edit);
  }
  applied.sort((a, b) => a.place.offset - b.place.offset || a.place.endOffset - b.place.endOffset);
  let fixed = "";
  let end = 0;
  for (const [index, { place, newText }] of applied.entries()) {
    if (index > 0 && isSame(applied[index]!, applied[index - 1]!)) continue;
    fixed += text.slice(end, place.offset) + newText;
    end = place.endOffset;
  }
  return { text: fixed + text.slice(end), applied, skipped };
}

/** True when two edits cannot both be made: they share a character, or insert at the same point. */
export function overlaps(a: TextEdit, b: TextEdit): boolean {
  if (a.place.path !== b.place.path) return false;
  if (a.place.offset === b.place.offset) return true;
  return a.place.offset < b.place.endOffset && b.place.offset < a.place.endOffset;
}

/** True when two edits put the same text at the same place. */
export function isSame(a: TextEdit, b: TextEdit): boolean {
  return (
    a.place.path === b.place.path &&
    a.place.offset === b.place.offset &&
    a.place.endOffset === b.place.endOffset &&
    a.newText === b.newText
  );
}

const isInside = (text: string, { place }: TextEdit): boolean =>
  place.offset >= 0 && place.offset <= place.endOffset && place.endOffset <= text.length;
