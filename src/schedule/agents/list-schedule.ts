import type { AgentProblem } from "./agent-problem.js";
import { TaskHeap } from "./task-heap.js";

/** When each task starts, in ticks, and when the last one ends. */
export interface TaskTimes {
  readonly starts: Float64Array;
  readonly makespan: number;
}

/**
 * No agent is idle while a task is ready: whoever is free takes the ready task with the lowest key, ties by number. A
 * task without duration needs no agent. Graham, "Bounds on multiprocessing timing anomalies" (1969): never longer than
 * work / k + (1 − 1 / k) · longest chain.
 */
export function listSchedule(problem: AgentProblem, agents: number, keys: Float64Array): TaskTimes {
  const { durations, predecessors, successors } = problem;
  const count = durations.length;
  const starts = new Float64Array(count);
  const finishes = new Float64Array(count);
  const waitsFor = new Int32Array(count);
  const ready = new TaskHeap(keys);
  const running = new TaskHeap(finishes);
  const instant: number[] = [];
  let now = 0;

  const release = (task: number) => {
    if (durations[task] === 0) instant.push(task);
    else ready.push(task);
  };
  const complete = (task: number) => {
    for (let link = successors.start[task]!; link < successors.start[task + 1]!; link++) {
      const next = successors.targets[link]!;
      if (--waitsFor[next]! === 0) release(next);
    }
  };
  const completeInstant = () => {
    for (let task = instant.pop(); task !== undefined; task = instant.pop()) {
      starts[task] = now;
      complete(task);
    }
  };

  for (let task = 0; task < count; task++) {
    waitsFor[task] = predecessors.start[task + 1]! - predecessors.start[task]!;
    if (waitsFor[task] === 0) release(task);
  }
  completeInstant();
  while (ready.size > 0 || running.size > 0) {
    while (ready.size > 0 && running.size < agents) {
      const task = ready.pop();
      starts[task] = now;
      finishes[task] = now + durations[task]!;
      running.push(task);
    }
    now = finishes[running.first]!;
    while (running.size > 0 && finishes[running.first] === now) complete(running.pop());
    completeInstant();
  }
  return { starts, makespan: now };
}
