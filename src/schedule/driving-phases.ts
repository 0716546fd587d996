import type { EarliestTimes } from "./forward-pass.js";
import type { Network } from "./network.js";

/**
 * For every node the phase whose finish sets its start, gates seen through: the first in plan order where several finish
 * then, -1 where nothing is waited for.
 */
export function drivingPhases({ phaseCount, order, predecessors }: Network, earliest: EarliestTimes): Int32Array {
  const driver = new Int32Array(order.length).fill(-1);
  for (const node of order) {
    for (let link = predecessors.start[node]!; link < predecessors.start[node + 1]!; link++) {
      const awaited = predecessors.targets[link]!;
      if (earliest.finish[awaited] !== earliest.start[node]) continue;
      const phase = awaited < phaseCount ? awaited : driver[awaited]!;
      if (driver[node] === -1 || phase < driver[node]!) driver[node] = phase;
    }
  }
  return driver;
}
