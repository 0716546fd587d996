import { mayShareTier } from "../graph/may-share-tier.js";
import type { AcyclicGraph } from "../model/graph.js";
import type { Settings } from "../model/settings.js";

/**
 * The tiers people work by, phase by phase of the graph: the declared tier, or the computed one where none is declared,
 * raised to one after the highest tier among the phases waited for where it breaks a dependency (Option A of the
 * methodology) and, with it, everything that then follows. A phase that may share its tier with one it waits for
 * (Option B) is not raised past it: the two stand in one tier, one after the other. Only links marked in `binds` count.
 * A declared tier is NaN where there is none.
 */
export function placedTiers(
  { phases, order, predecessorStart, predecessors }: AcyclicGraph,
  tiers: { readonly declared: Float64Array; readonly computed: Float64Array },
  binds: Uint8Array,
  settings: Settings,
): Float64Array {
  const placed = new Float64Array(phases.length);
  for (const index of order) {
    const declared = tiers.declared[index]!;
    const isDeclared = !Number.isNaN(declared);
    let tier = isDeclared ? declared : tiers.computed[index]!;
    for (let link = predecessorStart[index]!; link < predecessorStart[index + 1]!; link++) {
      if (binds[link] === 0) continue;
      const target = predecessors[link]!;
      // Only a phase that declares its tier may share it.
      const gap = isDeclared && mayShareTier(phases[index]!, phases[target]!, settings) ? 0 : 1;
      tier = Math.max(tier, placed[target]! + gap);
    }
    placed[index] = tier;
  }
  return placed;
}
