import { type Adjacency, adjacency } from "../graph/adjacency.js";
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

/** Collects the links and the order of a network. */
class NetworkDraft {
  readonly order: number[] = [];
  readonly #waiting: number[] = [];
  readonly #awaited: number[] = [];
  #nodeCount: number;

  constructor(private readonly graph: AcyclicGraph) {
    this.#nodeCount = graph.ids.length;
  }

  addGate(): number {
    this.order.push(this.#nodeCount);
    return this.#nodeCount++;
  }

  addLink(waiting: number, awaited: number): void {
    this.#waiting.push(waiting);
    this.#awaited.push(awaited);
  }

  /** Adds those links of the graph on which `waiting` waits that bind and meet the condition. */
  addDependencies(waiting: number, binds: Uint8Array, isWanted: (awaited: number) => boolean = () => true): void {
    const { predecessorStart, predecessors } = this.graph;
    for (let link = predecessorStart[waiting]!; link < predecessorStart[waiting + 1]!; link++) {
      const awaited = predecessors[link]!;
      if (binds[link] === 1 && isWanted(awaited)) this.addLink(waiting, awaited);
    }
  }

  finish(): Network {
    return {
      phaseCount: this.graph.ids.length,
      predecessors: adjacency(this.#nodeCount, this.#waiting, this.#awaited),
      order: Int32Array.from(this.order),
    };
  }
}

function sequential(graph: AcyclicGraph, { takesPart }: Portion): Network {
  const draft = new NetworkDraft(graph);
  let last = -1;
  for (let phase = 0; phase < graph.ids.length; phase++) {
    draft.order.push(phase);
    if (takesPart[phase] === 0) continue;
    if (last !== -1) draft.addLink(phase, last);
    last = phase;
  }
  return draft.finish();
}

function tiered(graph: AcyclicGraph, { takesPart, binds }: Portion, tiers: Float64Array): Network {
  const draft = new NetworkDraft(graph);
  const members = new Map<number, number[]>();
  for (const phase of graph.order) {
    if (takesPart[phase] === 0) {
      draft.order.push(phase);
      continue;
    }
    const tier = tiers[phase]!;
    const phases = members.get(tier);
    if (phases) phases.push(phase);
    else members.set(tier, [phase]);
  }
  let gate = -1;
  const ascending = [...members].sort(([one], [other]) => one - other);
  ascending.forEach(([tier, phases], position) => {
    for (const phase of phases) {
      draft.order.push(phase);
      if (gate !== -1) draft.addLink(phase, gate);
      // Inside a tier only phases sequenced there (Option B) are linked; all other links lead to earlier tiers.
      draft.addDependencies(phase, binds, (awaited) => tiers[awaited] === tier);
    }
    if (position + 1 === ascending.length) return;
    gate = draft.addGate();
    for (const phase of phases) draft.addLink(gate, phase);
  });
  return draft.finish();
}

function gated(graph: AcyclicGraph, { takesPart, binds, placedTiers }: Portion): Network {
  const draft = new NetworkDraft(graph);
  const isInTierZero = (phase: number) => takesPart[phase] === 1 && placedTiers[phase] === 0;
  const tierZero = graph.order.filter(isInTierZero);
  for (const phase of tierZero) {
    draft.order.push(phase);
    draft.addDependencies(phase, binds);
  }
  const gate = tierZero.length > 0 ? draft.addGate() : -1;
  for (const phase of tierZero) draft.addLink(gate, phase);
  for (const phase of graph.order) {
    if (isInTierZero(phase)) continue;
    draft.order.push(phase);
    if (takesPart[phase] === 0) continue;
    if (gate !== -1) draft.addLink(phase, gate);
    draft.addDependencies(phase, binds);
  }
  return draft.finish();
}

function dependencies(graph: AcyclicGraph, { binds }: Portion): Network {
  const draft = new NetworkDraft(graph);
  for (const phase of graph.order) {
    draft.order.push(phase);
    draft.addDependencies(phase, binds);
  }
  return draft.finish();
}
