import type { AcyclicGraph } from "../model/graph.js";

/** Sets of phases, a row of bits for each phase: row `i` is `words[i * width … (i + 1) * width)`. */
export interface PhaseSets {
  readonly width: number;
  readonly words: Uint32Array;
}

/**
 * For every phase all that it waits for, directly or not, among the phases from `first` on, `count` of them: bit `j` of a
 * row stands for phase `first + j`. n · count / 8 bytes; one step for every 32 phases of a row and link.
 */
export function ancestorSets(graph: AcyclicGraph, first = 0, count = graph.ids.length - first): PhaseSets {
  const { order, predecessorStart, predecessors } = graph;
  const width = Math.ceil(count / 32);
  const words = new Uint32Array(order.length * width);
  for (const phase of order) {
    const row = phase * width;
    for (let link = predecessorStart[phase]!; link < predecessorStart[phase + 1]!; link++) {
      const awaited = predecessors[link]!;
      const inherited = awaited * width;
      for (let word = 0; word < width; word++) words[row + word]! |= words[inherited + word]!;
      const bit = awaited - first;
      if (bit >= 0 && bit < count) words[row + (bit >>> 5)]! |= 1 << (bit & 31);
    }
  }
  return { width, words };
}

/** Whether bit `bit` of the row of `phase` is set. */
export const isInSet = ({ width, words }: PhaseSets, phase: number, bit: number): boolean =>
  ((words[phase * width + (bit >>> 5)]! >>> (bit & 31)) & 1) === 1;
