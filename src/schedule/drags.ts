import type { LatestTimes } from "./backward-pass.js";
import type { EarliestTimes } from "./forward-pass.js";
import type { Network } from "./network.js";

/**
 * For every node the ticks by which the makespan would shrink if the node took no time; 0 where it has float.
 *
 * Drag is Devaux's measure (Total Project Control). Without the node the longest chain is the longest one that avoids
 * it. In a topological order every chain that avoids a node has exactly one link, or one end, that passes over the
 * node's position, and the longest chain through link u → v is the makespan less LS(v) − EF(u). Hence
 * drag = min(d, least LS(v) − EF(u) of the links that pass over the node), where a chain's way from the start of the plan
 * to its first node and from its last to the end count as links. It holds with gates and takes n log n steps; without
 * gates it equals the better known min(d, least total float among the phases neither before nor behind the node).
 */
export function drags(
  { order, predecessors }: Network,
  durations: Float64Array,
  earliest: EarliestTimes,
  latest: LatestTimes,
): Float64Array {
  const count = order.length;
  const drag = new Float64Array(count);
  const position = new Int32Array(count);
  let longestCritical = 0;
  for (let place = 0; place < count; place++) {
    const node = order[place]!;
    position[node] = place;
    if (node < durations.length && earliest.start[node] === latest.start[node]) {
      drag[node] = durations[node]!;
      longestCritical = Math.max(longestCritical, durations[node]!);
    }
  }

  // A segment tree over positions: leaf `count + p` is position p, and a number in a node holds for all leaves below.
  const leastFloat = new Float64Array(2 * count).fill(Infinity);
  const passOver = (from: number, to: number, float: number) => {
    // No drag is larger than the longest duration, so that larger floats decide nothing.
    if (float >= longestCritical) return;
    let left = from + 1 + count;
    let right = to + count;
    for (; left < right; left >>= 1, right >>= 1) {
      if (left % 2 === 1) {
        leastFloat[left] = Math.min(leastFloat[left]!, float);
        left++;
      }
      if (right % 2 === 1) {
        right--;
        leastFloat[right] = Math.min(leastFloat[right]!, float);
      }
    }
  };
  for (let place = 0; place < count; place++) {
    const node = order[place]!;
    const first = predecessors.start[node]!;
    const end = predecessors.start[node + 1]!;
    if (first === end) passOver(-1, place, latest.start[node]!);
    for (let link = first; link < end; link++) {
      const awaited = predecessors.targets[link]!;
      passOver(position[awaited]!, place, latest.start[node]! - earliest.finish[awaited]!);
    }
    if (latest.finish[node] === earliest.makespan) passOver(place, count, earliest.makespan - earliest.finish[node]!);
  }

  for (let node = 0; node < count; node++) {
    if (drag[node] === 0) continue;
    for (let inTree = position[node]! + count; inTree > 0; inTree >>= 1) {
      drag[node] = Math.min(drag[node]!, leastFloat[inTree]!);
    }
  }
  return drag;
}
