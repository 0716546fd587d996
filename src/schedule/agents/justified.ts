import type { AgentProblem } from "./agent-problem.js";
import type { TaskTimes } from "./list-schedule.js";

/**
 * Everything as late as possible from the end, then as early as possible from the start, each time in the order that the
 * times have: never longer, often shorter. Valls, Ballestín and Quintanilla, "Justification and RCPSP" (2005). `mirror`
 * is the mirrored problem.
 */
export function justified(problem: AgentProblem, mirror: AgentProblem, agents: number, times: TaskTimes): TaskTimes {
  return placedInOrder(problem, agents, backwards(mirror, placedInOrder(mirror, agents, backwards(problem, times))));
}

/** The same times as the mirrored problem has them. `problem` is the one that `times` belong to, or its mirror. */
export function backwards({ durations }: AgentProblem, { starts, makespan }: TaskTimes): TaskTimes {
  const last = starts.length - 1;
  return { starts: starts.map((_, task) => makespan - starts[last - task]! - durations[last - task]!), makespan };
}

/** Each task as early as those before it in the order of `times` leave it an agent. */
function placedInOrder({ durations, predecessors }: AgentProblem, agents: number, times: TaskTimes): TaskTimes {
  const starts = new Float64Array(durations.length);
  const free = new Float64Array(agents);
  let makespan = 0;
  for (const task of taskOrder(times.starts)) {
    let ready = 0;
    for (let link = predecessors.start[task]!; link < predecessors.start[task + 1]!; link++) {
      const awaited = predecessors.targets[link]!;
      ready = Math.max(ready, starts[awaited]! + durations[awaited]!);
    }
    if (durations[task] === 0) {
      starts[task] = ready;
      makespan = Math.max(makespan, ready);
      continue;
    }
    const agent = bestFit(free, ready);
    starts[task] = Math.max(ready, free[agent]!);
    free[agent] = starts[task] + durations[task]!;
    makespan = Math.max(makespan, free[agent]);
  }
  return { starts, makespan };
}

/** Tasks by start; of those that start together, what is waited for comes first. */
export const taskOrder = (starts: Float64Array): Int32Array =>
  Int32Array.from(starts.keys()).sort((one, other) => starts[one]! - starts[other]! || one - other);

/** The agent that has been free for the shortest time when the task is ready; else the one that is free first. */
function bestFit(free: Float64Array, ready: number): number {
  let best = 0;
  for (let agent = 1; agent < free.length; agent++) {
    const isBetter =
      free[best]! <= ready ? free[agent]! <= ready && free[agent]! > free[best]! : free[agent]! < free[best]!;
    if (isBetter) best = agent;
  }
  return best;
}
