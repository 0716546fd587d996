import type { TextSpan } from "./dependency-sentence.js";
import { isExplicitNone } from "./reference.js";
import { ITEM_WORD, NUMBER_ID, PREFIXED_ID } from "./item-id.js";
import { VERSION } from "./version.js";

/** One output or requirement as it is written: `RouteApi v1.2 from Phase 8: timetable`. */
export interface ContractEntry {
  readonly name: TextSpan;
  readonly version: TextSpan | null;
  /** The item that is said to provide it. */
  readonly source: TextSpan | null;
}

const LONGEST = 300;
/** An item by its word; after `from` also by an id alone. */
const SOURCE = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:${ITEM_WORD})[ \\t]{1,3}#?(?!v\\d)(?:${PREFIXED_ID}|${NUMBER_ID})(?:[ \\t]{1,3}section[ \\t]{1,3}${NUMBER_ID})?|(?<=\\b(?:from|by)[ \\t]{1,3})(?:${PREFIXED_ID}))(?![\\p{L}\\d])`,
  "giu",
);
/** A version says that it is one: by its mark, its dots, or a word before it. */
const STATED_VERSION = new RegExp(
  `(?<![\\p{L}\\d.])(?:(?:[><]=?|[=^~@\\u2265\\u2264])[ \\t]{0,2}v?${VERSION}|v${VERSION}|(?:version|ver\\.?)[ \\t]{1,3}v?${VERSION}|(?=\\d{1,6}\\.)${VERSION})(?![\\p{L}\\d]|\\.\\d|[ \\t]{0,2}(?:%|weeks?|days?|hours?|months?|[kmg]b)\\b)`,
  "iu",
);
const VERSION_AFTER_SIGN = new RegExp(`@[ \\t]{0,2}v?${VERSION}`, "iu");
/** What ends the name: a version, an explanation, a note. */
const END_OF_NAME = /[ \t][-\u2010-\u2015][ \t]|[:\uff1a([]|[ \t](?:from|by|for|with|in|to|at least)[ \t]|->|\u2192/iu;

/** Null where the text names nothing: `none`, a number, an empty cell. */
export function parseContractEntry(text: string): ContractEntry | null {
  const head = text.slice(0, LONGEST);
  if (isExplicitNone(head)) return null;
  const source = namedSource(head);
  const rest = source ? blank(head, source) : head;
  const stated = VERSION_AFTER_SIGN.exec(rest) ?? STATED_VERSION.exec(rest);
  const version = stated && { start: stated.index, end: stated.index + stated[0].length };
  const name = nameIn(rest, version?.start ?? rest.length, source);
  return name && { name, version, source };
}

/** The first item that a text names as a source: `Services from Phase 8`. */
export function namedSource(text: string): TextSpan | null {
  const head = text.slice(0, LONGEST);
  for (const { index, 0: written } of head.matchAll(SOURCE)) {
    const end = index + written.length;
    // `Ticket 2.0` may be a model: what opens a text is a source where a colon follows, or where it is a phase.
    if (index > 3 || /^phase/i.test(written) || /^[ \t]{0,3}[:\uff1a]/.test(head.slice(end)))
      return { start: index, end };
  }
  return null;
}

function nameIn(text: string, limit: number, source: TextSpan | null): TextSpan | null {
  // `Phase 8: RouteApi` names the item first.
  const opening =
    source && source.start <= 3 ? (/^[\s:\uff1a\u2010-\u2015-]*/.exec(text.slice(source.end))?.[0].length ?? 0) : 0;
  const from = opening > 0 ? source!.end + opening : 0;
  const written = text.slice(from, Math.max(from, limit));
  const cut = END_OF_NAME.exec(written)?.index ?? written.length;
  const name = written.slice(0, cut);
  const trimmed = name
    .trim()
    .replace(/(?<![.,;!|])[.,;!|]+$/, "")
    .trimEnd();
  if (!/\p{L}/u.test(trimmed) || /^\d+(?![\p{L}\d])/u.test(trimmed)) return null;
  const start = from + name.indexOf(trimmed);
  return { start, end: start + trimmed.length };
}

const blank = (text: string, { start, end }: TextSpan): string =>
  text.slice(0, start) + " ".repeat(end - start) + text.slice(end);

/** Names of outputs are compared without case, spaces, marks and call brackets: `Route API` is `RouteApi()`. */
export const contractKey = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
