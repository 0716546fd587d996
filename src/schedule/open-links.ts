import { isDone } from "../graph/is-done.js";
import type { AcyclicGraph } from "../model/graph.js";
import type { Plan } from "../model/plan.js";

/**
 * One mark for each entry of `graph.predecessors`: 1 where a phase that is not done waits for one that is not done and
 * the author has not marked the dependency as met.
 */
export function openLinks(plan: Plan, graph: AcyclicGraph): Uint8Array {
  const { ids, indexOf, predecessorStart, predecessors } = graph;
  const phases = ids.map((id) => plan.phases.get(id)!);
  const done = Uint8Array.from(phases, (phase) => (isDone(phase) ? 1 : 0));
  const open = new Uint8Array(predecessors.length);
  const metFor = new Int32Array(ids.length).fill(-1);
  phases.forEach((phase, waiting) => {
    if (done[waiting] === 1) return;
    for (const dependency of phase.dependsOn) {
      const target = dependency.satisfied ? indexOf.get(dependency.id) : undefined;
      if (target !== undefined) metFor[target] = waiting;
    }
    for (let link = predecessorStart[waiting]!; link < predecessorStart[waiting + 1]!; link++) {
      const target = predecessors[link]!;
      open[link] = done[target] === 0 && metFor[target] !== waiting ? 1 : 0;
    }
  });
  return open;
}
