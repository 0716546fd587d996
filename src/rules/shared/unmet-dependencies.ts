import type { Comparison } from "../../model/comparison.js";
import type { Phase, PhaseId, Plan } from "../../model/plan.js";
import { blockingDependencies, type BlockingDependency } from "./blocking-dependencies.js";
import { reopenedPhases } from "./reopened-phases.js";

/**
 * What a phase waits for and the plan says is not done, by phase. Left out is what has no status at all, because then
 * the plan does not tell, and what this very change reopens, because reopened-dependency is about that.
 */
export function unmetDependencies(
  plan: Plan,
  comparison: Comparison | null,
): (phase: Phase) => readonly BlockingDependency[] {
  const reopened = new Set<PhaseId>(comparison === null ? [] : reopenedPhases(comparison).map(({ id }) => id));
  return (phase) =>
    blockingDependencies(phase, plan).filter(({ target }) => target.status !== "unknown" && !reopened.has(target.id));
}
