import { ITEM_WORD, NUMBER_ID, PREFIXED_ID, itemLabel, itemWord, normalizeId } from "../../grammar/item-id.js";
import { isDurationOnly, unitNamedIn } from "../../grammar/duration.js";
import { parseReferences } from "../../grammar/reference.js";
import { statusMark } from "../../grammar/status.js";
import { trimmedLength } from "../../grammar/trimmed-length.js";
import { parseWeekWindow } from "../../grammar/week-window.js";
import type { FactDeclaration } from "../../model/declaration.js";
import type { PlacedText } from "../../model/place.js";
import type { InlineText } from "./inline-text.js";
import { isStruck as isStruckOut, withoutStruck } from "./struck-text.js";

/** A heading, list entry or cell that names an item, taken apart. */
export interface ItemTitle {
  readonly word: string;
  readonly id: string;
  readonly label: string;
  readonly idText: PlacedText;
  readonly title: PlacedText | null;
  /** The author crossed its id, or all of its title, out. */
  readonly isStruck: boolean;
  /** What the title itself states: `(Weeks 1-4)`, `(depends on T010)`, `✅`, `· 6.25 d`. */
  readonly facts: readonly FactDeclaration[];
}

/** Visible text that knows what of it is struck through. */
type TitleText = PlacedText & Pick<InlineText, "deleted">;

/** After the id comes the end, or something that is no word: `Phase 4 Implementation Strategy` is not phase 4. */
const NAMED = new RegExp(
  `^([^\\p{L}\\p{N}]{0,12}(${ITEM_WORD})[ \\t]{0,3}[#:]?[ \\t]{0,2})((?:${PREFIXED_ID}|${NUMBER_ID}|(?<=[ \\t])[A-Z]))(?=$|[ \\t]{0,3}(?:[^\\p{L}\\p{N}\\s.,+&/]|\\.(?:\\s|$)))(?![ \\t]{0,3}[-\\u2010-\\u2015][ \\t]{0,3}\\d)`,
  "iu",
);
const PREFIXED = new RegExp(
  `^([^\\p{L}\\p{N}]{0,12})(${PREFIXED_ID})(?=$|[ \\t]{0,3}[^\\p{L}\\p{N}\\s,+&/]|[ \\t]{1,3}\\p{Lu})(?![ \\t]{0,3}[-\\u2010-\\u2015][ \\t]{0,3}\\p{L}{0,3}\\d)`,
  "u",
);
const NUMBERED = new RegExp(
  `^([^\\p{L}\\p{N}]{0,12})(${NUMBER_ID})(?=$|[ \\t]{0,3}[:\\u2010-\\u2015|\\u00b7-]|\\.?[ \\t])(?![ \\t]{0,3}[-\\u2010-\\u2015][ \\t]{0,3}\\d)`,
  "u",
);

const DEPENDENCY_NOTE = /^\s*(?:depends? (?:up)?on|requires|blocked by|after|needs|waits for)\b/iu;

/** Behind a dash or an arrow: `UI-6 (tour) ← depends on UI-1`, `Phase 6: Search - after Phase 5`. */
const DEPENDENCY_TAIL =
  /(?:[ \t][-\u2010-\u2015]|\u2190|<[-=]{1,2})[ \t]{1,3}(?:depends? (?:up)?on|requires|blocked by|after|needs|waits for)(?![\p{L}\d]):?[ \t]{1,3}/iu;

/** `Phase 8: …`, `🎯 **PHASE 18: …**`, `Worker 5: …`, `Task 3`; null for anything else. */
export function namedTitle(text: TitleText): ItemTitle | null {
  const match = NAMED.exec(text.text);
  return match && makeTitle(text, itemWord(match[2]!), match[1]!.length, match[3]!);
}

/** `T008: …`, `T-01 Project bootstrap`, `UI-1 — …`; null for anything else. */
export function prefixedTitle(text: TitleText): ItemTitle | null {
  const match = PREFIXED.exec(text.text);
  return match && makeTitle(text, "", match[1]!.length, match[2]!);
}

