import type { EarliestTimes } from "./forward-pass.js";
import type { Network } from "./network.js";

/** Latest times in ticks, node by node, and the earliest start among those that wait for the node. */
export interface LatestTimes {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  /** The makespan for a node nobody waits for: free float = this − earliest finish. */
  readonly nextStart: Float64Array;
}

/**
 * Finishes every node as late as the makespan allows: LF = min LS of those that wait (makespan without any), LS = LF − d.
 * Writes into `room` where some is given, which must be long enough.
 */
export function backwardPass(
  { order, predecessors }: Network,
  earliest: EarliestTimes,
  room: LatestTimes = {
    start: new Float64Array(order.length),
    finish: new Float64Array(order.length),
    nextStart: new Float64Array(order.length),
  },
): LatestTimes {
  const { start, finish, nextStart } = room;
  finish.fill(earliest.makespan);
  nextStart.fill(earliest.makespan);
  for (let position = order.length - 1; position >= 0; position--) {
    const node = order[position]!;
    start[node] = finish[node]! - (earliest.finish[node]! - earliest.start[node]!);
    for (let link = predecessors.start[node]!; link < predecessors.start[node + 1]!; link++) {
      const awaited = predecessors.targets[link]!;
      finish[awaited] = Math.min(finish[awaited]!, start[node]);
      nextStart[awaited] = Math.min(nextStart[awaited]!, earliest.start[node]!);
    }
  }
  return room;
}
