import { type AgentProblem, mirrored } from "./agent-problem.js";
import { backwards, justified } from "./justified.js";
import { listSchedule, type TaskTimes } from "./list-schedule.js";

/**
 * A short schedule for so many agents: the first found that is no longer than `goal`, else the shortest after about
 * `steps` tasks were placed. `known` is one to begin with. Says how many steps it took.
 */
export type ScheduleSearch = (agents: number, goal: number, known: TaskTimes | null, steps: number) => ScheduleFound;

export interface ScheduleFound {
  readonly times: TaskTimes;
  readonly steps: number;
}

/** How far keys are disturbed, in turn. */
const NOISE = [0.1, 0.3, 0.6] as const;
/** Noise of starts as a share of the makespan, against that of tails as a share of the tail. */
const NOISE_OF_STARTS = 0.3;

/**
 * Searches schedules of one problem: list schedules by several orders and from either end, the longest tail first, and
 * then such schedules with disturbed orders. The same question has always the same answer.
 */
export function scheduleSearch(problem: AgentProblem): ScheduleSearch {
  const count = problem.durations.length;
  const mirror = mirrored(problem);
  const orders = { forward: listOrders(problem), backward: listOrders(mirror) };

  return (agents, goal, known, steps) => {
    let taken = 0;
    let best = listSchedule(problem, agents, orders.forward[0]);
    if (known !== null && known.makespan <= best.makespan) best = known;
    let current = best;

    const attempt = (keys: Float64Array, isBackward: boolean): void => {
      const listed = listSchedule(isBackward ? mirror : problem, agents, keys);
      let times = isBackward ? backwards(mirror, listed) : listed;
      taken += count;
      for (let before = Infinity; times.makespan < before; taken += 2 * count) {
        before = times.makespan;
        times = justified(problem, mirror, agents, times);
      }
      if (times.makespan <= current.makespan) current = times;
      if (times.makespan < best.makespan) best = times;
    };
    const isOver = () => best.makespan <= goal || taken >= steps;

    for (const keys of orders.forward) if (!isOver()) attempt(keys, false);
    for (const keys of orders.backward) if (!isOver()) attempt(keys, true);
    const random = randomNumbers();
    for (let round = 0; !isOver(); round++) {
      const isBackward = round % 2 === 1;
      const noise = NOISE[round % NOISE.length]!;
      if (round % 4 < 2) {
        const [tails] = isBackward ? orders.backward : orders.forward;
        attempt(
          tails.map((key) => key * (1 + noise * (random() - 0.5))),
          isBackward,
        );
      } else {
        const { starts, makespan } = isBackward ? backwards(problem, current) : current;
        attempt(
          starts.map((start) => start + noise * NOISE_OF_STARTS * makespan * random()),
          isBackward,
        );
      }
    }
    return { times: best, steps: taken };
  };
}

/** For problems too large to search: what the longest tail first gives. */
export const listOnly =
  (problem: AgentProblem): ScheduleSearch =>
  (agents, _goal, known) => ({ times: longestTailFirst(problem, agents, known), steps: 0 });

/** The list schedule by longest tail, or the one known when that is no longer. */
function longestTailFirst(problem: AgentProblem, agents: number, known: TaskTimes | null): TaskTimes {
  const times = listSchedule(problem, agents, byTail(problem));
  return known !== null && known.makespan <= times.makespan ? known : times;
}

const byTail = ({ tails }: AgentProblem): Float64Array => tails.map((tail) => -tail);

/** Keys of list schedules that are often good, the lowest first; the longest tail leads. */
function listOrders(problem: AgentProblem): [Float64Array, ...Float64Array[]] {
  const { durations, heads, tails, successors } = problem;
  const chain = tails.reduce((longest, tail) => Math.max(longest, tail), 0);
  const followers = (task: number) => successors.start[task + 1]! - successors.start[task]!;
  return [
    byTail(problem),
    tails.map((tail, task) => -tail - (followers(task) * chain) / durations.length),
    tails.map((tail, task) => heads[task]! - tail),
    tails.map((tail, task) => -tail - durations[task]!),
  ];
}

/** 0 ≤ x < 1, the same row each time. Park and Miller, "Random number generators: good ones are hard to find" (1988). */
function randomNumbers(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
