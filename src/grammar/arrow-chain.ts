import type { TextSpan } from "./dependency-sentence.js";
import { ITEM_WORD, NUMBER_ID, PREFIXED_ID } from "./item-id.js";

/** A member of a chain: the ids it names, or null where it is not nothing but a name. */
export type ChainMember = TextSpan | null;

/** Longest text that is read. */
const LONGEST = 4000;
/** `→`, `->`, `-->`, `=>`, `──►`; an arrow with two heads says nothing. */
const ARROW =
  /(?<![<\u2190\u25c4\u2194-])(?:[-=]{1,3}>|[\u2500\u2501=-]{1,60}[\u25ba\u25b6>]|[\u2192\u27f6\u2794\u279c\u21d2])/gu;
/** False for a text that can hold no chain; quick even on a long one. */
export const hasArrow = (text: string): boolean => /[-=]>|[\u25ba\u25b6\u2192\u27f6\u2794\u279c\u21d2]/.test(text);

const ID = `(?:${PREFIXED_ID}|${NUMBER_ID})`;
const NAME = `(?:(?:${ITEM_WORD})[ \\t]{1,3}#?)?${ID}(?![\\p{L}\\d]|[.]\\d)`;
const AND = "[ \\t]{0,9}(?:\\([^()\\n]{0,80}\\)[ \\t]{0,9})?(?:,|&|\\+|and|[-\\u2010-\\u2015]|to)[ \\t]{0,9}";
/** Behind a name may stand a note, a title after a colon or dash, a mark; a further word makes it prose. */
const MEMBER = new RegExp(
  `^[^\\p{L}\\p{N}]{0,40}(${NAME}(?:${AND}${NAME}){0,20})(?=$|[ \\t]{0,9}(?:$|[^\\p{L}\\p{N}\\s]))`,
  "iu",
);

/**
 * The chains `A1 → A2 → B1` of a text, member by member. An arrow at the end or start of a line carries on to the next.
 */
export function parseArrowChains(written: string): readonly (readonly ChainMember[])[] {
  const text = written.slice(0, LONGEST);
  const chains: ChainMember[][] = [];
  for (const { start, end } of logicalLines(text)) {
    const line = text.slice(start, end);
    const arrows = [...line.matchAll(ARROW)];
    if (arrows.length === 0) continue;
    const members: ChainMember[] = [];
    let from = 0;
    for (const { index, 0: arrow } of [...arrows, { index: line.length, 0: "" }]) {
      members.push(readMember(line.slice(from, index), start + from, members.length === 0));
      from = index + arrow.length;
    }
    chains.push(members);
  }
  return chains;
}

function readMember(written: string, offset: number, isFirst: boolean): ChainMember {
  const text = written.replace(/\s/g, " ");
  // Before the first name a label may stand: `Critical path: T001 → T002`.
  const colon = isFirst && !MEMBER.test(text) ? text.indexOf(":") + 1 : 0;
  const match = MEMBER.exec(text.slice(colon));
  if (!match) return null;
  const start = offset + colon + match[0].length - match[1]!.length;
  return { start, end: start + match[1]!.length };
}

function logicalLines(text: string): TextSpan[] {
  const lines: TextSpan[] = [];
  let start = 0;
  for (let at = 0; at <= text.length;) {
    const found = text.indexOf("\n", at);
    const end = found < 0 ? text.length : found;
    const next = text.slice(end + 1, end + 80);
    const goesOn = /(?:[-=\u2500]>|[\u2192\u25ba])[ \t]{0,9}\r?$/.test(text.slice(Math.max(at, end - 20), end));
    const isCarriedOn = /^[ \t]{0,40}(?:[-=\u2500]{1,3}[>\u25ba]|\u2192)/.test(next);
    if (found < 0 || !(goesOn || isCarriedOn)) {
      lines.push({ start, end });
      start = end + 1;
    }
    at = end + 1;
  }
  return lines;
}
