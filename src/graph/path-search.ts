import type { Dependency, PhaseId, Plan } from "../model/plan.js";

/** Steps that all searches of one plan may take together: beyond, nothing more is found. */
const MOST_STEPS = 2_000_000;

/** Says by which phases one waits for another. */
export interface PathSearch {
  /** `from`, whom it waits for, …, `to`: one shortest way; null when there is none, or it would take too long to find. */
  find(from: PhaseId, to: PhaseId): readonly PhaseId[] | null;
  /** True when the searches so far have used up what they may: `null` then means nothing. */
  readonly isExhausted: boolean;
}

/** Searches the wanted dependencies of a plan, breadth first, within a bound that keeps many questions linear. */
export function createPathSearch(plan: Plan, isWanted: (dependency: Dependency) => boolean): PathSearch {
  let steps = 0;
  return {
    get isExhausted() {
      return steps >= MOST_STEPS;
    },
    find(from, to) {
      const cameFrom = new Map<PhaseId, PhaseId | null>([[from, null]]);
      const queue = [from];
      for (const id of queue) {
        if (id === to && id !== from) return wayTo(id, cameFrom);
        for (const dependency of plan.phases.get(id)?.dependsOn ?? []) {
          if (++steps >= MOST_STEPS) return null;
          if (!isWanted(dependency) || cameFrom.has(dependency.id)) continue;
          cameFrom.set(dependency.id, id);
          queue.push(dependency.id);
        }
      }
      return null;
    },
  };
}

function wayTo(end: PhaseId, cameFrom: ReadonlyMap<PhaseId, PhaseId | null>): readonly PhaseId[] {
  const way: PhaseId[] = [];
  for (let at: PhaseId | null = end; at !== null; at = cameFrom.get(at) ?? null) way.push(at);
  return way.reverse();
}
