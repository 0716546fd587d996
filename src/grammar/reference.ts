import { externalReferences, type ExternalReference } from "./external-reference.js";
import { ITEM_WORD, NUMBER_ID, PREFIXED_ID, itemWord, normalizeId } from "./item-id.js";
import { statusMark } from "./status.js";
import { remembered } from "./remembered.js";

/** One item, or a range of items, that a text names. Nothing is resolved yet. */
export interface ItemReference {
  /** Singular item word in lower case, or empty when the id stands alone. */
  readonly word: string;
  readonly id: string;
  /** The other end of a range, both ends included; null for a single item. */
  readonly lastId: string | null;
  /** `Phase 3+`: this one and all after it. */
  readonly isOpenEnded: boolean;
  readonly start: number;
  readonly end: number;
}

/** One entry of a list of dependencies, as written. */
export interface ReferencePart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly references: readonly ItemReference[];
  /** Phases of other repositories, which are none of `references`. */
  readonly externals: readonly ExternalReference[];
  /** `All previous tasks`. */
  readonly isAllPrevious: boolean;
  /** `All desired user stories`, without saying which. */
  readonly isAllStories: boolean;
  /** The author put a tick to it: this one is met. */
  readonly isSatisfied: boolean;
  /** What stands in parentheses behind it. */
  readonly note: string | null;
}

/**
 * Longest text that is read. A dependency cell is short; what is longer is prose, and prose is not searched for ids.
 */
const LONGEST = 4000;

const NONE =
  /^(?:none|nothing|nil|n\/a|na|no|no dependenc(?:y|ies)|not applicable|independent|standalone|start immediately)(?![\p{L}\d])|^[-\u2010-\u2015\u00d7\u2205/.]{1,3}$/iu;
/** From here on a clause speaks about something other than what is waited for. */
const TURN =
  /\b(?:not on|no dependenc(?:y|ies)|independent of|(?:can|may|could|might|to)\b[^,;.]{0,30}\bparallel|in parallel|parallel (?:with|to|ok)|unblocks?|blocks)\b/iu;
const ALL_PREVIOUS = /\ball (?:the )?(?:previous|prior|preceding|earlier|above)\b/i;
const ALL_STORIES =
  /\b(?:all|any|every|each)\b[^,;.()]{0,40}?\bstor(?:y|ies)\b(?![ \t]{0,3}\d)|\b(?:the|desired)\b[^,;.()]{0,40}?\bstories\b(?![ \t]{0,3}\d)|^[^\p{L}]{0,3}user stories\b(?![ \t]{0,3}\d)/iu;
const STORY_ID = /(?:\b[a-z]{1,12}-)?\bUS-?\d{1,6}/gi;
const RANGE = "[ \\t]{0,3}(?:-|[\\u2010-\\u2015]|\\.\\.|to|through|thru)[ \\t]{0,3}";
const ID = `(?:${PREFIXED_ID}|${NUMBER_ID})`;
/** A word and an id, with what may follow: a range, an open end. */
const NAMED = new RegExp(
  `(?<![\\p{L}\\d])(${ITEM_WORD})[ \\t]{0,3}[#:]?[ \\t]{0,2}(${ID}|(?<=[ \\t])[A-Z])(?![\\p{L}\\d])(?:${RANGE}(?:(?:${ITEM_WORD})[ \\t]{0,3})?(${ID})(?![\\p{L}\\d]))?(\\+)?`,
  "giu",
);
/** An id alone: `T006`, or a number with nothing behind it (`3`, not `3 agents`). */
const BARE = new RegExp(
  `(?<![\\p{L}\\d./#])(?:(${PREFIXED_ID})(?![\\p{L}\\d]|[.][\\p{L}\\d])|(${NUMBER_ID})(?![\\p{L}\\d.%]))(?:${RANGE}(${ID})(?![\\p{L}\\d]))?(\\+)?(?=[ \\t]{0,3}(?:$|[^\\p{L}\\p{N}\\s])|(?<=[A-Z][^ ]{0,30})[ \\t])`,
  "gu",
);

