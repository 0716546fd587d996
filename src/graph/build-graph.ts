import type { AcyclicGraph, Cycle, CycleLink, PlanGraph } from "../model/graph.js";
import type { Phase, PhaseId, Plan } from "../model/plan.js";
import { type Adjacency, reversed } from "./adjacency.js";
import { isDone } from "./is-done.js";
import { isScheduled } from "./is-scheduled.js";
import { type CyclicComponent, shortestCycles } from "./shortest-cycles.js";
import { topologicalOrder } from "./topological-order.js";

/**
 * The plan's dependencies as a graph: its cycles, the phases that stand in or behind one, and everything else without
 * cycles. Tangents and deprecated phases are left out, and so is every link to them. Cycles come in plan order.
 */
export function buildGraph(plan: Plan): PlanGraph {
  const phases = [...plan.phases.values()].filter(isScheduled);
  const whole = graphOf(phases);
  if (whole.order.length === phases.length) return { cycles: [], unschedulable: [], acyclic: whole };

  const cyclic = shortestCycles({ start: whole.predecessorStart, targets: whole.predecessors });
  const blocked = reachable(
    { start: whole.successorStart, targets: whole.successors },
    cyclic.flatMap(({ nodes }) => nodes),
  );
  return {
    cycles: cyclic.map((component) => cycleOf(component, phases)),
    unschedulable: whole.ids.filter((_, index) => blocked[index] === 1),
    acyclic: graphOf(phases.filter((_, index) => blocked[index] === 0)),
  };
}

/** The links among some phases. Where they close a cycle, the phases in it and behind it are missing in the order. */
function graphOf(phases: readonly Phase[]): AcyclicGraph {
  const ids = phases.map(({ id }) => id);
  const indexOf = new Map<PhaseId, number>();
  ids.forEach((id, index) => indexOf.set(id, index));
  const done = Uint8Array.from(phases, (phase) => (isDone(phase) ? 1 : 0));
  const { links, open } = dependencyLinks(phases, indexOf, done);
  const waitedFor = reversed(links);
  return {
    phases,
    ids,
    indexOf,
    predecessorStart: links.start,
    predecessors: links.targets,
    successorStart: waitedFor.start,
    successors: waitedFor.targets,
    order: topologicalOrder(links, waitedFor),
    done,
    open,
  };
}

/** A row for each phase with the phases it waits for, in plan order and without repeats, and which links are open. */
function dependencyLinks(
  phases: readonly Phase[],
  indexOf: ReadonlyMap<PhaseId, number>,
  done: Uint8Array,
): { links: Adjacency; open: Uint8Array } {
  const start = new Int32Array(phases.length + 1);
  const mostLinks = phases.reduce((count, { dependsOn }) => count + dependsOn.length, 0);
  const targets = new Int32Array(mostLinks);
  const open = new Uint8Array(mostLinks);
  let count = 0;
  const listedFor = new Int32Array(phases.length).fill(-1);
  const metFor = new Int32Array(phases.length).fill(-1);
  for (let waiting = 0; waiting < phases.length; waiting++) {
    const first = count;
    for (const dependency of phases[waiting]!.dependsOn) {
      const target = indexOf.get(dependency.id);
      if (target === undefined) continue;
      if (dependency.satisfied) metFor[target] = waiting;
      if (listedFor[target] === waiting) continue;
      listedFor[target] = waiting;
      targets[count++] = target;
    }
    if (!isAscending(targets, first, count)) targets.subarray(first, count).sort();
    for (let link = first; link < count; link++) {
      const target = targets[link]!;
      open[link] = done[waiting] === 0 && done[target] === 0 && metFor[target] !== waiting ? 1 : 0;
    }
    start[waiting + 1] = count;
  }
  return { links: { start, targets: targets.subarray(0, count) }, open: open.subarray(0, count) };
}

/** True for most rows: people list what a phase waits for as the plan goes. */
function isAscending(numbers: Int32Array, first: number, end: number): boolean {
  for (let at = first + 1; at < end; at++) if (numbers[at - 1]! > numbers[at]!) return false;
  return true;
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
