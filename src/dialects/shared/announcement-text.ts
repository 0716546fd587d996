import { trimmedLength } from "../../grammar/trimmed-length.js";
import type { BreakingChangeDeclaration } from "../../model/declaration.js";
import type { PlacedText } from "../../model/place.js";

/** What an announcement is made of. */
export type Part = Exclude<
  keyof BreakingChangeDeclaration,
  "kind" | "about" | "isAnnouncement" | "place" | "versionNow"
>;
export type AnnouncementParts = Readonly<Record<Part, PlacedText | null>>;

const LONGEST = 600;
const DATE = /^[^\p{L}\p{N}\n]{0,8}(\d{4}-\d{2}-\d{2})[ \t]{0,3}[:\u2010-\u2015-][ \t]{0,3}/u;
/** The last words of the subject are versions: `Fares 1.0.0 → 2.0.0 amounts become cents`. */
const VERSION =
  /(?<![\p{L}\d.])v?\d{1,6}(?:\.\d{1,6}){1,3}(?:[ \t]{0,3}(?:\u2192|[-=]{1,2}>|to)[ \t]{0,3}v?\d{1,6}(?:\.\d{1,6}){0,3})?(?!\.*\d)/iu;
const NAMED =
  /^[ \t]{0,3}(announced|effective|takes effect|affects|affected|migration|phase)(?:[ \t]{1,3}(?:on|from|phases?))?(?![\p{L}])[ \t]{0,3}:?[ \t]{0,3}/iu;
const PART_OF: Readonly<Record<string, Part>> = {
  announced: "announced",
  effective: "effective",
  "takes effect": "effective",
  affects: "affects",
  affected: "affects",
  migration: "migration",
  phase: "phase",
};

/**
 * An announcement in one line: `2026-11-01: Fares 1.0.0 → 2.0.0 amounts become cents, effective 2026-11-20, affects
 * Phases 5, 9`. Named parts are parted by commas or semicolons. Null for prose: without its day in front (where that is
 * asked for), without a part that says when it is announced or takes effect, or without a subject.
 */
export function readAnnouncement(
  line: PlacedText,
  { needsDate }: { needsDate: boolean },
): Partial<AnnouncementParts> | null {
  if (line.text.length > LONGEST) return null;
  const dated = DATE.exec(line.text);
  if (needsDate && !dated) return null;
  const rest = line.slice(dated?.[0].length ?? 0);
  const { said, named } = partsOf(rest);
  if (said === null || !(named.effective || (named.announced && !needsDate))) return null;
  const day = dated && line.slice(dated[0].indexOf(dated[1]!), dated[0].indexOf(dated[1]!) + dated[1]!.length);
  return { ...subjectOf(rest.slice(said.from, said.to)), ...named, ...(day && { announced: day }) };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is said before any part is named, and the named parts; a part runs on over commas to the next name. */
function partsOf(text: PlacedText): { said: Span | null; named: Partial<Record<Part, PlacedText>> } {
  const spans: (Span & { readonly part: Part | null })[] = [];
  for (const { from, to } of split(text)) {
    const name = NAMED.exec(text.text.slice(from, to));
    const last = spans.at(-1);
    if (name && last) spans.push({ part: PART_OF[name[1]!.toLowerCase()]!, from: from + name[0].length, to });
    else if (last) spans[spans.length - 1] = { ...last, to };
    else spans.push({ part: null, from, to });
  }
  const named: Partial<Record<Part, PlacedText>> = {};
  for (const { part, from, to } of spans) if (part) named[part] ??= trimmed(text.slice(from, to));
  return { said: spans[0] ?? null, named };
}

/** `Fares 1.0.0 → 2.0.0 amounts become cents`, `Fares: amounts become cents`, `Fares – amounts become cents`. */
function subjectOf(text: PlacedText): Partial<AnnouncementParts> {
  const version = VERSION.exec(text.text);
  if (version) {
    const change = trimmed(text.slice(version.index + version[0].length));
    return {
      subject: trimmed(text.slice(0, version.index)),
      version: text.slice(version.index, version.index + version[0].length),
      ...(change.text !== "" && { change }),
    };
  }
  const separator = /:[ \t]|[ \t][\u2010-\u2015-][ \t]/u.exec(text.text);
  if (!separator) return { subject: trimmed(text) };
  return {
    subject: trimmed(text.slice(0, separator.index)),
    change: trimmed(text.slice(separator.index + separator[0].length)),
  };
}

function split({ text }: PlacedText): Span[] {
  const segments: Span[] = [];
  let from = 0;
  for (const { index } of text.matchAll(/[,;]/g)) {
    segments.push({ from, to: index });
    from = index + 1;
  }
  return [...segments, { from, to: text.length }];
}

/** Without spaces around, and without the colon, dash or full stop that only parts it from its neighbour. */
function trimmed(text: PlacedText): PlacedText {
  const start = /^[\s:\u2010-\u2015-]*/u.exec(text.text)![0].length;
  const inner = text.slice(start);
  return inner.slice(0, trimmedLength(inner.text, /[\s:.\u2010-\u2015-]/u));
}
