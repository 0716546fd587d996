import type { Network } from "./network.js";

/** Earliest times in ticks, node by node. */
export interface EarliestTimes {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  readonly makespan: number;
}

/**
 * Starts every node as soon as the last of those it waits for has finished: ES = max EF (0 without any), EF = ES + d.
 * Writes into `room` where some is given, which must be long enough.
 */
export function forwardPass(
  { order, predecessors }: Network,
  durations: Float64Array,
  room: Omit<EarliestTimes, "makespan"> = {
    start: new Float64Array(order.length),
    finish: new Float64Array(order.length),
  },
): EarliestTimes {
  const { start, finish } = room;
  let makespan = 0;
  for (const node of order) {
    let earliest = 0;
    for (let link = predecessors.start[node]!; link < predecessors.start[node + 1]!; link++) {
      earliest = Math.max(earliest, finish[predecessors.targets[link]!]!);
    }
    start[node] = earliest;
    // A gate has no duration.
    finish[node] = node < durations.length ? earliest + durations[node]! : earliest;
    makespan = Math.max(makespan, finish[node]);
  }
  return { start, finish, makespan };
}
