import type { AcyclicGraph } from "../model/graph.js";
import { ancestorSets, isInSet, type PhaseSets } from "./ancestor-sets.js";

/** A link that others imply. Phases are positions in `graph.ids`. */
export interface RedundantLink {
  readonly phase: number;
  readonly awaited: number;
  /** What stands between the two on a chain of other links, from `phase` on; the first few where there are many. */
  readonly between: readonly number[];
  /** True when the chain goes on behind `between` before it comes to `awaited`. */
  readonly isCut: boolean;
}

/** Phases times links up to which the answer is looked for: 10,000 phases with five links each. */
const MOST_WORK = 500_000_000;
/** Phases looked for in one go, so that memory stays within n · 256 bytes. */
const CHUNK = 2_048;
const MOST_BETWEEN = 4;

/**
 * The links without which every phase would still wait for the same phases: the graph without them is its transitive
 * reduction (Aho, Garey and Ullman 1972). By phase, then by what it waits for. Null where the graph is too large.
 */
export function redundantLinks(graph: AcyclicGraph): RedundantLink[] | null {
  const count = graph.ids.length;
  if (count * graph.predecessors.length > MOST_WORK) return null;
  const found: RedundantLink[] = [];
  for (let first = 0; first < count; first += CHUNK) {
    const size = Math.min(CHUNK, count - first);
    found.push(...redundantIn(graph, ancestorSets(graph, first, size), first, size));
  }
  return found.sort((one, other) => one.phase - other.phase || one.awaited - other.awaited);
}

function redundantIn(graph: AcyclicGraph, sets: PhaseSets, first: number, size: number): RedundantLink[] {
  const { predecessorStart, predecessors } = graph;
  const found: RedundantLink[] = [];
  const implied = new Uint32Array(sets.width);
  for (let phase = 0; phase < graph.ids.length; phase++) {
    const begin = predecessorStart[phase]!;
    const end = predecessorStart[phase + 1]!;
    if (end - begin < 2) continue;
    implied.fill(0);
    for (let link = begin; link < end; link++) {
      const row = predecessors[link]! * sets.width;
      for (let word = 0; word < sets.width; word++) implied[word]! |= sets.words[row + word]!;
    }
    for (let link = begin; link < end; link++) {
      const awaited = predecessors[link]!;
      const bit = awaited - first;
      if (bit < 0 || bit >= size || ((implied[bit >>> 5]! >>> (bit & 31)) & 1) === 0) continue;
      found.push({ phase, awaited, ...chainBetween(graph, sets, phase, awaited, bit) });
    }
  }
  return found;
}

function chainBetween(
  { predecessorStart, predecessors }: AcyclicGraph,
  sets: PhaseSets,
  phase: number,
  awaited: number,
  bit: number,
): Pick<RedundantLink, "between" | "isCut"> {
  const between: number[] = [];
  const waitsFor = (at: number) => predecessors.subarray(predecessorStart[at], predecessorStart[at + 1]);
  for (let at = phase; at === phase || !waitsFor(at).includes(awaited); between.push(at)) {
    if (between.length === MOST_BETWEEN) return { between, isCut: true };
    at = waitsFor(at).find((next) => isInSet(sets, next, bit))!;
  }
  return { between, isCut: false };
}
