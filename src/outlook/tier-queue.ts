import type { QueueRow } from "../model/outlook.js";
import type { PhaseId } from "../model/plan.js";
import type { Schedule } from "../model/schedule.js";
import type { Work } from "./work.js";

/**
 * The phases that have not begun and cannot begin: because a dependency is open or, in a plan that declares tiers,
 * because a tier before their own is not done. In plan order.
 */
export function tierQueue({ graph, phases, remaining, isTiered }: Work, { remaining: models }: Schedule): QueueRow[] {
  const first = firstOpenTier(remaining.takesPart, remaining.placedTiers);
  const rows: QueueRow[] = [];
  phases.forEach(({ id, status }, index) => {
    if (remaining.takesPart[index] === 0 || status === "in-progress") return;
    const waitsFor: PhaseId[] = [];
    for (let link = graph.predecessorStart[index]!; link < graph.predecessorStart[index + 1]!; link++) {
      if (remaining.binds[link] === 1) waitsFor.push(graph.ids[graph.predecessors[link]!]!);
    }
    const tier = remaining.placedTiers[index]!;
    const waitsForTier = isTiered && tier > first ? first : null;
    if (waitsFor.length === 0 && waitsForTier === null) return;
    const ready = models.dependencies.times.get(id)!.earliestStart;
    const readyByTiers = isTiered ? models.tiered.times.get(id)!.earliestStart : ready;
    rows.push({ phase: id, tier, waitsFor, waitsForTier, ready, readyByTiers });
  });
  return rows;
}

function firstOpenTier(takesPart: Uint8Array, tiers: Float64Array): number {
  let first = Infinity;
  tiers.forEach((tier, index) => {
    if (takesPart[index] === 1) first = Math.min(first, tier);
  });
  return first;
}
