import type { TextSpan } from "./dependency-sentence.js";
import { ITEM_WORD, NUMBER_ID, PREFIXED_ID } from "./item-id.js";

/** What one line of a list of dependencies says of the items it opens with. */
export interface ListedDependencies {
  /** The ids that the line opens with: `T001`, `T007, T008`, `Phases 1-3`. */
  readonly subject: TextSpan;
  readonly clauses: readonly { readonly fact: "dependsOn" | "blocks"; readonly object: TextSpan }[];
}

const LONGEST = 500;
const MARK = "[ \\t]{0,40}(?:(?:[-*\\u2022]|\\d{1,3}[.)])[ \\t]{1,9})?(?:\\[[ xX]\\][ \\t]{1,9})?";
const NAME = `(?:(?:${ITEM_WORD})[ \\t]{1,3}(?:${PREFIXED_ID}|${NUMBER_ID})|${PREFIXED_ID}|\\d{1,6}(?:\\.\\d{1,6}){1,5})(?![\\p{L}\\d])`;
const MORE = `[ \\t]{0,3}(?:,|&|\\+|and|[-\\u2010-\\u2015]|to)[ \\t]{0,3}(?:${NAME}|\\d{1,6}(?![\\p{L}\\d.]))`;
const OPENING = new RegExp(`^(${MARK})(${NAME}(?:${MORE}){0,20})`, "iu");
/** Where a clause may begin: behind the name, its note, or a dash, an arrow or a comma further on. */
const ARROW = "(?:[-\\u2010-\\u2015]{1,2}|\\u2192|\\u2190|[-=]{1,2}>|<[-=]{1,2}|[\\u2500-]{1,9}\\u25ba)[ \\t]{1,9}";
const BORDER = new RegExp(`^(?:[ \\t]{0,9}${ARROW})?|[ \\t]${ARROW}|[:;,(][ \\t]{0,9}`, "gu");
const NOTE = /^[ \t]{0,3}\([^()]{0,200}\)/;
const FILLER =
  "(?:(?:is|are|must|can|start|starts|run|runs|begin|begins|in parallel|only|directly|also|then|complete|completes)[ \\t]{1,3}){0,4}";
const WAITS = "depends? (?:up)?on|requires?|needs?|blocked by|waits? (?:for|on)|follows?|after";
const BLOCKS = "(?:un)?blocks?|enables?|(?:required|needed) (?:by|for)|(?:a )?prerequisite (?:of|for)";
const VERB = new RegExp(`^[ \\t]{0,9}${FILLER}(?:(${WAITS})|(${BLOCKS}))(?![\\p{L}\\d]):?[ \\t]{1,9}`, "iu");

/**
 * Reads a line such as `T003 (routes) - blocked by T002 (logging)` or `T001 → blocks T002, T004-T006`; null for a line
 * that opens with no id or says nothing of the kind (`T001 - standalone, no dependencies`).
 */
export function parseListedDependencies(written: string): ListedDependencies | null {
  const line = written.slice(0, LONGEST);
  const opening = OPENING.exec(line);
  if (!opening) return null;
  const start = opening[1]!.length;
  const subject = { start, end: opening[0].length };
  const note = NOTE.exec(line.slice(subject.end))?.[0].length ?? 0;
  const from = subject.end + note;
  const rest = line.slice(from);
  const found = [...rest.matchAll(BORDER)].flatMap(({ index, 0: border }) => {
    const at = index + border.length;
    const verb = VERB.exec(rest.slice(at));
    const isInside = border.startsWith("(");
    return verb ? [{ at: index, valueAt: at + verb[0].length, isInside, waits: verb[1] !== undefined }] : [];
  });
  const clauses = found.map(({ valueAt, isInside, waits }, index) => {
    const next = found[index + 1]?.at ?? rest.length;
    const end = endOf(rest, valueAt, Math.max(valueAt, next), isInside);
    return {
      fact: waits ? ("dependsOn" as const) : ("blocks" as const),
      object: { start: from + valueAt, end: from + end },
    };
  });
  return clauses.length > 0 ? { subject, clauses } : null;
}

/** A clause in parentheses ends with them; others end at a semicolon or a dash. */
function endOf(rest: string, start: number, limit: number, isInside: boolean): number {
  const stop = (isInside ? /\)|;/ : /;|[ \t][-\u2010-\u2015][ \t]/u).exec(rest.slice(start, limit));
  const end = stop ? start + stop.index : limit;
  return start + rest.slice(start, end).trimEnd().length;
}
