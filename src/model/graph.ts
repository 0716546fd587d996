import type { Phase, PhaseId } from "./plan.js";
import type { Place } from "./place.js";

/**
 * The plan's dependencies as a graph. Phases in or behind a cycle can have no tier and no dates; everything else is
 * kept computable in `acyclic`.
 */
export interface PlanGraph {
  readonly cycles: readonly Cycle[];
  /** Phases in or behind a cycle, in plan order. */
  readonly unschedulable: readonly PhaseId[];
  readonly acyclic: AcyclicGraph;
}

/** One shortest cycle of a strongly connected component. */
export interface Cycle {
  /** `links[i].from` depends on `links[i].to`, which is `links[i + 1].from`; the last closes the ring. */
  readonly links: readonly CycleLink[];
  /** All phases of the component, in plan order. */
  readonly component: readonly PhaseId[];
}

export interface CycleLink {
  readonly from: PhaseId;
  readonly to: PhaseId;
  readonly place: Place;
}

/**
 * Phases and their dependencies without cycles, on typed arrays: phase `i` is `phases[i]`, in plan order.
 * Predecessors of `i` are `predecessors[predecessorStart[i] … predecessorStart[i + 1])`, successors alike.
 */
export interface AcyclicGraph {
  readonly phases: readonly Phase[];
  readonly ids: readonly PhaseId[];
  readonly indexOf: ReadonlyMap<PhaseId, number>;
  readonly predecessorStart: Int32Array;
  readonly predecessors: Int32Array;
  readonly successorStart: Int32Array;
  readonly successors: Int32Array;
  /** Every phase after all it waits for; ties by plan order. */
  readonly order: Int32Array;
  /** By phase: 1 for one that is over. */
  readonly done: Uint8Array;
  /**
   * One mark for each entry of `predecessors`: 1 where a phase that is not done waits for one that is not done and the
   * author has not marked the dependency as met.
   */
  readonly open: Uint8Array;
}
