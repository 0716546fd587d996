import { isDone } from "../graph/is-done.js";
import { isScheduled } from "../graph/is-scheduled.js";
import { levels } from "../graph/levels.js";
import type { AcyclicGraph } from "../model/graph.js";
import type { Dependency, Phase, PhaseId, Plan } from "../model/plan.js";
import type { Tiers } from "../model/schedule.js";
import type { Settings } from "../model/settings.js";
import { openLinks } from "./open-links.js";

/**
 * The tiers that follow from the dependencies. Tier 0 waits for nobody and has at least `blockerThreshold` phases
 * waiting for it directly; every other phase comes one tier after the last of those it waits for, and not before Tier 1.
 * Current tiers look at unfinished phases and open dependencies only, a done phase keeping its structural tier;
 * structural tiers look at all, as if nothing were done. A phase in or behind a cycle has none, but still counts among
 * those that wait.
 */
export function computeTiers(plan: Plan, graph: AcyclicGraph, settings: Settings): Tiers {
  const { ids } = graph;
  const tiersOf = (dependents: ReadonlyMap<PhaseId, number>, binds: Uint8Array | null) =>
    levels(graph, (phase) => ((dependents.get(ids[phase]!) ?? 0) >= settings.blockerThreshold ? 0 : 1), binds);

  const structural = tiersOf(
    directDependents(plan, () => true),
    null,
  );
  const current = tiersOf(
    directDependents(plan, (phase, dependency) => !isDone(phase) && !dependency.satisfied),
    openLinks(plan, graph),
  );
  return {
    current: new Map(ids.map((id, phase) => [id, isDone(plan.phases.get(id)!) ? structural[phase]! : current[phase]!])),
    structural: new Map(ids.map((id, phase) => [id, structural[phase]!])),
  };
}

/** How many phases of the plan directly wait for each phase, as far as the dependency counts. */
function directDependents(
  plan: Plan,
  counts: (phase: Phase, dependency: Dependency) => boolean,
): ReadonlyMap<PhaseId, number> {
  const dependents = new Map<PhaseId, number>();
  for (const phase of plan.phases.values()) {
    if (!isScheduled(phase)) continue;
    for (const dependency of phase.dependsOn)
      if (counts(phase, dependency)) dependents.set(dependency.id, (dependents.get(dependency.id) ?? 0) + 1);
  }
  return dependents;
}
