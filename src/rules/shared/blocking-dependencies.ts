import { isOpen } from "../../graph/is-open.js";
import type { Dependency, Phase, Plan } from "../../model/plan.js";

/** A phase that has to be waited for, and where that is written. */
export interface BlockingDependency {
  readonly dependency: Dependency;
  readonly target: Phase;
}

/** What a phase waits for by the author's explicit word, each phase once, in the order written. */
export function blockingDependencies(phase: Phase, plan: Plan): BlockingDependency[] {
  const seen = new Set<string>();
  const blocking: BlockingDependency[] = [];
  for (const dependency of phase.dependsOn) {
    if (dependency.evidence !== "explicit" || !isOpen(dependency, plan) || seen.has(dependency.id)) continue;
    seen.add(dependency.id);
    blocking.push({ dependency, target: plan.phases.get(dependency.id)! });
  }
  return blocking;
}
