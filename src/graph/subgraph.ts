import type { AcyclicGraph } from "../model/graph.js";
import { adjacency, reversed } from "./adjacency.js";

/** The phases marked in `takesPart` with those of their links that are marked in `binds`; plan order and order stay. */
export function subgraph(graph: AcyclicGraph, takesPart: Uint8Array, binds: Uint8Array): AcyclicGraph {
  const { predecessorStart, predecessors } = graph;
  const kept = Int32Array.from(takesPart.keys()).filter((phase) => takesPart[phase] === 1);
  const numberOf = new Int32Array(takesPart.length).fill(-1);
  kept.forEach((phase, number) => (numberOf[phase] = number));
  const waiting: number[] = [];
  const awaited: number[] = [];
  const open: number[] = [];
  kept.forEach((phase, number) => {
    for (let link = predecessorStart[phase]!; link < predecessorStart[phase + 1]!; link++) {
      const target = numberOf[predecessors[link]!]!;
      if (binds[link] === 0 || target === -1) continue;
      waiting.push(number);
      awaited.push(target);
      open.push(graph.open[link]!);
    }
  });
  const links = adjacency(kept.length, waiting, awaited);
  const waitedFor = reversed(links);
  const phases = Array.from(kept, (phase) => graph.phases[phase]!);
  const ids = phases.map(({ id }) => id);
  return {
    phases,
    ids,
    indexOf: new Map(ids.map((id, number) => [id, number])),
    predecessorStart: links.start,
    predecessors: links.targets,
    successorStart: waitedFor.start,
    successors: waitedFor.targets,
    order: graph.order.filter((phase) => takesPart[phase] === 1).map((phase) => numberOf[phase]!),
    done: Uint8Array.from(kept, (phase) => graph.done[phase]!),
    open: Uint8Array.from(open),
  };
}
