import { bottlenecks } from "../graph/bottlenecks.js";
import { widestSet } from "../graph/widest-set.js";
import type { AcyclicGraph } from "../model/graph.js";
import type { DependencyShape } from "../model/schedule.js";

/** What the dependencies of a graph allow, phases by id. */
export function dependencyShape(graph: AcyclicGraph): DependencyShape {
  const { phases, isExact } = widestSet(graph);
  return {
    phaseCount: graph.ids.length,
    widest: phases.map((phase) => graph.ids[phase]!),
    isWidest: isExact,
    bottlenecks: bottlenecks(graph).map((phase) => graph.ids[phase]!),
  };
}
