import { type Adjacency, adjacency, reversed } from "../../graph/adjacency.js";
import type { AcyclicGraph } from "../../model/graph.js";

/**
 * What a few agents have to share: phases as tasks, renumbered so that a task's number is higher than that of everything
 * it waits for. Durations, heads and tails are in ticks.
 */
export interface AgentProblem {
  /** The phase of the graph behind each task. */
  readonly phases: Int32Array;
  readonly durations: Float64Array;
  readonly predecessors: Adjacency;
  readonly successors: Adjacency;
  /** How long a task must wait at least, whatever the number of agents: the longest chain before it. */
  readonly heads: Float64Array;
  /** From the start of a task to the end of the plan at least: the longest chain that begins with it. */
  readonly tails: Float64Array;
}

/** Every phase of the graph as a task; `durations` by phase, in ticks. */
export function agentProblem(graph: AcyclicGraph, durations: Float64Array): AgentProblem {
  const { order, predecessorStart, predecessors } = graph;
  const taskOf = new Int32Array(order.length);
  order.forEach((phase, task) => (taskOf[phase] = task));
  const waiting: number[] = [];
  const awaited: number[] = [];
  order.forEach((phase, task) => {
    for (let link = predecessorStart[phase]!; link < predecessorStart[phase + 1]!; link++) {
      waiting.push(task);
      awaited.push(taskOf[predecessors[link]!]!);
    }
  });
  return withChains(
    order,
    Float64Array.from(order, (phase) => durations[phase]!),
    adjacency(order.length, waiting, awaited),
  );
}

/** The same tasks with time running backwards: task `n − 1 − i` is `i`, and who waited is waited for. */
export function mirrored({ phases, durations, successors }: AgentProblem): AgentProblem {
  const last = phases.length - 1;
  const waiting: number[] = [];
  const awaited: number[] = [];
  for (let task = last; task >= 0; task--) {
    for (let link = successors.start[task]!; link < successors.start[task + 1]!; link++) {
      waiting.push(last - task);
      awaited.push(last - successors.targets[link]!);
    }
  }
  return withChains(phases.toReversed(), durations.toReversed(), adjacency(phases.length, waiting, awaited));
}

function withChains(phases: Int32Array, durations: Float64Array, predecessors: Adjacency): AgentProblem {
  const successors = reversed(predecessors);
  const heads = new Float64Array(phases.length);
  const tails = durations.slice();
  for (let task = 0; task < phases.length; task++) {
    for (let link = successors.start[task]!; link < successors.start[task + 1]!; link++) {
      const next = successors.targets[link]!;
      heads[next] = Math.max(heads[next]!, heads[task]! + durations[task]!);
    }
  }
  for (let task = phases.length - 1; task >= 0; task--) {
    for (let link = predecessors.start[task]!; link < predecessors.start[task + 1]!; link++) {
      const before = predecessors.targets[link]!;
      tails[before] = Math.max(tails[before]!, durations[before]! + tails[task]!);
    }
  }
  return { phases, durations, predecessors, successors, heads, tails };
}