/** True for a text that says there is nothing to wait for: `None (parallel OK)`, `Nothing (first phase)`, `—`. */
export function isExplicitNone(text: string): boolean {
  return NONE.test(text.trim());
}

/**
 * Splits a dependency text into its entries and finds the items each names. Numbers count only after an item word or
 * where an entry opens with one (a column of ids); what stands in parentheses is a note, and is searched only when the
 * entry itself names nothing (`Foundational (Phase 2)`).
 */
export const parseReferences = remembered((text: string): readonly ReferencePart[] => {
  const head = text.slice(0, LONGEST);
  if (PLAIN_LIST.test(head)) return readPlainList(head);
  if (isExplicitNone(head)) return [];
  const parts: ReferencePart[] = [];
  let word = "";
  for (const { start, end } of splitList(head)) {
    const part = readPart(head, start, end, word);
    if (!part) continue;
    word = part.references.at(-1)?.word ?? "";
    parts.push(part);
  }
  return parts;
});

const PLAIN_ENTRY = "(?:(?:[Pp]hases?|[Tt]asks?) )?(?:[A-Z][A-Za-z]{0,11}-?)?\\d{1,6}(?:\\.\\d{1,6}){0,5}";
/** `Phase 8, Phase 14`, `1, 2`, `T-01, T-02`: most lists are nothing but names, and need no search. */
const PLAIN_LIST = new RegExp(`^${PLAIN_ENTRY}(?:, ${PLAIN_ENTRY})*$`);

function readPlainList(text: string): readonly ReferencePart[] {
  let start = 0;
  let word = "";
  return text.split(", ").map((entry) => {
    const space = entry.indexOf(" ");
    const written = entry.slice(space + 1);
    if (space > 0) word = itemWord(entry.slice(0, space));
    else if (!/^\d/.test(written)) word = "";
    const end = start + entry.length;
    const id = normalizeId(written);
    const part: ReferencePart = {
      text: entry,
      start,
      end,
      references: [{ word, id, lastId: null, isOpenEnded: false, start, end }],
      externals: [],
      isAllPrevious: false,
      isAllStories: false,
      isSatisfied: false,
      note: null,
    };
    start = end + 2;
    return part;
  });
}

function readPart(whole: string, start: number, end: number, wordBefore: string): ReferencePart | null {
  const text = whole.slice(start, end);
  const externals = externalReferences(text);
  const { outside, notes } = blankParentheses(blanked(text, externals));
  const turn = TURN.exec(outside);
  const clause = turn ? outside.slice(0, turn.index) : outside;
  if (turn && clause.trim() === "") return null;
  let references = findReferences(clause, wordBefore);
  if (references.length === 0 && externals.length === 0) {
    references = notes.flatMap((note) => {
      const noteTurn = TURN.exec(note.text);
      const said = noteTurn ? note.text.slice(0, noteTurn.index) : note.text;
      // `Core user stories (US1, US2)` says which.
      const named = isStoryList(said) ? readStoryList(said) : findNamed(said);
      return named.map((reference) => shift(reference, note.start));
    });
  }
  if (references.length === 0 && isExplicitNone(clause)) return null;
  return {
    text,
    start,
    end,
    references: mergeSections(references).map((reference) => shift(reference, start)),
    externals: externals.map((external) => shift(external, start)),
    isAllPrevious: ALL_PREVIOUS.test(clause),
    isAllStories: references.length === 0 && ALL_STORIES.test(clause),
    isSatisfied: statusMark(text)?.status === "done",
    note: notes.map((note) => note.text.trim()).join("; ") || null,
  };
}

function findReferences(clause: string, wordBefore: string): ItemReference[] {
  const named = findNamed(clause);
  const taken = (index: number): boolean =>
    named.some((reference) => index >= reference.start && index < reference.end);
  const opening = /^[^\p{L}\p{N}]*/u.exec(clause)![0].length;
  const bare = [...clause.matchAll(BARE)]
    .filter((match) => !taken(match.index) && (match.index === opening || match[1] !== undefined))
    .map((match) => toReference(match[2] ? wordBefore : "", (match[1] ?? match[2])!, match[3], match[4], match));
  return [...named, ...bare].sort((a, b) => a.start - b.start);
}

