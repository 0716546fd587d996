import { isDone } from "../../../graph/is-done.js";
import type { Lock, Phase, Plan } from "../../../model/plan.js";
import { listed } from "../quantities.js";
import { dayNumber, lockPeriod } from "./lock-period.js";

/** The holders that are phases of the plan. */
export const holdersOf = ({ phases }: Lock, plan: Plan): readonly Phase[] =>
  phases.flatMap(({ phase }) => (phase === null ? [] : (plan.phases.get(phase) ?? [])));

/** True when all who hold it are phases that are done. */
export function isOver(lock: Lock, plan: Plan): boolean {
  const holders = holdersOf(lock, plan);
  return holders.length > 0 && holders.length === lock.phases.length && holders.every(isDone);
}

/**
 * Whether a lock holds on a day: by its days, or, where none are written, by a holder that is in progress. Null when
 * that cannot be told.
 */
export function isActive(lock: Lock, plan: Plan, today: string): boolean | null {
  if (isOver(lock, plan)) return false;
  const period = lockPeriod(lock, plan);
  if (period?.unit === "day") return period.from <= dayNumber(today) && dayNumber(today) <= period.until;
  if (lock.from !== null || lock.until !== null) return null;
  const holders = holdersOf(lock, plan);
  return holders.some(({ status }) => status === "in-progress") ? true : null;
}

/** `Phase 4`, `Phase 7, Phase 9 and Phase 12`. */
export const holdersInWords = ({ phases }: Lock, plan: Plan): string =>
  listed(phases.map(({ id, phase }) => (phase && plan.phases.get(phase)?.label) ?? `Phase ${id}`));
