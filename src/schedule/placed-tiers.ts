import { mayShareTier } from "../graph/may-share-tier.js";
import type { AcyclicGraph } from "../model/graph.js";
import type { PhaseId, Plan } from "../model/plan.js";
import type { Settings } from "../model/settings.js";

/**
 * The tiers people work by, phase by phase of the graph: the declared tier, or the computed one where none is declared,
 * raised to one after the highest tier among the phases waited for where it breaks a dependency (Option A of the
 * methodology) and, with it, everything that then follows. A phase that may share its tier with one it waits for
 * (Option B) is not raised past it: the two stand in one tier, one after the other. Only links marked in `binds` count.
 */
export function placedTiers(
  plan: Plan,
  graph: AcyclicGraph,
  computed: ReadonlyMap<PhaseId, number>,
  binds: Uint8Array,
  settings: Settings,
): Float64Array {
  const { ids, order, predecessorStart, predecessors } = graph;
  const phases = ids.map((id) => plan.phases.get(id)!);
  const placed = new Float64Array(ids.length);
  for (const index of order) {
    const phase = phases[index]!;
    let tier = phase.tier?.number ?? computed.get(phase.id)!;
    for (let link = predecessorStart[index]!; link < predecessorStart[index + 1]!; link++) {
      if (binds[link] === 0) continue;
      const target = predecessors[link]!;
      const gap = mayShareTier(phase, phases[target]!, settings) ? 0 : 1;
      tier = Math.max(tier, placed[target]! + gap);
    }
    placed[index] = tier;
  }
  return placed;
}