/** True for story ids and nothing else: a note that tells more about stories only explains. */
const isStoryList = (text: string): boolean =>
  !/[\p{L}\p{N}]/u.test(text.replace(STORY_ID, "").replace(/\b(?:and|to)\b/gi, ""));

const readStoryList = (text: string): ItemReference[] =>
  splitList(text).flatMap(({ start, end }) =>
    findReferences(text.slice(start, end), "").map((reference) => shift(reference, start)),
  );

function findNamed(clause: string): ItemReference[] {
  return [...clause.matchAll(NAMED)].map((match) =>
    toReference(itemWord(match[1]!), match[2]!, match[3], match[4], match),
  );
}

function toReference(
  word: string,
  id: string,
  last: string | undefined,
  plus: string | undefined,
  match: RegExpExecArray,
): ItemReference {
  return {
    word,
    id: normalizeId(id),
    lastId: last === undefined ? null : normalizeId(last),
    isOpenEnded: plus !== undefined,
    start: match.index,
    end: match.index + match[0].length,
  };
}

/** `Phase 8 Section 8.4` names one thing, and the section says it best. */
function mergeSections(references: readonly ItemReference[]): ItemReference[] {
  const merged: ItemReference[] = [];
  for (const reference of references) {
    const before = merged.at(-1);
    const isPartOfBefore = before && reference.word === "section" && reference.id.startsWith(`${before.id}.`);
    if (isPartOfBefore) merged[merged.length - 1] = { ...reference, word: before.word, start: before.start };
    else merged.push(reference);
  }
  return merged;
}

/** The text with some parts blanked out, indices unchanged. */
function blanked(text: string, parts: readonly { readonly start: number; readonly end: number }[]): string {
  let left = text;
  for (const { start, end } of parts) left = left.slice(0, start) + " ".repeat(end - start) + left.slice(end);
  return left;
}

const shift = <Named extends { readonly start: number; readonly end: number }>(
  reference: Named,
  by: number,
): Named => ({
  ...reference,
  start: reference.start + by,
  end: reference.end + by,
});

/** `US1/US2`, but no path and no date. */
const ID_AFTER_SLASH = /^\/[A-Z][A-Za-z]{0,11}[-_]?\d{1,6}(?![\p{L}\d./])/u;

/** Cuts at `,` `;` `+` `&`, line ends and the word `and`, outside parentheses. */
function splitList(text: string): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let depth = 0;
  let start = 0;
  const cut = (end: number, next: number): void => {
    const trimmed = text.slice(start, end);
    const lead = trimmed.length - trimmed.trimStart().length;
    if (trimmed.trim() !== "") parts.push({ start: start + lead, end: start + trimmed.trimEnd().length });
    start = next;
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === "(" || char === "[") depth++;
    else if (char === ")" || char === "]") depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (char === "," || char === ";" || char === "&" || char === "\n") cut(i, i + 1);
    else if (char === "+" && !/\d/.test(text[i - 1] ?? "")) cut(i, i + 1);
    else if (char === "+" && /^\+\s*(?:\d|[A-Z])/.test(text.slice(i, i + 4))) cut(i, i + 1);
    else if (char === "/" && /\d/.test(text[i - 1] ?? "") && ID_AFTER_SLASH.test(text.slice(i, i + 30))) cut(i, i + 1);
    else if (char === " " && /^ and /i.test(text.slice(i, i + 5))) cut(i, i + 5);
  }
  cut(text.length, text.length);
  return parts;
}

/** The text with everything in parentheses blanked out, indices unchanged, and the notes apart. */
function blankParentheses(text: string): { outside: string; notes: { text: string; start: number }[] } {
  const notes: { text: string; start: number }[] = [];
  let outside = "";
  let depth = 0;
  let opened = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === "(" && depth++ === 0) opened = i + 1;
    const inside = depth > 0;
    if (char === ")" && depth > 0 && --depth === 0) notes.push({ text: text.slice(opened, i), start: opened });
    outside += inside ? " " : char;
  }
  if (depth > 0) notes.push({ text: text.slice(opened), start: opened });
  return { outside, notes };
}
