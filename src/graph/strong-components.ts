import type { Adjacency } from "./adjacency.js";

/**
 * For every node the number of its strongly connected component; the numbers themselves mean nothing.
 * Tarjan, "Depth-first search and linear graph algorithms" (1972), without recursion: a chain may be as long as it likes.
 */
export function strongComponents({ start, targets }: Adjacency): Int32Array {
  const count = start.length - 1;
  const component = new Int32Array(count).fill(-1);
  const visit = new Int32Array(count);
  const lowest = new Int32Array(count);
  const nextLink = start.slice(0, count);
  const path = new Int32Array(count);
  const pending = new Int32Array(count);
  let pendingCount = 0;
  let visits = 0;
  let components = 0;

  for (let root = 0; root < count; root++) {
    if (visit[root] !== 0) continue;
    let depth = 0;
    path[0] = root;
    while (depth >= 0) {
      const node = path[depth]!;
      if (visit[node] === 0) {
        visit[node] = lowest[node] = ++visits;
        pending[pendingCount++] = node;
      }
      if (nextLink[node]! < start[node + 1]!) {
        const target = targets[nextLink[node]!++]!;
        if (visit[target] === 0) path[++depth] = target;
        else if (component[target] === -1) lowest[node] = Math.min(lowest[node]!, visit[target]!);
        continue;
      }
      if (lowest[node] === visit[node]) {
        let member: number;
        do {
          member = pending[--pendingCount]!;
          component[member] = components;
        } while (member !== node);
        components++;
      }
      if (--depth >= 0) {
        const parent = path[depth]!;
        lowest[parent] = Math.min(lowest[parent]!, lowest[node]!);
      }
    }
  }
  return component;
}
