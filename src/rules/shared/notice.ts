import { addDays, daysBetween } from "../../grammar/calendar-day.js";
import type { Comparison } from "../../model/comparison.js";
import type { Fix } from "../../model/finding.js";
import type { BreakingChange, DeclaredDay } from "../../model/plan.js";
import type { RuleContext } from "../rule.js";
import { counted } from "./quantities.js";

/** Notice that is too short. */
export interface ShortNotice {
  readonly entry: BreakingChange;
  readonly effective: DeclaredDay & { readonly day: string };
  /** `9 days after 2026-11-22, the first day on which base can hold this entry`. */
  readonly because: string;
  /** The first day to take effect on that passes. */
  readonly passes: string;
}

/** The entries that take effect less than `required` days after people could read of it. */
export function* shortNotices(
  entries: Iterable<BreakingChange>,
  required: number,
  context: RuleContext,
): Iterable<ShortNotice> {
  const onBase = context.comparison && beforeOf(context.comparison);
  for (const entry of entries) {
    const effective = entry.effective;
    const notice = noticeOf(entry, onBase, context);
    if (effective?.day == null || notice === null) continue;
    const days = daysBetween(notice.from, effective.day);
    if (days >= required) continue;
    yield {
      entry,
      effective: { ...effective, day: effective.day },
      because: `${distance(days)} ${notice.from}, ${notice.because}`,
      passes: addDays(notice.from, required),
    };
  }
}

interface Notice {
  /** The day from which notice counts. */
  readonly from: string;
  readonly because: string;
}

/** Null for an entry that is not judged: its days are not readable, or it is over and base has it like that. */
function noticeOf(entry: BreakingChange, onBase: EntriesOnBase | null, context: RuleContext): Notice | null {
  const { today } = context;
  const announced = entry.announced?.day;
  const effective = entry.effective?.day;
  if (announced == null || effective == null) return null;
  if (onBase === null) return sinceBase(entry, announced, context);

  const known = onBase.get(entry);
  const before = known === undefined ? entry : known;
  const announcedOnBase = before?.announced?.day;
  const effectiveOnBase = before?.effective?.day;
  const reachesBaseNow = announcedOnBase == null || effectiveOnBase == null || effective < effectiveOnBase;
  if (reachesBaseNow && announced <= today) {
    const what = before === null ? "this entry" : "these days";
    return { from: today, because: `the first day on which base can hold ${what}` };
  }
  if (effective === effectiveOnBase && effective < today) return null;
  const said = sinceBase(entry, announced, context);
  if (announcedOnBase != null && announced < announcedOnBase && said.from < announcedOnBase) {
    return { from: announcedOnBase, because: "the day it was announced according to base" };
  }
  return said;
}

/** The later of what the entry says and what base's history says; without a history its word is all there is. */
function sinceBase(entry: BreakingChange, announced: string, { firstOnBase }: RuleContext): Notice {
  const reached = firstOnBase?.(entry) ?? null;
  return reached !== null && reached > announced
    ? { from: reached, because: "the first day on which base held it" }
    : { from: announced, because: "the day it was announced" };
}

/** Entries that are new or edited → the same as base has them; null where base has none. */
type EntriesOnBase = ReadonlyMap<BreakingChange, BreakingChange | null>;

function beforeOf({ changes }: Comparison): EntriesOnBase {
  const before = new Map<BreakingChange, BreakingChange | null>();
  for (const change of changes) {
    if (change.kind === "breaking-change-added") before.set(change.entry, null);
    if (change.kind === "breaking-change-edited") before.set(change.entry, change.before);
  }
  return before;
}

/** An edit of the day and nothing else; none where more stands there than is read (mark-up, a link, a week). */
export function moveDay({ place, text, day }: DeclaredDay, to: string, title: string): Fix | null {
  const at = day === null ? -1 : text.indexOf(day);
  if (day === null || at < 0 || place.endOffset - place.offset !== text.length) return null;
  const own = {
    ...place,
    column: place.column + at,
    offset: place.offset + at,
    endColumn: place.column + at + day.length,
    endOffset: place.offset + at + day.length,
  };
  return { title, safety: "review", edits: [{ place: own, newText: to }] };
}

function distance(days: number): string {
  if (days === 0) return "on the same day as";
  return days > 0 ? `${counted(days, "day")} after` : `${counted(-days, "day")} before`;
}
