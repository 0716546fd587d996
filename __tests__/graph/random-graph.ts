import fc from "fast-check";
import { buildGraph } from "../../src/graph/build-graph.js";
import type { AcyclicGraph } from "../../src/model/graph.js";
import { type PhaseNotation, plan } from "../kit/plan-builder.js";

/** Graphs without cycles whose plan order is not a topological one. */
export const randomGraph = (mostPhases: number): fc.Arbitrary<AcyclicGraph> =>
  fc
    .uniqueArray(fc.nat(99), { minLength: 1, maxLength: mostPhases })
    .chain((ranks) =>
      fc
        .tuple(...ranks.map((rank) => fc.subarray(ranks.filter((other) => other < rank))))
        .map((links) => graphOf(ranks.map((rank, index) => [String(rank), links[index]!.map(String)]))),
    );

/** A graph of phases in plan order, each with those it waits for. */
export function graphOf(links: readonly (readonly [id: string, dependsOn: readonly string[]])[]): AcyclicGraph {
  return buildGraph(plan(links.map(([id, dependsOn]): [string, PhaseNotation] => [id, { dependsOn }]))).acyclic;
}

/** What a phase waits for directly, by position. */
export const awaitedBy = ({ predecessorStart, predecessors }: AcyclicGraph, phase: number): number[] => [
  ...predecessors.subarray(predecessorStart[phase], predecessorStart[phase + 1]),
];

/** `waitsFor[a][b]`: whether `a` waits for `b`, directly or not, by the definition. */
export function closure(graph: AcyclicGraph): boolean[][] {
  const phases = graph.ids.map((_, index) => index);
  const waitsFor = phases.map((phase) => phases.map((other) => awaitedBy(graph, phase).includes(other)));
  for (const via of phases)
    for (const from of phases)
      for (const to of phases) if (waitsFor[from]![via]! && waitsFor[via]![to]!) waitsFor[from]![to] = true;
  return waitsFor;
}
