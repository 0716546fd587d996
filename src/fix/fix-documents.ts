import type { SourceDocument } from "../model/document.js";
import type { Fix, TextEdit } from "../model/finding.js";
import { edited } from "./apply-fixes.js";
import { EditSet } from "./edit-set.js";

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
  const set = new EditSet();
  const applied: Fix[] = [];
  const skipped: Fix[] = [];
  for (const fix of fixes) {
    const fits = fix.edits.every((edit) => isThere(edit, texts)) && addWhole(fix, set);
    (fits ? applied : skipped).push(fix);
  }
  return {
    documents: documents.map(({ path, text }) => ({ path, text: edited(text, set.in(path)) })),
    applied,
    skipped,
  };
}

/** False, and nothing added, when one of its edits gets in the way of another. */
function addWhole({ edits }: Fix, set: EditSet): boolean {
  const added: TextEdit[] = [];
  for (const edit of edits) {
    const outcome = set.add(edit);
    if (outcome === "added") added.push(edit);
    if (outcome !== "in-the-way") continue;
    for (const one of added) set.remove(one);
    return false;
  }
  return true;
}

function isThere({ place }: TextEdit, texts: ReadonlyMap<string, string>): boolean {
  const text = texts.get(place.path);
  return text !== undefined && place.revision === undefined && place.endOffset <= text.length;
}
