import { addDays, daysBetween } from "../grammar/calendar-day.js";
import type { Comparison } from "../model/comparison.js";
import type { Fix } from "../model/finding.js";
import type { BreakingChange, DeclaredDay } from "../model/plan.js";
import { planRule } from "./rule.js";
import { nameOfEntry, subjectOfEntry } from "./shared/breaking-change-words.js";
import { counted } from "./shared/quantities.js";

export const shortNotice = planRule({
  id: "short-notice",
  summary: "A breaking change must be announced long enough before it takes effect.",
  severity: "error",
  *check({ plan, settings }, { today, comparison }) {
    for (const entry of plan.breakingChanges) {
      const effective = entry.effective?.day;
      const notice = noticeOf(entry, today, comparison);
      if (effective == null || notice === null) continue;
      const days = daysBetween(notice.from, effective);
      if (days >= settings.announcementDays) continue;
      const fix = moveEffectiveDay(entry.effective!, addDays(notice.from, settings.announcementDays));
      yield {
        place: entry.effective!.place,
        message:
          `The breaking change of ${nameOfEntry(entry)} takes effect on ${effective}, ${distance(days)} ${notice.from}, ` +
          `${notice.because}; at least ${counted(settings.announcementDays, "day")} are required.`,
        phases: [],
        subject: `${subjectOfEntry(entry)} on ${effective}`,
        ...(fix && { fix }),
      };
    }
  },
});

interface Notice {
  /** The day from which notice counts. */
  readonly from: string;
  readonly because: string;
}

/** Null for an entry that is not judged: its days are not readable, or it is over and base has it like that. */
function noticeOf(entry: BreakingChange, today: string, comparison: Comparison | null): Notice | null {
  const announced = entry.announced?.day;
  const effective = entry.effective?.day;
  if (announced == null || effective == null) return null;
  // Without a base nobody knows when the entry was first there: what it says about itself is all there is.
  if (comparison === null) return { from: announced, because: "the day it was announced" };

  const before = entryOnBase(entry, comparison);
  const announcedOnBase = before?.announced?.day;
  const effectiveOnBase = before?.effective?.day;
  const reachesBaseNow = announcedOnBase == null || effectiveOnBase == null || effective < effectiveOnBase;
  if (reachesBaseNow && announced <= today) {
    const what = before === null ? "this entry" : "these days";
    return { from: today, because: `the first day on which base can hold ${what}` };
  }
  if (effective === effectiveOnBase && effective < today) return null;
  if (announcedOnBase != null && announced < announcedOnBase) {
    return { from: announcedOnBase, because: "the day it was announced according to base" };
  }
  return { from: announced, because: "the day it was announced" };
}

/** The entry as base has it; null when it is new in this change. */
function entryOnBase(entry: BreakingChange, { changes }: Comparison): BreakingChange | null {
  for (const change of changes) {
    if (change.kind === "breaking-change-added" && change.entry === entry) return null;
    if (change.kind === "breaking-change-edited" && change.entry === entry) return change.before;
  }
  return entry;
}

/** Null where the cell holds more than is read of it (mark-up, a link), so that the day cannot be found in it. */
function moveEffectiveDay({ place, text, day }: DeclaredDay, passes: string): Fix | null {
  if (place.endOffset - place.offset !== text.length) return null;
  const at = text.indexOf(day!);
  const own = {
    ...place,
    column: place.column + at,
    offset: place.offset + at,
    endColumn: place.column + at + day!.length,
    endOffset: place.offset + at + day!.length,
  };
  return {
    title: `let it take effect on ${passes}, the first day that passes`,
    safety: "review",
    edits: [{ place: own, newText: passes }],
  };
}

function distance(days: number): string {
  if (days === 0) return "on the same day as";
  return days > 0 ? `${counted(days, "day")} after` : `${counted(-days, "day")} before`;
}
