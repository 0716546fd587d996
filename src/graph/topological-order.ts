import type { Adjacency } from "./adjacency.js";

/**
 * Every node after all it waits for; among nodes that could come next, the lowest number comes first. Nodes in
 * or behind a cycle are missing. Kahn, "Topological sorting of large networks" (1962).
 */
export function topologicalOrder(predecessors: Adjacency, successors: Adjacency): Int32Array {
  const count = predecessors.start.length - 1;
  const waitsFor = new Int32Array(count);
  const order = new Int32Array(count);
  const ready = new Int32Array(count);
  let readyCount = 0;

  // `ready` is a binary heap: an entry is never above its two children at 2i + 1 and 2i + 2.
  const push = (node: number) => {
    let slot = readyCount++;
    while (slot > 0) {
      const parent = (slot - 1) >> 1;
      if (ready[parent]! <= node) break;
      ready[slot] = ready[parent]!;
      slot = parent;
    }
    ready[slot] = node;
  };
  const pop = (): number => {
    const lowest = ready[0]!;
    const moved = ready[--readyCount]!;
    let slot = 0;
    for (let child = 1; child < readyCount; child = 2 * slot + 1) {
      if (child + 1 < readyCount && ready[child + 1]! < ready[child]!) child++;
      if (ready[child]! >= moved) break;
      ready[slot] = ready[child]!;
      slot = child;
    }
    ready[slot] = moved;
    return lowest;
  };

  for (let node = 0; node < count; node++) {
    waitsFor[node] = predecessors.start[node + 1]! - predecessors.start[node]!;
    if (waitsFor[node] === 0) push(node);
  }
  let done = 0;
  while (readyCount > 0) {
    const node = pop();
    order[done++] = node;
    for (let link = successors.start[node]!; link < successors.start[node + 1]!; link++) {
      const successor = successors.targets[link]!;
      if (--waitsFor[successor]! === 0) push(successor);
    }
  }
  return order.subarray(0, done);
}