/** `1.3: …`, `3.0 — …`, `2. Token Management`; only where the place itself says that numbers are ids. */
export function numberedTitle(text: TitleText): ItemTitle | null {
  const match = NUMBERED.exec(text.text);
  return match && makeTitle(text, "", match[1]!.length, match[2]!);
}

function makeTitle(text: TitleText, word: string, idStart: number, writtenId: string): ItemTitle {
  const id = normalizeId(/^[a-z]$/i.test(writtenId) ? writtenId.toUpperCase() : writtenId);
  const idEnd = idStart + writtenId.length;
  const isStruck = isStruckOut(text, idStart, idEnd) || isStruckOut(text, idEnd, text.text.length);
  const rest = (isStruck ? text : withoutStruck(text)).slice(idEnd);
  const lead = /^(?:\s|[:.\-\u2010-\u2015|\u00b7]|\[P\])*/u.exec(rest.text)![0].length;
  const { title, facts } = takeTitleApart(rest.slice(lead));
  return { word, id, label: itemLabel(word, id), idText: text.slice(idStart, idEnd), title, isStruck, facts };
}

/**
 * Splits what a title carries beside the name: notes in parentheses that are windows, lengths, dependencies or a
 * status, a length after a middle dot, and marks.
 */
export function takeTitleApart(text: PlacedText): { title: PlacedText | null; facts: FactDeclaration[] } {
  const facts: FactDeclaration[] = [];
  const add = (fact: FactDeclaration["fact"], start: number, end: number, unit?: FactDeclaration["unit"]): void => {
    facts.push({ fact, text: text.slice(start, end), evidence: "explicit", ...(unit && { unit }) });
  };
  let titleEnd = text.text.length;
  const endTitleAt = (index: number): void => {
    titleEnd = Math.min(titleEnd, index);
  };
  for (const match of text.text.matchAll(/\(([^()]{1,300}(?:\([^()]{0,100}\)[^()]{0,200})?)\)/gu)) {
    const note = match[1]!;
    const start = match.index + 1;
    const end = start + note.length;
    if (DEPENDENCY_NOTE.test(note)) add("dependsOn", start + DEPENDENCY_NOTE.exec(note)![0].length, end);
    else if (parseWeekWindow(note, 4)?.start === 0) add("window", start, end);
    else if (isDurationOnly(note)) add("duration", start, end);
    else continue;
    endTitleAt(match.index);
  }
  const tail = DEPENDENCY_TAIL.exec(text.text);
  if (tail && !facts.some(({ fact }) => fact === "dependsOn")) {
    const start = tail.index + tail[0].length;
    const said = /^[^;\n|\u00b7]{1,200}?(?=[ \t]{1,3}[-\u2010-\u2015][ \t]|[;\n|\u00b7]|$)/u.exec(
      text.text.slice(start),
    )?.[0];
    // "Search - after a rest" waits for nothing that could be found.
    if (said && parseReferences(said).some(({ references }) => references.length > 0)) {
      add("dependsOn", start, start + said.length);
      endTitleAt(tail.index);
    }
  }
  const dotted = /[\u00b7|][ \t]{0,3}((?:~[ \t]{0,2})?\d[^\u00b7|]{0,30})/u.exec(text.text);
  if (dotted && unitNamedIn(`(${dotted[1]!.replace(/[\d.,\s~-]/g, "").slice(0, 12)})`)) {
    const start = dotted.index + dotted[0].length - dotted[1]!.length;
    add("duration", start, start + dotted[1]!.length);
    endTitleAt(dotted.index);
  }
  const mark = statusMark(text.text);
  if (mark) {
    // A mark that opens the title (`✅ Complete (Test Suite Update)`) says it; one further on ends the title.
    add("status", mark.start, Math.min(text.text.length, mark.end + 80));
    if (mark.start > 0) endTitleAt(mark.start);
  }
  const trimmed = trimmedLength(text.text.slice(0, titleEnd), /[\s:\-\u2010-\u2015|\u00b7(]/);
  const lead = /^\s*/u.exec(text.text)![0].length;
  return { title: trimmed > lead ? text.slice(lead, trimmed) : null, facts };
}
