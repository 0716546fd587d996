import { parseDuration, parseDurationPair, unitOfLength } from "../grammar/duration.js";
import { parseStatus, statusMark } from "../grammar/status.js";
import { parseTier } from "../grammar/tier.js";
import { parseBareWindow, parseWeekWindow } from "../grammar/week-window.js";
import type { FactDeclaration, ItemDeclaration } from "../model/declaration.js";
import type { ConflictingStatement, FactConflict, Status } from "../model/plan.js";
import type { PlacedText } from "../model/place.js";
import type { Settings } from "../model/settings.js";

/** One fact and the mention that states it. */
export interface Statement {
  readonly fact: FactDeclaration;
  readonly mention: ItemDeclaration;
}

/** What a fact says, as far as it can be told apart from what another says. */
interface Reading {
  readonly statement: Statement;
  readonly text: PlacedText;
  contradicts(other: Reading): boolean;
}

type ConflictFact = FactConflict["fact"];

/** Two lengths that are further apart than this share of the longer one are two lengths. */
const TOLERANCE = 0.1;

/**
 * The explicit statements of an item that contradict the one that counts. Statements come in the order in which they
 * count. Silent where two statements may be about two things: another title, another parent, a part of the item.
 */
export function findConflicts(statements: readonly Statement[], settings: Settings): readonly FactConflict[] {
  const explicit = statements.filter(({ fact }) => fact.evidence === "explicit" && fact.isOfPart !== true);
  return [
    ...conflictsOf("tier", explicit, readTier),
    ...conflictsOf("duration", explicit, (statement) => readDuration(statement, settings)),
    ...conflictsOf("window", explicit, (statement) => readWindow(statement, settings)),
    ...conflictsOf("status", explicit, readStatus),
    ...conflictsOf("progress", explicit, readProgress),
    ...twiceStated(explicit, settings),
    ...doneInPart(explicit),
  ];

  function conflictsOf(
    name: ConflictFact,
    stated: readonly Statement[],
    read: (statement: Statement) => Reading | null,
  ): FactConflict[] {
    const named = stated.filter(({ fact: { fact } }) => fact === name || (name === "progress" && fact === "status"));
    if (named.length < 2) return [];
    const readings = named.flatMap((statement) => read(statement) ?? []);
    const [kept, ...others] = readings;
    if (!kept) return [];
    const seen = new Set<string>();
    return others.flatMap((other) => {
      if (!kept.contradicts(other) || !areAboutOneThing(kept.statement, other.statement, name)) return [];
      const said = `${other.text.text} ${other.statement.mention.place.path}`;
      if (seen.has(said)) return [];
      seen.add(said);
      return [{ fact: name, kept: toStatement(kept), other: toStatement(other), reason: reasonFor(kept, other, name) }];
    });
  }

  function reasonFor(kept: Reading, other: Reading, name: ConflictFact): FactConflict["reason"] {
    const isStatus = name === "status" || name === "progress";
    const { statusDocument } = settings;
    if (isStatus && kept.text.place.path === statusDocument && other.text.place.path !== statusDocument)
      return "status-document";
    return kept.statement.mention.mention === other.statement.mention.mention ? "first" : "closer";
  }
}

const toStatement = ({ text, statement }: Pick<Reading, "text" | "statement">): ConflictingStatement => ({
  text: text.text.trim().replace(/\s+/g, " "),
  place: text.place,
  mention: statement.mention.mention,
});

/**
 * The same number may name two things in one document. Within one mention a row or a section may have several columns
 * or fields for one fact (duration and effort); only its own heading speaks of the same thing for certain.
 */
function areAboutOneThing(a: Statement, b: Statement, name: ConflictFact): boolean {
  if (a.mention === b.mention) return name !== "status" && name !== "progress" && isInHeading(a) !== isInHeading(b);
  return !haveOtherParents(a.mention, b.mention) && !haveOtherTitles(a.mention, b.mention);
}

const isInHeading = ({ fact, mention }: Statement): boolean =>
  mention.mention === "section" && fact.text.place.endOffset <= mention.place.endOffset;

function haveOtherParents({ parent: a }: ItemDeclaration, { parent: b }: ItemDeclaration): boolean {
  return a !== null && b !== null && (a.id.toLowerCase() !== b.id.toLowerCase() || a.word !== b.word);
}

function haveOtherTitles({ title: a }: ItemDeclaration, { title: b }: ItemDeclaration): boolean {
  if (!a || !b) return false;
  const words = new Set(wordsOf(a.text));
  const others = wordsOf(b.text);
  return words.size > 0 && others.length > 0 && !others.some((word) => words.has(word));
}

const wordsOf = (title: string): readonly string[] =>
  title
    .slice(0, 300)
    .toLowerCase()
    .match(/[\p{L}\p{N}]{3,40}/gu) ?? [];

function readTier(statement: Statement): Reading | null {
  const { text } = statement.fact;
  const { number, span } = parseTier(text.text);
  if (number === null) return null;
  return reading(statement, span ? text.slice(span[0], span[1]) : text, number, (a, b) => a !== b);
}

function readDuration(statement: Statement, { weeksPer }: Settings): Reading | null {
  const { text, unit } = statement.fact;
  const { duration } = parseDuration(text.text, weeksPer, unit);
  if (!duration) return null;
  // Hours count effort more often than time that passes.
  const isInHours = (unitOfLength(text.text) ?? unit) === "hour";
  return reading(statement, text, { ...duration, isInHours }, (a, b) => a.isInHours === b.isInHours && areApart(a, b));
}

