import type { AcyclicGraph } from "../model/graph.js";
import { ancestorSets, type PhaseSets } from "./ancestor-sets.js";
import { levels } from "./levels.js";

/** Phases of which none waits for another, so that all of them may run side by side. */
export interface WidestSet {
  /** As positions in `graph.ids`, ascending. */
  readonly phases: readonly number[];
  /** False where the plan is too large for the exact answer: there may be a larger set. */
  readonly isExact: boolean;
}

const MOST_EXACT = 1_000;

/**
 * A largest set of phases that may all run side by side. Dilworth, "A decomposition theorem for partially ordered sets"
 * (1950): as large as the least number of chains that hold all phases, which a largest matching of everybody with
 * somebody who waits for them tells (König 1931). Above 1,000 phases the fullest level instead.
 */
export function widestSet(graph: AcyclicGraph): WidestSet {
  if (graph.ids.length > MOST_EXACT) return { phases: fullestLevel(graph), isExact: false };
  const sets = ancestorSets(graph);
  const { matched, isMatched } = largestMatching(sets, graph.ids.length);
  return { phases: uncovered(sets, matched, isMatched), isExact: true };
}

interface Matching {
  /** By phase, the one matched to it that waits for it, or -1. */
  readonly matched: Int32Array;
  /** By phase, 1 when it waits for the one it is matched to. */
  readonly isMatched: Uint8Array;
}

/** Augments along shortest paths, one waiting phase after the other (Kuhn 1955); a row of bits is looked at as a whole. */
function largestMatching(sets: PhaseSets, count: number): Matching {
  const matched = new Int32Array(count).fill(-1);
  const isMatched = new Uint8Array(count);
  for (let origin = 0; origin < count; origin++) {
    const search = alternatingSearch(sets, matched, [origin]);
    if (search.free === -1) continue;
    isMatched[origin] = 1;
    for (let awaited = search.free, waiting = -1; waiting !== origin;) {
      waiting = search.reachedFrom[awaited]!;
      matched[awaited] = waiting;
      awaited = search.matchOf[waiting]!;
    }
  }
  return { matched, isMatched };
}

interface AlternatingSearch {
  /** An awaited phase without match, the first one met; -1 when there is none. */
  readonly free: number;
  /** By awaited phase, the waiting one it was reached from, or -1. */
  readonly reachedFrom: Int32Array;
  /** By waiting phase, the awaited one through whose match it was reached, or -1. */
  readonly matchOf: Int32Array;
  /** Waiting phases reached, the origins included. */
  readonly waiting: readonly number[];
}

/** From waiting phases to those they wait for, and from there to their matches, breadth first. */
function alternatingSearch(
  { width, words }: PhaseSets,
  matched: Int32Array,
  origins: readonly number[],
): AlternatingSearch {
  const reachedFrom = new Int32Array(matched.length).fill(-1);
  const matchOf = new Int32Array(matched.length).fill(-1);
  const unseen = new Uint32Array(width).fill(0xffffffff);
  const waiting = [...origins];
  for (const phase of waiting) {
    for (let word = 0; word < width; word++) {
      let bits = (words[phase * width + word]! & unseen[word]!) >>> 0;
      unseen[word]! &= ~bits;
      while (bits !== 0) {
        const awaited = word * 32 + 31 - Math.clz32(bits & -bits);
        bits &= bits - 1;
        reachedFrom[awaited] = phase;
        const next = matched[awaited]!;
        if (next === -1) return { free: awaited, reachedFrom, matchOf, waiting };
        matchOf[next] = awaited;
        waiting.push(next);
      }
    }
  }
  return { free: -1, reachedFrom, matchOf, waiting };
}

/** The phases that a least cover of all pairs leaves out on both sides. */
function uncovered(sets: PhaseSets, matched: Int32Array, isMatched: Uint8Array): number[] {
  const phases = [...matched.keys()];
  const { reachedFrom, waiting } = alternatingSearch(
    sets,
    matched,
    phases.filter((phase) => isMatched[phase] === 0),
  );
  return waiting.filter((phase) => reachedFrom[phase] === -1).sort((one, other) => one - other);
}

function fullestLevel(graph: AcyclicGraph): number[] {
  const level = levels(graph);
  const members = new Int32Array(graph.ids.length);
  for (const depth of level) members[depth]!++;
  const fullest = members.indexOf(members.reduce((most, count) => Math.max(most, count), 0));
  return [...level.keys()].filter((phase) => level[phase] === fullest);
}
