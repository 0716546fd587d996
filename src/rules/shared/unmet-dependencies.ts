import type { Comparison } from "../../model/comparison.js";
import type { Phase, PhaseId, Plan } from "../../model/plan.js";
import type { Violation } from "../../model/finding.js";
import { blockingDependencies, type BlockingDependency } from "./blocking-dependencies.js";
import { reopenedPhases } from "./reopened-phases.js";
import { STATUS_WORDS } from "./status-words.js";

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

/** That `phase` is `ahead` (done, in progress) of one that it waits for. */
export const isAheadOf = (
  phase: Phase,
  ahead: string,
  { dependency, target }: BlockingDependency,
  advice: string,
): Violation => ({
  place: phase.statusPlace ?? phase.places[0]!,
  message: `${phase.label} is ${ahead}, but ${target.label}, which it depends on, is ${STATUS_WORDS[target.status]}. ${advice}`,
  phases: [phase.id, target.id],
  related: [
    { place: dependency.place, message: `${phase.label} depends on ${target.label} here` },
    ...(target.statusPlace === null
      ? []
      : [{ place: target.statusPlace, message: `${target.label} is ${STATUS_WORDS[target.status]} here` }]),
  ],
});
