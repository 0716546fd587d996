import type { TierProblem } from "./tier-problem.js";
import type { Work } from "./work.js";

/** How many visits to phases, links and tiers a search may still make. */
export interface Steps {
  left: number;
}

/**
 * The lowest rank for every phase at which each tier is at most as long as its limit (in ticks) and every phase comes
 * after those it waits for; null when there is none. Placing each phase as early as possible leaves the most room for
 * those behind it, so that null means impossible.
 */
export function earliestRanks(
  { graph, remaining }: Work,
  { tiers, rank, stays, demand, firstRank }: TierProblem,
  limits: Float64Array,
  steps: Steps,
): Int32Array | null {
  const earliest = Int32Array.from(rank);
  for (const phase of graph.order) {
    if (rank[phase] === -1) continue;
    let lowest = firstRank;
    for (let link = graph.predecessorStart[phase]!; link < graph.predecessorStart[phase + 1]!; link++) {
      const awaited = graph.predecessors[link]!;
      if (remaining.binds[link] === 0 || (stays[phase] === 1 && stays[awaited] === 1)) continue;
      lowest = Math.max(lowest, earliest[awaited]! + 1);
    }
    steps.left -= 1 + graph.predecessorStart[phase + 1]! - graph.predecessorStart[phase]!;
    if (stays[phase] === 1) {
      if (lowest > Math.max(rank[phase]!, firstRank)) return null;
      continue;
    }
    while (lowest < tiers.length && limits[lowest]! < demand[phase]!) {
      lowest++;
      steps.left--;
    }
    if (lowest >= tiers.length) return null;
    earliest[phase] = lowest;
  }
  return earliest;
}

/**
 * Ranks within the limits that leave as many phases as they can where they are: each at the rank nearest to its own
 * between those it waits for and those that wait for it. The limits must be possible.
 */
export function nearestRanks(
  { graph, remaining }: Work,
  { tiers, rank, stays, demand, firstRank }: TierProblem,
  limits: Float64Array,
): Int32Array {
  const { order, predecessorStart, predecessors } = graph;
  const fits = (phase: number, at: number) => limits[at]! >= demand[phase]!;
  const latest = new Int32Array(order.length).fill(tiers.length - 1);
  for (let position = order.length - 1; position >= 0; position--) {
    const phase = order[position]!;
    if (rank[phase] === -1) continue;
    if (stays[phase] === 1) latest[phase] = rank[phase]!;
    else while (!fits(phase, latest[phase]!)) latest[phase]!--;
    for (let link = predecessorStart[phase]!; link < predecessorStart[phase + 1]!; link++) {
      const awaited = predecessors[link]!;
      if (remaining.binds[link] === 0 || (stays[phase] === 1 && stays[awaited] === 1)) continue;
      latest[awaited] = Math.min(latest[awaited]!, latest[phase]! - 1);
    }
  }
  const chosen = Int32Array.from(rank);
  for (const phase of order) {
    if (rank[phase] === -1 || stays[phase] === 1) continue;
    let lowest = firstRank;
    for (let link = predecessorStart[phase]!; link < predecessorStart[phase + 1]!; link++) {
      if (remaining.binds[link] === 1) lowest = Math.max(lowest, chosen[predecessors[link]!]! + 1);
    }
    chosen[phase] = nearest(rank[phase]!, lowest, latest[phase]!, (at) => fits(phase, at));
  }
  return chosen;
}

/** Of equally near ranks the later one. */
function nearest(wanted: number, lowest: number, highest: number, fits: (at: number) => boolean): number {
  const from = Math.min(Math.max(wanted, lowest), highest);
  for (let distance = 0; distance <= highest - lowest; distance++) {
    if (from + distance <= highest && fits(from + distance)) return from + distance;
    if (from - distance >= lowest && fits(from - distance)) return from - distance;
  }
  return highest;
}
