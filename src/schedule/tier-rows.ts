import { isDone } from "../graph/is-done.js";
import type { AcyclicGraph } from "../model/graph.js";
import type { Phase, PhaseId } from "../model/plan.js";
import type { Schedule, TierRow, Tiers } from "../model/schedule.js";
import type { Settings } from "../model/settings.js";
import { type Portion, portions } from "./portion.js";
import { ticks, weeks } from "./ticks.js";

/**
 * One row for each tier in which a phase is placed in the full plan, in ascending order. A tier is in progress as soon
 * as any of its phases is, or one is done and another is not; ready when all earlier tiers are done.
 */
export function tierRows(graph: AcyclicGraph, tiers: Tiers, schedule: Schedule, settings: Settings): TierRow[] {
  const { full, remaining } = portions(graph, tiers, settings);
  const members = new Map<number, number[]>();
  full.placedTiers.forEach((tier, index) => {
    const phases = members.get(tier);
    if (phases) phases.push(index);
    else members.set(tier, [index]);
  });
  const lastInFull = finishesInTier(graph, full, full.placedTiers);
  const lastInRemaining = finishesInTier(graph, remaining, full.placedTiers);

  let areEarlierDone = true;
  return [...members]
    .sort(([one], [other]) => one - other)
    .map(([tier, indices]) => {
      const ids = indices.map((index) => graph.ids[index]!);
      const phases = indices.map((index) => graph.phases[index]!);
      const isTierDone = phases.every(isDone);
      const times = ids.map((id) => schedule.full.tiered.times.get(id)!);
      const row: TierRow = {
        tier,
        phases: ids,
        longest: lastToFinish(indices, isTierDone ? lastInFull : lastInRemaining, graph.ids),
        state: isTierDone ? "done" : isUnderWay(phases) ? "in-progress" : areEarlierDone ? "ready" : "waiting",
        progressPercent: progressPercent(phases, indices, full, remaining),
        start: times.reduce((least, { earliestStart }) => Math.min(least, earliestStart), Infinity),
        finish: times.reduce((most, { earliestFinish }) => Math.max(most, earliestFinish), 0),
      };
      areEarlierDone &&= isTierDone;
      return row;
    });
}

const isUnderWay = (phases: readonly Phase[]): boolean =>
  phases.some((phase) => phase.status === "in-progress" || isDone(phase));

/** Ticks from the start of its tier to the finish of each phase, where only phases of the same tier are waited for. */
function finishesInTier(graph: AcyclicGraph, portion: Portion, tiers: Float64Array): Float64Array {
  const { order, predecessorStart, predecessors } = graph;
  const finish = new Float64Array(order.length);
  for (const phase of order) {
    let start = 0;
    for (let link = predecessorStart[phase]!; link < predecessorStart[phase + 1]!; link++) {
      const awaited = predecessors[link]!;
      if (portion.binds[link] === 1 && tiers[awaited] === tiers[phase]) start = Math.max(start, finish[awaited]!);
    }
    finish[phase] = start + portion.durations.planned[phase]!;
  }
  return finish;
}

function lastToFinish(indices: readonly number[], finish: Float64Array, ids: readonly PhaseId[]): PhaseId | null {
  let last: number | null = null;
  for (const index of indices) if (finish[index]! > (last === null ? 0 : finish[last]!)) last = index;
  return last === null ? null : ids[last]!;
}

function progressPercent(
  phases: readonly Phase[],
  indices: readonly number[],
  full: Portion,
  remaining: Portion,
): number {
  let all = 0;
  let left = 0;
  for (const index of indices) {
    const whole = full.durations.planned[index]!;
    all += whole;
    left += Math.min(whole, remaining.durations.planned[index]!);
  }
  const percent = all === 0 ? (100 * phases.filter(isDone).length) / phases.length : (100 * (all - left)) / all;
  return weeks(ticks(percent));
}
