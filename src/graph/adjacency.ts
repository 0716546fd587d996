/** Links between nodes in compressed rows: node `i` is linked to `targets[start[i] … start[i + 1])`. */
export interface Adjacency {
  readonly start: Int32Array;
  readonly targets: Int32Array;
}

/** The rows of all links `sources[k]` → `targets[k]`; a row keeps the order in which its links are given. */
export function adjacency(nodeCount: number, sources: ArrayLike<number>, targets: ArrayLike<number>): Adjacency {
  const start = new Int32Array(nodeCount + 1);
  for (let link = 0; link < sources.length; link++) start[sources[link]! + 1]!++;
  for (let node = 0; node < nodeCount; node++) start[node + 1]! += start[node]!;
  const next = start.slice(0, nodeCount);
  const rows = new Int32Array(sources.length);
  for (let link = 0; link < sources.length; link++) rows[next[sources[link]!]!++] = targets[link]!;
  return { start, targets: rows };
}

/** The same links the other way round; every row comes in ascending order. */
export function reversed({ start, targets }: Adjacency): Adjacency {
  const sources = new Int32Array(targets.length);
  for (let node = 0; node + 1 < start.length; node++) sources.fill(node, start[node], start[node + 1]);
  return adjacency(start.length - 1, targets, sources);
}
