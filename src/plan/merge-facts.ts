import { parseDuration } from "../grammar/duration.js";
import { parseStatus } from "../grammar/status.js";
import { parseTier } from "../grammar/tier.js";
import { parseBareWindow, parseWeekWindow } from "../grammar/week-window.js";
import type { FactDeclaration, FactName, ItemDeclaration } from "../model/declaration.js";
import type { DeclaredTier, Duration, FactConflict, Status, Window } from "../model/plan.js";
import type { Place } from "../model/place.js";
import type { Settings } from "../model/settings.js";
import { findConflicts, type Statement } from "./find-conflicts.js";
import { closestFirst } from "./items.js";
import { plannedWeeks } from "./planned-weeks.js";
import { remainingWeeks } from "./remaining-weeks.js";

/** What all mentions of one item say about it together. */
export interface MergedFacts {
  readonly tier: DeclaredTier | null;
  readonly duration: Duration | null;
  readonly window: Window | null;
  readonly status: Status;
  readonly statusPlace: Place | null;
  readonly progressPercent: number | null;
  readonly remainingWeeks: number | null;
  readonly conflicts: readonly FactConflict[];
}

/**
 * One value for each fact: an explicit statement before an inferred one, the closest mention before the others, the
 * first of equals. A value that cannot be read (`TBD`) leaves the word to the next. What the status document says of
 * an item's status and progress is all that counts of them.
 */
export function mergeFacts(mentions: readonly ItemDeclaration[], settings: Settings): MergedFacts {
  const statements = inOrderOfWeight(mentions, settings);
  const facts = statements.map(({ fact }) => fact);
  const statusFacts = canonicalStatus(facts, settings) ?? facts;
  const window = firstOf(facts, "window", (fact) => readWindow(fact, settings));
  const stated = firstOf(facts, "duration", (fact) => readDuration(fact, settings));
  const duration = stated ?? (window && durationOfWindow(window));
  const said = firstOf(statusFacts, "status", readStatus);
  const lengths = factsOf(statusFacts, "duration").map((fact) =>
    parseDuration(fact.text.text, settings.weeksPer, fact.unit),
  );
  const progressPercent =
    said?.progressPercent ??
    firstOf(statusFacts, "progress", ({ text }) => parseStatus(text.text).progressPercent) ??
    lengths.find((length) => length.progressPercent !== null)?.progressPercent ??
    null;
  const status = said?.status ?? statusOfProgress(progressPercent) ?? rollUp(mentions);
  const remaining = lengths.find((length) => length.remaining !== null)?.remaining ?? null;
  return {
    tier: firstOf(facts, "tier", readTier),
    duration,
    window,
    status,
    statusPlace: said?.place ?? null,
    progressPercent,
    remainingWeeks: remainingWeeks(status, duration, progressPercent, remaining),
    conflicts: findConflicts(statements, settings),
  };
}

/** The closest first; statements of the status document about status and progress before all others of these. */
function inOrderOfWeight(mentions: readonly ItemDeclaration[], { statusDocument }: Settings): readonly Statement[] {
  const statements = closestFirst(mentions).flatMap((mention) => mention.facts.map((fact) => ({ fact, mention })));
  if (statusDocument === null) return statements;
  const isCanonical = ({ fact, mention }: Statement): boolean =>
    mention.place.path === statusDocument && (fact.fact === "status" || fact.fact === "progress");
  return [...statements.filter(isCanonical), ...statements.filter((statement) => !isCanonical(statement))];
}

/** What the status document says, or null when it says nothing of this item's status. */
function canonicalStatus(
  facts: readonly FactDeclaration[],
  { statusDocument }: Settings,
): readonly FactDeclaration[] | null {
  if (statusDocument === null) return null;
  const own = facts.filter(({ text }) => text.place.path === statusDocument);
  const isSaid = own.some(({ fact, text }) => {
    if (fact !== "status" && fact !== "progress") return false;
    const { status, progressPercent } = parseStatus(text.text);
    return status !== "unknown" || progressPercent !== null;
  });
  return isSaid ? own : null;
}

const factsOf = (facts: readonly FactDeclaration[], name: FactName): readonly FactDeclaration[] => {
  const named = facts.filter(({ fact }) => fact === name);
  if (named.length < 2) return named;
  return [
    ...named.filter(({ evidence }) => evidence === "explicit"),
    ...named.filter(({ evidence }) => evidence !== "explicit"),
  ];
};

function firstOf<Value>(
  facts: readonly FactDeclaration[],
  name: FactName,
  read: (fact: FactDeclaration) => Value | null,
): Value | null {
  for (const fact of factsOf(facts, name)) {
    const value = read(fact);
    if (value !== null) return value;
  }
  return null;
}

function readTier({ text, isShared }: FactDeclaration): DeclaredTier | null {
  const { number, span, isHistorical } = parseTier(text.text);
  const place = span ? text.slice(span[0], span[1]).place : text.place;
  return { number, text: text.text, place, isOwnText: isShared !== true, isHistorical };
}

function readDuration({ text, unit }: FactDeclaration, settings: Settings): Duration | null {
  const { duration } = parseDuration(text.text, settings.weeksPer, unit);
  return (
    duration && {
      ...duration,
      weeks: plannedWeeks(duration, settings),
      text: text.text,
      fromWindow: false,
      place: text.place,
    }
  );
}

function readWindow({ text }: FactDeclaration, settings: Settings): Window | null {
  const window = parseWeekWindow(text.text, settings.weeksPer.month) ?? parseBareWindow(text.text);
  return (
    window && {
      startWeek: window.startWeek,
      endWeek: window.endWeek,
      place: text.slice(window.start, window.end).place,
    }
  );
}

function durationOfWindow(window: Window): Duration {
  const weeks = window.endWeek - window.startWeek + 1;
  const text = `Week ${window.startWeek}-${window.endWeek}`;
  return { low: weeks, high: weeks, weeks, text, fromWindow: true, place: window.place };
}

function readStatus({
  text,
}: FactDeclaration): { status: Status; progressPercent: number | null; place: Place } | null {
  const reading = parseStatus(text.text);
  return reading.status === "unknown" ? null : { ...reading, place: text.place };
}

const statusOfProgress = (percent: number | null): Status | null =>
  percent === null ? null : percent >= 100 ? "done" : percent === 0 ? "not-started" : "in-progress";

/** Where only the boxes below an item are ticked, they say how far it is. */
function rollUp(mentions: readonly ItemDeclaration[]): Status {
  const boxes = mentions.reduce(
    (sum, { checkboxes }) => ({ count: sum.count + checkboxes.count, done: sum.done + checkboxes.done }),
    { count: 0, done: 0 },
  );
  if (boxes.count === 0) return "unknown";
  return boxes.done === boxes.count ? "done" : boxes.done === 0 ? "not-started" : "in-progress";
}