interface Length {
  readonly low: number;
  readonly high: number;
}

function areApart(a: Length, b: Length): boolean {
  const gap = Math.max(a.low - b.high, b.low - a.high);
  return gap > TOLERANCE * Math.max(a.high, b.high);
}

function readWindow(statement: Statement, { weeksPer }: Settings): Reading | null {
  const { text } = statement.fact;
  const window = parseWeekWindow(text.text, weeksPer.month) ?? parseBareWindow(text.text);
  if (!window) return null;
  return reading(
    statement,
    text.slice(window.start, window.end),
    window,
    (a, b) => a.startWeek !== b.startWeek || a.endWeek !== b.endWeek,
  );
}

/** What a status rules out. An empty box or a clock only says that it is not done. */
type Claim = Status | "not-done";

const COMPATIBLE: readonly (readonly [Claim, Claim])[] = [
  ["not-started", "blocked"],
  ["not-started", "paused"],
  ["in-progress", "blocked"],
  ["in-progress", "paused"],
  ["blocked", "paused"],
  ["done", "deprecated"],
];

function readStatus(statement: Statement): Reading | null {
  const { text } = statement.fact;
  const { status, progressPercent } = parseStatus(text.text);
  if (status === "unknown") return null;
  const isByMark = progressPercent === null && !/\p{L}{3}/u.test(text.text);
  const claim: Claim = isByMark && status !== "done" ? "not-done" : status;
  return reading(statement, text, claim, areIncompatible);
}

function areIncompatible(a: Claim, b: Claim): boolean {
  if (a === b || a === "tangent" || b === "tangent") return false;
  if (a === "not-done" || b === "not-done") return a === "done" || b === "done";
  return !COMPATIBLE.some(([one, other]) => (a === one && b === other) || (a === other && b === one));
}

function readProgress(statement: Statement): Reading | null {
  const { text } = statement.fact;
  const { progressPercent } = parseStatus(text.text);
  if (progressPercent === null) return null;
  return reading(statement, text, progressPercent, (a, b) => a !== b);
}

function reading<Value>(
  statement: Statement,
  text: PlacedText,
  value: Value,
  areContrary: (a: Value, b: Value) => boolean,
): Reading & { readonly value: Value } {
  return {
    statement,
    text,
    value,
    contradicts: (other) => areContrary(value, (other as Reading & { readonly value: Value }).value),
  };
}

/** `18 months (60 weeks)`: the duration that counts, where its two lengths are not one. */
function twiceStated(stated: readonly Statement[], { weeksPer }: Settings): FactConflict[] {
  const statement = stated.find(
    ({ fact }) => fact.fact === "duration" && parseDuration(fact.text.text, weeksPer, fact.unit).duration !== null,
  );
  if (!statement) return [];
  const { text } = statement.fact;
  const pair = parseDurationPair(text.text, weeksPer);
  if (!pair) return [];
  const { coarse, fine, isInDays } = pair;
  const calendarDays = weeksPer.day === 0 ? 1 : 1 / 7 / weeksPer.day;
  const byCalendar = { low: fine.low * calendarDays, high: fine.high * calendarDays };
  if (!areApart(coarse, fine) || (isInDays && !areApart(coarse, byCalendar))) return [];
  const said = ({ start, end }: { start: number; end: number }): ConflictingStatement =>
    toStatement({ text: text.slice(start, end), statement });
  return [{ fact: "duration", kept: said(fine), other: said(coarse), reason: "finer-unit" }];
}

/** A tick with less than 100 %, in one text or in two of one mention. */
function doneInPart(stated: readonly Statement[]): FactConflict[] {
  const conflicts: FactConflict[] = [];
  const done = new Map<ItemDeclaration, Statement>();
  for (const statement of stated) {
    if (statement.fact.fact === "status" && parseStatus(statement.fact.text.text).status === "done")
      done.set(statement.mention, statement);
  }
  for (const statement of stated) {
    const { text, fact } = statement.fact;
    if (fact !== "status" && fact !== "progress") continue;
    const percent = text.text.includes("%") ? PERCENT_ONLY.exec(text.text) : null;
    if (!percent || Number(percent[2]) >= 100) continue;
    const at = percent.index + percent[1]!.length;
    const kept = toStatement({ text: text.slice(at, at + percent[2]!.length + percent[3]!.length), statement });
    const mark = statusMark(text.text);
    const beside = done.get(statement.mention);
    if (mark?.status === "done") {
      const other = toStatement({ text: text.slice(mark.start, mark.end), statement });
      conflicts.push({ fact: "status", kept, other, reason: "unfinished" });
    } else if (beside && beside !== statement) {
      conflicts.push({
        fact: "status",
        kept,
        other: toStatement({ text: beside.fact.text, statement: beside }),
        reason: "unfinished",
      });
    }
  }
  return conflicts.slice(0, 1);
}

/** A percentage that is about the item, not about its tests: nothing else is said but that it is done. */
const PERCENT_ONLY =
  /^((?:[^\p{L}\p{N}%]{0,8}(?:x|complete|completed|done|finished|status|progress)?[^\p{L}\p{N}%]{0,8}){1,2})(\d{1,3})((?:\.\d{1,2})?[ \t]{0,2}%)[^\p{L}\p{N}]{0,6}(?:(?:complete|completed|done|finished)[^\p{L}\p{N}]{0,6})?(?:$|[(\u2013\u2014-])/iu;
