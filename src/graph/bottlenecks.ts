import type { AcyclicGraph } from "../model/graph.js";

/**
 * Phases that every chain from a phase that waits for nobody to one that nobody waits for passes through, as positions in
 * `graph.ids`, in the order in which they must be done. In any topological order they are the phases that no link jumps
 * over, where a first phase is linked from before the order and a last one to behind it. Linear.
 */
export function bottlenecks({ order, predecessorStart, successorStart, successors }: AcyclicGraph): number[] {
  const position = new Int32Array(order.length);
  order.forEach((phase, at) => (position[phase] = at));
  /** How many more links jump over a position than over the one before it. */
  const change = new Int32Array(order.length + 1);
  const jump = (from: number, to: number) => {
    change[from + 1]!++;
    change[to]!--;
  };
  order.forEach((phase, at) => {
    if (predecessorStart[phase] === predecessorStart[phase + 1]) jump(-1, at);
    if (successorStart[phase] === successorStart[phase + 1]) jump(at, order.length);
    for (let link = successorStart[phase]!; link < successorStart[phase + 1]!; link++) {
      jump(at, position[successors[link]!]!);
    }
  });
  let jumping = 0;
  return [...order].filter((_, at) => (jumping += change[at]!) === 0);
}
