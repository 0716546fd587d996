import { isDone } from "../graph/is-done.js";
import { isScheduled } from "../graph/is-scheduled.js";
import { levels } from "../graph/levels.js";
import type { AcyclicGraph } from "../model/graph.js";
import type { Plan } from "../model/plan.js";
import type { Tiers } from "../model/schedule.js";
import type { Settings } from "../model/settings.js";
import { ByPhase } from "./by-phase.js";

/**
 * The tiers that follow from the dependencies. Tier 0 waits for nobody and has at least `blockerThreshold` phases
 * waiting for it directly; every other phase comes one tier after the last of those it waits for, and not before Tier 1.
 * Current tiers look at unfinished phases and open dependencies only, a done phase keeping its structural tier;
 * structural tiers look at all, as if nothing were done. A phase in or behind a cycle has none, but still counts among
 * those that wait.
 */
export function computeTiers(plan: Plan, graph: AcyclicGraph, settings: Settings): Tiers {
  const { done, open } = graph;
  const tiersOf = (dependents: Int32Array, binds: Uint8Array | null) =>
    levels(graph, (phase) => (dependents[phase]! >= settings.blockerThreshold ? 0 : 1), binds);
  const { all, unfinished } = directDependents(plan, graph);
  const structural = tiersOf(all, null);
  const current = tiersOf(unfinished, open);
  return {
    current: new ByPhase(graph, (phase) => (done[phase] === 1 ? structural : current)[phase]!),
    structural: new ByPhase(graph, (phase) => structural[phase]!),
  };
}

/** How many phases of the plan directly wait for each phase of the graph: in all, and by an open dependency. */
function directDependents(plan: Plan, { ids, indexOf, predecessors, open }: AcyclicGraph) {
  const all = new Int32Array(ids.length);
  const unfinished = new Int32Array(ids.length);
  predecessors.forEach((awaited, link) => {
    all[awaited]!++;
    unfinished[awaited]! += open[link]!;
  });
  if (plan.phases.size === ids.length) return { all, unfinished };
  for (const phase of plan.phases.values()) {
    if (indexOf.has(phase.id) || !isScheduled(phase)) continue;
    for (const { id, satisfied } of phase.dependsOn) {
      const awaited = indexOf.get(id);
      if (awaited === undefined) continue;
      all[awaited]!++;
      if (!isDone(phase) && !satisfied) unfinished[awaited]!++;
    }
  }
  return { all, unfinished };
}
