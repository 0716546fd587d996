import { applyFixes } from "../fix/apply-fixes.js";
import type { SourceDocument } from "../model/document.js";
import type { Fix, TextEdit } from "../model/finding.js";
import type { DiffRow } from "../model/report.js";

/** The whole lines that a fix changes, before and after, by document and line. */
export function fixDiff({ edits }: Fix, documents: readonly SourceDocument[]): DiffRow[] {
  return documents.flatMap((document) => {
    const own = edits.filter(({ place }) => place.path === document.path && place.revision === undefined);
    return lineGroups(own).flatMap((group) => groupDiff(group, document));
  });
}

/** Edits in document order, those that touch the same line together. */
function lineGroups(edits: readonly TextEdit[]): TextEdit[][] {
  const groups: TextEdit[][] = [];
  let lastLine = -1;
  for (const edit of [...edits].sort((a, b) => a.place.offset - b.place.offset)) {
    if (edit.place.line <= lastLine) groups.at(-1)!.push(edit);
    else groups.push([edit]);
    lastLine = Math.max(lastLine, edit.place.endLine);
  }
  return groups;
}

function groupDiff(edits: readonly TextEdit[], { path, text }: SourceDocument): DiffRow[] {
  const first = edits[0]!.place;
  const start = first.offset - (first.column - 1);
  const lastOffset = Math.max(...edits.map(({ place }) => place.endOffset));
  const rest = text.slice(lastOffset).search(/[\r\n]/);
  const end = rest < 0 ? text.length : lastOffset + rest;
  const moved = edits.map((edit) => ({
    ...edit,
    place: { ...edit.place, offset: edit.place.offset - start, endOffset: edit.place.endOffset - start },
  }));
  const before = linesOf(text.slice(start, end));
  const after = linesOf(applyFixes(text.slice(start, end), moved).text);
  const same = sameEnds(before, after);
  return Array.from({ length: Math.max(before.length, after.length) - same.first - same.last }, (_, index) => ({
    path,
    line: first.line + same.first + index,
    before: before.slice(0, before.length - same.last)[same.first + index] ?? null,
    after: after.slice(0, after.length - same.last)[same.first + index] ?? null,
  }));
}

const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/);

/** How many lines stay as they are before and behind what changes: an edit may insert or remove whole lines. */
function sameEnds(before: readonly string[], after: readonly string[]): { first: number; last: number } {
  const most = Math.min(before.length, after.length);
  let first = 0;
  while (first < most && before[first] === after[first]) first++;
  let last = 0;
  while (last < most - first && before.at(-1 - last) === after.at(-1 - last)) last++;
  return { first, last };
}
