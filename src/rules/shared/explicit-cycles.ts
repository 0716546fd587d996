import { buildGraph } from "../../graph/build-graph.js";
import type { Analysis } from "../../model/analysis.js";
import type { Cycle } from "../../model/graph.js";
import type { Phase, PhaseId } from "../../model/plan.js";

/** Circles of explicit dependencies: one that holds only by what was read out of prose blocks nobody. */
export function explicitCycles({ plan, graph }: Analysis): readonly Cycle[] {
  const isExplicit = ({ from, to }: Cycle["links"][number]) =>
    plan.phases.get(from)!.dependsOn.some(({ id, evidence }) => id === to && evidence === "explicit");
  if (graph.cycles.every((cycle) => cycle.links.every(isExplicit))) return graph.cycles;
  const phases = [...plan.phases].map(([id, phase]): [PhaseId, Phase] => [
    id,
    { ...phase, dependsOn: phase.dependsOn.filter(({ evidence }) => evidence === "explicit") },
  ]);
  return buildGraph({ ...plan, phases: new Map(phases) }).cycles;
}

/**
 * Tells whether two phases wait for each other, however long the way. Such phases fit no tiers at all: the circle is
 * what must be mended, and it is reported already.
 */
export function waitForEachOther(analysis: Analysis): (one: Phase, other: Phase) => boolean {
  const knotOf = new Map(
    explicitCycles(analysis).flatMap((cycle) => cycle.component.map((id) => [id, cycle] as const)),
  );
  return (one, other) => knotOf.has(one.id) && knotOf.get(one.id) === knotOf.get(other.id);
}
