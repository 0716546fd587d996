import type { Adjacency } from "./adjacency.js";
import { strongComponents } from "./strong-components.js";

/** The nodes of one strongly connected component, ascending, and a shortest cycle in it, along the links. */
export interface CyclicComponent {
  readonly nodes: readonly number[];
  readonly cycle: readonly number[];
}

/**
 * Looks at this many links at most before it settles for the shortest cycles found so far. Enough for the exact answer
 * in a component of 3,000 nodes with two links each; larger knots get a real cycle that may not be the shortest.
 */
const MAX_LOOKS = 20_000_000;

/**
 * One shortest cycle for each strongly connected component that has any (a link from a node to itself is one), in the
 * order of their first nodes. A cycle begins with its first node; ties go to the cycle that begins first.
 */
export function shortestCycles(links: Adjacency): CyclicComponent[] {
  const { start, targets } = links;
  const component = strongComponents(links);
  const members = new Map<number, number[]>();
  component.forEach((number, node) => {
    const nodes = members.get(number);
    if (nodes) nodes.push(node);
    else members.set(number, [node]);
  });

  const seenFrom = new Int32Array(component.length).fill(-1);
  const cameFrom = new Int32Array(component.length);
  const distance = new Int32Array(component.length);
  const queue = new Int32Array(component.length);
  let looks = 0;

  /** A shortest cycle through `origin`, if one is shorter than `limit`, among nodes that are not before `origin`. */
  const cycleThrough = (origin: number, limit: number): number[] | null => {
    let queued = 1;
    queue[0] = origin;
    distance[origin] = 0;
    for (let taken = 0; taken < queued; taken++) {
      const node = queue[taken]!;
      const length = distance[node]! + 1;
      if (length >= limit) return null;
      for (let link = start[node]!; link < start[node + 1]!; link++) {
        looks++;
        const target = targets[link]!;
        if (target === origin) return chainTo(node, length);
        // Cycles through earlier nodes have had their turn.
        if (target < origin || seenFrom[target] === origin || component[target] !== component[origin]) continue;
        seenFrom[target] = origin;
        cameFrom[target] = node;
        distance[target] = length;
        queue[queued++] = target;
      }
    }
    return null;
  };

  const chainTo = (last: number, length: number): number[] => {
    const chain = new Array<number>(length);
    for (let step = length - 1, node = last; step >= 0; step--, node = cameFrom[node]!) chain[step] = node;
    return chain;
  };

  const linksToItself = (node: number) => targets.subarray(start[node], start[node + 1]).includes(node);

  const cyclic: CyclicComponent[] = [];
  for (const nodes of members.values()) {
    const selfLinked = nodes.find(linksToItself);
    if (selfLinked !== undefined) {
      cyclic.push({ nodes, cycle: [selfLinked] });
      continue;
    }
    if (nodes.length === 1) continue;
    let shortest = cycleThrough(nodes[0]!, Infinity)!;
    for (const origin of nodes) {
      if (shortest.length === 2 || looks > MAX_LOOKS) break;
      shortest = cycleThrough(origin, shortest.length) ?? shortest;
    }
    cyclic.push({ nodes, cycle: shortest });
  }
  return cyclic;
}
