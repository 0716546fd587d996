import type { SourceDocument } from "../model/document.js";
import type { Fix, TextEdit } from "../model/finding.js";
import { applyFixes, isSame, overlaps } from "./apply-fixes.js";

/** Documents after their fixes, and what became of each fix. */
export interface FixedDocuments {
  /** All documents, in the order given, changed or not. */
  readonly documents: readonly SourceDocument[];
  readonly applied: readonly Fix[];
  /** Fixes that get in the way of an earlier one or edit what is not there; a later run may offer them anew. */
  readonly skipped: readonly Fix[];
}

/** Makes each fix whole or not at all; of two that get in each other's way, the first given. */
export function fixDocuments(documents: readonly SourceDocument[], fixes: readonly Fix[]): FixedDocuments {
  const texts = new Map(documents.map((document) => [document.path, document.text]));
  const edits: TextEdit[] = [];
  const applied: Fix[] = [];
  const skipped: Fix[] = [];
  for (const fix of fixes) {
    const fits = fix.edits.every(
      (edit) => isThere(edit, texts) && edits.every((other) => isSame(edit, other) || !overlaps(edit, other)),
    );
    if (fits) edits.push(...fix.edits);
    (fits ? applied : skipped).push(fix);
  }
  const fixed = documents.map(({ path, text }) => ({
    path,
    text: applyFixes(
      text,
      edits.filter((edit) => edit.place.path === path),
    ).text,
  }));
  return { documents: fixed, applied, skipped };
}

function isThere({ place }: TextEdit, texts: ReadonlyMap<string, string>): boolean {
  const text = texts.get(place.path);
  return text !== undefined && place.revision === undefined && place.endOffset <= text.length;
}
