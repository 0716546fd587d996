import type { TextEdit } from "../model/finding.js";

/** Edits that can all be made at once, in whatever order they were given. Finds out in logarithmic time whether one fits. */
export class EditSet {
  /** By path, in the order of the text; no two of them overlap. */
  readonly #byPath = new Map<string, TextEdit[]>();

  /** The edits of one document, in the order of the text, each once. */
  in(path: string): readonly TextEdit[] {
    return this.#byPath.get(path) ?? [];
  }

  /** Adds the edit unless it gets in the way of one that is there; the same edit again is no second one. */
  add(edit: TextEdit): "added" | "there-already" | "in-the-way" {
    const edits = this.#byPath.get(edit.place.path) ?? [];
    const index = firstBehind(edits, edit.place.offset);
    const before = edits[index - 1];
    const after = edits[index];
    if (before !== undefined && isSame(edit, before)) return "there-already";
    if ((before && overlaps(edit, before)) || (after && overlaps(edit, after))) return "in-the-way";
    edits.splice(index, 0, edit);
    this.#byPath.set(edit.place.path, edits);
    return "added";
  }

  /** Takes an edit out again that was added. */
  remove(edit: TextEdit): void {
    const edits = this.#byPath.get(edit.place.path) ?? [];
    edits.splice(firstBehind(edits, edit.place.offset) - 1, 1);
  }
}

/** The index of the first edit that begins behind the offset. */
function firstBehind(edits: readonly TextEdit[], offset: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edits[middle]!.place.offset > offset) high = middle;
    else low = middle + 1;
  }
  return low;
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
