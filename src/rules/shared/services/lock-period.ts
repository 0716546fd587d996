import { daysBetween } from "../../../grammar/calendar-day.js";
import type { Lock, LockLimit, Plan } from "../../../model/plan.js";

/** The time of a lock in days or weeks, both ends included; open ends are infinite. */
export interface LockPeriod {
  readonly unit: "day" | "week";
  readonly from: number;
  readonly until: number;
}

/** Null where no end is written, one of them cannot be read, or the two are not of one kind. */
export function lockPeriod({ from, until }: Lock, plan: Plan): LockPeriod | null {
  const limits = [from, until].filter((limit) => limit !== null);
  if (limits.length === 0) return null;
  for (const unit of ["day", "week"] as const) {
    const at = (limit: LockLimit): number | null => (unit === "day" ? dayOf(limit) : weekOf(limit, plan));
    if (limits.some((limit) => at(limit) === null)) continue;
    const period = { unit, from: from ? at(from)! : -Infinity, until: until ? at(until)! : Infinity };
    return period.from > period.until ? null : period;
  }
  return null;
}

/** The day as a number that days of locks can be compared with. */
export const dayNumber = (day: string): number => daysBetween("1970-01-01", day);

const dayOf = ({ day }: LockLimit): number | null => (day === null ? null : dayNumber(day));

/** A phase starts and ends where its declared window does. */
function weekOf({ week, event }: LockLimit, plan: Plan): number | null {
  if (week !== null || event === null) return week;
  const window = plan.phases.get(event.phase)?.window ?? null;
  return window && (event.edge === "start" ? window.startWeek : window.endWeek);
}

/**
 * Whether two locks have time in common; null when that cannot be told. One that ends on the day on which the other
 * begins has none.
 */
export function shareTime(one: Lock, other: Lock, plan: Plan): boolean | null {
  const [a, b] = [lockPeriod(one, plan), lockPeriod(other, plan)];
  if (!a || !b || a.unit !== b.unit) return null;
  return (a.from < b.until && b.from < a.until) || (a.from === b.from && a.until === b.until);
}

/** `from 2026-12-01 until 2026-12-20`, as written; empty without both. */
export function periodInWords({ from, until }: Lock): string {
  return [from && `from ${oneLine(from.text)}`, until && `until ${oneLine(until.text)}`].filter(Boolean).join(" ");
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ");
