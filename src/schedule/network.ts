import type { Adjacency } from "../graph/adjacency.js";
import type { AcyclicGraph } from "../model/graph.js";
import type { ScheduleModel } from "../model/schedule.js";
import type { Portion } from "./portion.js";

/**
 * Who waits for whom under one model. Nodes below `phaseCount` are the phases of the graph; those above are gates: they
 * take no time, wait for a whole tier and are waited for by what may start then. A gate for each tier costs n + T links
 * where links between all phases of two tiers would cost n². A phase that takes no part in the portion has no link.
 */
export interface Network {
  readonly phaseCount: number;
  readonly predecessors: Adjacency;
  /** Every node after all it waits for. */
  readonly order: Int32Array;
}

/** The network of one model for one portion of the plan. */
export function network(model: ScheduleModel, graph: AcyclicGraph, portion: Portion): Network {
  switch (model) {
    case "sequential":
      return sequential(graph, portion);
    case "tiered":
      return tiered(graph, portion, portion.placedTiers);
    case "tieredComputed":
      return tiered(graph, portion, portion.computedTiers);
    case "gated":
      return gated(graph, portion);
    case "dependencies":
      return dependencies(graph, portion);
  }
}

function sequential({ phases }: AcyclicGraph, { takesPart }: Portion): Network {
  const start = new Int32Array(phases.length + 1);
  const targets = new Int32Array(phases.length);
  let count = 0;
  let last = -1;
  for (let phase = 0; phase < phases.length; phase++) {
    if (takesPart[phase] === 1) {
      if (last !== -1) targets[count++] = last;
      last = phase;
    }
    start[phase + 1] = count;
  }
  const order = Int32Array.from(phases.keys());
  return { phaseCount: phases.length, predecessors: { start, targets: targets.subarray(0, count) }, order };
}

function dependencies(graph: AcyclicGraph, portion: Portion): Network {
  return { phaseCount: graph.phases.length, predecessors: withGates(graph, portion, NO_GATES), order: graph.order };
}

function gated(graph: AcyclicGraph, portion: Portion): Network {
  const { order } = graph;
  const phaseCount = order.length;
  const isInTierZero = (phase: number) => portion.takesPart[phase] === 1 && portion.placedTiers[phase] === 0;
  const tierZero = order.filter(isInTierZero);
  if (tierZero.length === 0) return dependencies(graph, portion);
  const gateBefore = Int32Array.from(order.keys(), (phase) => (isInTierZero(phase) ? -1 : phaseCount));
  const others = order.filter((phase) => !isInTierZero(phase));
  return {
    phaseCount,
    predecessors: withGates(graph, portion, { gateBefore, waitedForBy: [tierZero] }),
    order: inOneRow([tierZero, [phaseCount], others]),
  };
}

function tiered(graph: AcyclicGraph, portion: Portion, tiers: Float64Array): Network {
  const phaseCount = graph.order.length;
  const members = membersByTier(graph.order, portion.takesPart, tiers);
  const gateBefore = new Int32Array(phaseCount).fill(-1);
  members.forEach((phases, tier) => {
    if (tier > 0) for (const phase of phases) gateBefore[phase] = phaseCount + tier - 1;
  });
  const over = graph.order.filter((phase) => portion.takesPart[phase] === 0);
  return {
    phaseCount,
    // Inside a tier only phases sequenced there (Option B) are linked; all other links lead to earlier tiers.
    predecessors: withGates(graph, portion, { gateBefore, waitedForBy: members.slice(0, -1), linksInside: tiers }),
    order: inOneRow([
      over,
      ...members.flatMap((phases, tier) => (tier > 0 ? [[phaseCount + tier - 1], phases] : [phases])),
    ]),
  };
}

/** Phases of each tier that has some, in ascending order of the tiers; inside a tier as in `order`. */
function membersByTier(order: Int32Array, takesPart: Uint8Array, tiers: Float64Array): readonly (readonly number[])[] {
  const members = new Map<number, number[]>();
  for (const phase of order) {
    if (takesPart[phase] === 0) continue;
    const phases = members.get(tiers[phase]!);
    if (phases) phases.push(phase);
    else members.set(tiers[phase]!, [phase]);
  }
  return [...members].sort(([one], [other]) => one - other).map(([, phases]) => phases);
}

interface Gates {
  /** By phase the gate it waits for, or -1; null for no gates at all. */
  readonly gateBefore: Int32Array | null;
  /** The phases that each gate waits for. */
  readonly waitedForBy: readonly ArrayLike<number>[];
  /** Where given, a dependency is a link only when both phases have the same number here. */
  readonly linksInside?: Float64Array;
}

const NO_GATES: Gates = { gateBefore: null, waitedForBy: [] };

/** The binding dependencies of the phases that take part, and the links from and to gates. */
function withGates(
  { order, predecessorStart, predecessors }: AcyclicGraph,
  { takesPart, binds }: Portion,
  { gateBefore, waitedForBy, linksInside }: Gates,
): Adjacency {
  const phaseCount = order.length;
  const isKept = (link: number, phase: number) =>
    binds[link] === 1 && (linksInside === undefined || linksInside[predecessors[link]!] === linksInside[phase]);
  const start = new Int32Array(phaseCount + waitedForBy.length + 1);
  for (let phase = 0; phase < phaseCount; phase++) {
    let count = 0;
    if (takesPart[phase] === 1) {
      if (gateBefore !== null && gateBefore[phase] !== -1) count++;
      for (let link = predecessorStart[phase]!; link < predecessorStart[phase + 1]!; link++) {
        if (isKept(link, phase)) count++;
      }
    }
    start[phase + 1] = start[phase]! + count;
  }
  waitedForBy.forEach(({ length }, gate) => (start[phaseCount + gate + 1] = start[phaseCount + gate]! + length));

  const targets = new Int32Array(start.at(-1)!);
  let next = 0;
  for (let phase = 0; phase < phaseCount; phase++) {
    if (start[phase] === start[phase + 1]) continue;
    if (gateBefore !== null && gateBefore[phase] !== -1) targets[next++] = gateBefore[phase]!;
    for (let link = predecessorStart[phase]!; link < predecessorStart[phase + 1]!; link++) {
      if (isKept(link, phase)) targets[next++] = predecessors[link]!;
    }
  }
  waitedForBy.forEach((phases, gate) => targets.set(phases, start[phaseCount + gate]));
  return { start, targets };
}

function inOneRow(parts: readonly ArrayLike<number>[]): Int32Array {
  const row = new Int32Array(parts.reduce((count, { length }) => count + length, 0));
  let filled = 0;
  for (const part of parts) {
    row.set(part, filled);
    filled += part.length;
  }
  return row;
}
