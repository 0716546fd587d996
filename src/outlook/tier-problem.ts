import type { Settings } from "../model/settings.js";
import { mayShareTier } from "../graph/may-share-tier.js";
import type { Work } from "./work.js";

/** Which open phase may stand in which of the plan's tiers. Tiers are ranks: 0 is the first tier anything open is in. */
export interface TierProblem {
  /** Tier numbers by rank, ascending. */
  readonly tiers: readonly number[];
  /** Rank of each phase as placed today; -1 for a phase that is over. */
  readonly rank: Int32Array;
  /** 1 for a phase that stays: it is under way, in Tier 0, or sequenced with another inside its tier. */
  readonly stays: Uint8Array;
  /** Ticks the phase demands of its tier: its length, and for one that stays its finish inside the tier. */
  readonly demand: Float64Array;
  /** Lowest rank that a phase may be moved to: Tier 0 is for those that belong there. */
  readonly firstRank: number;
}

export function tierProblem({ graph, phases, remaining }: Work, settings: Settings): TierProblem {
  const { takesPart, placedTiers, binds, durations } = remaining;
  const tiers = [...new Set(placedTiers.filter((_, phase) => takesPart[phase] === 1))].sort((a, b) => a - b);
  const rankOf = new Map(tiers.map((tier, rank) => [tier, rank]));
  const rank = Int32Array.from(placedTiers, (tier, phase) => (takesPart[phase] === 1 ? rankOf.get(tier)! : -1));
  const stays = Uint8Array.from(phases, ({ status }, phase) =>
    status === "in-progress" || placedTiers[phase]! < 1 ? 1 : 0,
  );
  const demand = Float64Array.from(durations.planned);
  for (const phase of graph.order) {
    for (let link = graph.predecessorStart[phase]!; link < graph.predecessorStart[phase + 1]!; link++) {
      const awaited = graph.predecessors[link]!;
      if (binds[link] === 0 || rank[awaited] !== rank[phase]) continue;
      if (!mayShareTier(phases[phase]!, phases[awaited]!, settings)) continue;
      stays[phase] = stays[awaited] = 1;
      demand[phase] = Math.max(demand[phase]!, demand[awaited]! + durations.planned[phase]!);
    }
  }
  return { tiers, rank, stays, demand, firstRank: tiers[0] === 0 ? 1 : 0 };
}
