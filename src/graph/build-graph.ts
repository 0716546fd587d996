import type { AcyclicGraph, Cycle, CycleLink, PlanGraph } from "../model/graph.js";
import type { Phase, PhaseId, Plan } from "../model/plan.js";
import { type Adjacency, adjacency, reversed } from "./adjacency.js";
import { isScheduled } from "./is-scheduled.js";
import { type CyclicComponent, shortestCycles } from "./shortest-cycles.js";
import { topologicalOrder } from "./topological-order.js";

/**
 * The plan's dependencies as a graph: its cycles, the phases that stand in or behind one, and everything else without
 * cycles. Tangents and deprecated phases are left out, and so is every link to them. Cycles come in plan order.
 */
export function buildGraph(plan: Plan): PlanGraph {
  const phases = [...plan.phases.values()].filter(isScheduled);
  const indexOf = new Map(phases.map((phase, index) => [phase.id, index]));
  const predecessors = dependencyLinks(phases, indexOf);
  const successors = reversed(predecessors);

  const cyclic = shortestCycles(predecessors);
  const blocked = reachable(
    successors,
    cyclic.flatMap(({ nodes }) => nodes),
  );
  return {
    cycles: cyclic.map((component) => cycleOf(component, phases)),
    unschedulable: phases.filter((_, index) => blocked[index] === 1).map((phase) => phase.id),
    acyclic:
      cyclic.length === 0
        ? acyclicGraph(
            phases.map((phase) => phase.id),
            indexOf,
            predecessors,
            successors,
          )
        : graphWithout(blocked, phases),
  };
}

/** A row for each phase with the phases it waits for, in plan order and without repeats. */
function dependencyLinks(phases: readonly Phase[], indexOf: ReadonlyMap<PhaseId, number>): Adjacency {
  const sources: number[] = [];
  const targets: number[] = [];
  const lastSource = new Int32Array(phases.length).fill(-1);
  phases.forEach((phase, source) => {
    for (const dependency of phase.dependsOn) {
      const target = indexOf.get(dependency.id);
      if (target === undefined || lastSource[target] === source) continue;
      lastSource[target] = source;
      sources.push(source);
      targets.push(target);
    }
  });
  return reversed(adjacency(phases.length, targets, sources));
}

function acyclicGraph(
  ids: readonly PhaseId[],
  indexOf: ReadonlyMap<PhaseId, number>,
  predecessors: Adjacency,
  successors: Adjacency,
): AcyclicGraph {
  return {
    ids,
    indexOf,
    predecessorStart: predecessors.start,
    predecessors: predecessors.targets,
    successorStart: successors.start,
    successors: successors.targets,
    order: topologicalOrder(predecessors, successors),
  };
}

function graphWithout(blocked: Uint8Array, phases: readonly Phase[]): AcyclicGraph {
  const kept = phases.filter((_, index) => blocked[index] === 0);
  const indexOf = new Map(kept.map((phase, index) => [phase.id, index]));
  const predecessors = dependencyLinks(kept, indexOf);
  return acyclicGraph(
    kept.map((phase) => phase.id),
    indexOf,
    predecessors,
    reversed(predecessors),
  );
}

/** 1 for every node that can be reached from one of the origins, origins included. */
function reachable({ start, targets }: Adjacency, origins: readonly number[]): Uint8Array {
  const reached = new Uint8Array(start.length - 1);
  const pending = [...origins];
  for (const origin of origins) reached[origin] = 1;
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (let link = start[node]!; link < start[node + 1]!; link++) {
      const target = targets[link]!;
      if (reached[target] === 1) continue;
      reached[target] = 1;
      pending.push(target);
    }
  }
  return reached;
}

function cycleOf({ nodes, cycle }: CyclicComponent, phases: readonly Phase[]): Cycle {
  const links = cycle.map((node, step): CycleLink => {
    const from = phases[node]!;
    const to = phases[cycle[(step + 1) % cycle.length]!]!.id;
    return { from: from.id, to, place: from.dependsOn.find((dependency) => dependency.id === to)!.place };
  });
  return { links, component: nodes.map((node) => phases[node]!.id) };
}
