import type { Settings } from "../model/settings.js";

/** The weeks of a range that are planned with. */
export function plannedWeeks({ low, high }: { low: number; high: number }, { estimate }: Settings): number {
  return estimate === "high" ? high : estimate === "low" ? low : (low + high) / 2;
}
