import type { AcyclicGraph } from "../model/graph.js";

/**
 * For every phase the number of links on the longest chain that leads to it, counted from the level of the chain's
 * first phase: `sourceLevel`, 0 unless said. Where `binds` is given, only links marked there (one mark for each entry of
 * `graph.predecessors`) make a chain.
 */
export function levels(
  graph: AcyclicGraph,
  sourceLevel: (phase: number) => number = () => 0,
  binds: Uint8Array | null = null,
): Int32Array {
  const { order, predecessorStart, predecessors } = graph;
  const level = new Int32Array(order.length);
  for (const phase of order) {
    let highest = -1;
    for (let link = predecessorStart[phase]!; link < predecessorStart[phase + 1]!; link++) {
      if (binds === null || binds[link] === 1) highest = Math.max(highest, level[predecessors[link]!]!);
    }
    level[phase] = highest === -1 ? sourceLevel(phase) : highest + 1;
  }
  return level;
}
