import type { PhaseId, Plan } from "../model/plan.js";

/** Steps that all questions about one plan may take together. */
const MOST_STEPS = 2_000_000;

/** All that a phase waits for, directly or not, by any statement; null when it would take too long to find out. */
export type WaitedFor = (id: PhaseId) => ReadonlySet<PhaseId> | null;

/** Answers for one phase after the other, within a bound that keeps many questions linear; the last answer is kept. */
export function createWaitedFor(plan: Plan): WaitedFor {
  let steps = 0;
  let last: { readonly id: PhaseId; readonly found: ReadonlySet<PhaseId> } | null = null;
  return (id) => {
    if (last?.id === id) return last.found;
    const found = new Set<PhaseId>();
    const queue = [id];
    for (const waiting of queue) {
      for (const dependency of plan.phases.get(waiting)?.dependsOn ?? []) {
        if (++steps >= MOST_STEPS) return null;
        if (found.has(dependency.id)) continue;
        found.add(dependency.id);
        queue.push(dependency.id);
      }
    }
    last = { id, found };
    return found;
  };
}
