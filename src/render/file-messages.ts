import type { SourceDocument } from "../model/document.js";
import type { Severity } from "../model/finding.js";
import type { Place } from "../model/place.js";
import type { FindingRow, FixRow, Report } from "../model/report.js";
import { plainText } from "./shared/plain-text.js";

/** What an editor shows at a place of a file: the vocabulary of VFile messages. */
export interface FileMessage {
  readonly reason: string;
  readonly place: { readonly start: Point; readonly end: Point };
  readonly ruleId: string;
  readonly severity: Severity;
  /** The way out in words. */
  readonly note: string | null;
  /** What stands at the place, and what to put there instead; null where the finding has no edit there. */
  readonly actual: string | null;
  readonly expected: string | null;
}

/** Lines and columns from 1, offsets from 0, in UTF-16 code units. */
interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A quick fix is seen before it is made: what is longer is left to `plan-gate fix`. */
const LONGEST = 2000;
const MOST_LINES = 3;

/** The findings that stand in one document and are not waived, in the order of the report. */
export const fileMessages = ({ findings }: Report, document: SourceDocument): FileMessage[] =>
  findings
    .filter(({ place, waivedBy }) => waivedBy === null && isIn(place, document))
    .map((finding) => messageOf(finding, document));

const isIn = ({ path, revision }: Place, document: SourceDocument): boolean =>
  path === document.path && revision === undefined;

function messageOf(finding: FindingRow, document: SourceDocument): FileMessage {
  const { message, ruleId, severity, fix, toPaste } = finding;
  const span = fix && spanOf(finding.place, fix, document);
  const { line, column, offset, endLine, endColumn, endOffset } = span ?? finding.place;
  const actual = span && document.text.slice(offset, endOffset);
  const note = fix?.title ?? toPaste;
  return {
    reason: plainText(message),
    place: {
      start: { line, column, offset },
      end: { line: endLine, column: endColumn, offset: endOffset },
    },
    ruleId,
    severity,
    note: note === undefined ? null : plainText(note, LONGEST),
    actual,
    expected: span && edited(document.text, span, fix),
  };
}

/** From the first to the last of what the finding points at and its fix changes; null where that is too much to see. */
function spanOf(place: Place, { edits }: FixRow, document: SourceDocument): Place | null {
  const places = [place, ...edits.map((edit) => edit.place)];
  if (edits.length === 0 || !places.every((one) => isIn(one, document))) return null;
  const first = places.reduce((a, b) => (b.offset < a.offset ? b : a));
  const last = places.reduce((a, b) => (b.endOffset > a.endOffset ? b : a));
  if (last.endLine - first.line >= MOST_LINES || last.endOffset - first.offset > LONGEST) return null;
  const { endLine, endColumn, endOffset } = last;
  return { ...first, endLine, endColumn, endOffset };
}

/** What stands in the span once the edits are made, from the last to the first. */
function edited(text: string, { offset, endOffset }: Place, { edits }: FixRow): string {
  let end = endOffset;
  let after = "";
  for (const { place, newText } of edits.toSorted((a, b) => b.place.offset - a.place.offset)) {
    after = newText + text.slice(place.endOffset, end) + after;
    end = place.offset;
  }
  return text.slice(offset, end) + after;
}
