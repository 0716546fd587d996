import type { LatestTimes } from "./backward-pass.js";
import type { EarliestTimes } from "./forward-pass.js";
import type { Network } from "./network.js";

/**
 * One longest chain of the network, as phases without gates. It begins with the first phase in plan order that can begin
 * one, and goes on each time with the first that can go on. A phase for which `takesPart` is 0 is in no chain.
 */
export function criticalPath(
  { phaseCount, order, predecessors }: Network,
  earliest: EarliestTimes,
  latest: LatestTimes,
  takesPart: Uint8Array,
): number[] {
  const isCritical = (node: number) => earliest.start[node] === latest.start[node];
  const none = phaseCount;
  /** The first phase that can follow each node, gates seen through. */
  const next = new Int32Array(order.length).fill(none);
  let first = none;
  for (let position = order.length - 1; position >= 0; position--) {
    const node = order[position]!;
    if (!isCritical(node)) continue;
    const phase = node < phaseCount ? node : next[node]!;
    const begin = predecessors.start[node]!;
    const end = predecessors.start[node + 1]!;
    if (begin === end && takesPart[node] === 1) first = Math.min(first, node);
    for (let link = begin; link < end; link++) {
      const awaited = predecessors.targets[link]!;
      if (isCritical(awaited) && earliest.finish[awaited] === earliest.start[node]) {
        next[awaited] = Math.min(next[awaited]!, phase);
      }
    }
  }
  const path: number[] = [];
  for (let phase = first; phase !== none; phase = next[phase]!) path.push(phase);
  return path;
}
