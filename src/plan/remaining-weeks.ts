import type { Duration, Status } from "../model/plan.js";

/** Weeks left: none of what is done, else as stated, else the duration × (1 − progress); null when none is known. */
export function remainingWeeks(
  status: Status,
  duration: Pick<Duration, "weeks"> | null,
  progressPercent: number | null,
  stated: number | null,
): number | null {
  if (status === "done") return 0;
  if (stated !== null) return stated;
  if (duration === null) return null;
  return Math.round(duration.weeks * (1 - (progressPercent ?? 0) / 100) * 1e6) / 1e6;
}
