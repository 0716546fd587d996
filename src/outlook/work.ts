import type { Analysis } from "../model/analysis.js";
import type { AcyclicGraph } from "../model/graph.js";
import type { Phase } from "../model/plan.js";
import { type Portion, portions } from "../schedule/portion.js";

/** What all parts of the outlook look at: the phases that have dates, by index of the graph. */
export interface Work {
  readonly graph: AcyclicGraph;
  readonly phases: readonly Phase[];
  readonly full: Portion;
  readonly remaining: Portion;
  /** True when a phase declares a tier. */
  readonly isTiered: boolean;
}

export function workOf({ graph: { acyclic }, tiers, settings }: Analysis): Work {
  const { phases } = acyclic;
  return {
    graph: acyclic,
    phases,
    ...portions(acyclic, tiers, settings),
    isTiered: phases.some(({ tier }) => tier?.number != null),
  };
}
