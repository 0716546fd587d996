import type { AgentProblem } from "./agent-problem.js";

/** Above so many tasks only the longest chain and the work are looked at. */
const MOST_TASKS = 300;

/**
 * Ticks that no schedule with so many agents can beat: the longest chain; the work shared evenly; and, for every set of
 * tasks that start at `head` or later and have `tail` or more before them, what the set needs (Carlier, "The one-machine
 * sequencing problem" (1982) and its form for parallel machines, 1987). Rounded up to a multiple of what all durations
 * are multiples of, as every schedule's end is one.
 */
export function lowerBound(problem: AgentProblem, agents: number): number {
  const { durations, tails } = problem;
  const work = durations.reduce((sum, duration) => sum + duration, 0);
  const chain = tails.reduce((longest, tail) => Math.max(longest, tail), 0);
  const shared = durations.length <= MOST_TASKS ? sharedBound(problem, agents) : work / agents;
  const unit = commonDivisor(durations);
  return unit === 0 ? 0 : Math.max(chain, Math.ceil(shared / unit - 1e-9) * unit);
}

/**
 * max over the sets {head ≥ a, tail after the task ≥ b} with at least k members of (sum of the k smallest heads + work +
 * sum of the k smallest tails) / k. Idle time before the first and after the last task of each agent is counted in.
 */
function sharedBound({ durations, heads, tails }: AgentProblem, agents: number): number {
  const tasks = [...durations.keys()].filter((task) => durations[task]! > 0);
  const after = Float64Array.from(tails, (tail, task) => tail - durations[task]!);
  const byHead = tasks.toSorted((one, other) => heads[other]! - heads[one]!);
  let best = 0;
  for (const tail of new Set(tasks.map((task) => after[task]!))) {
    const members = byHead.filter((task) => after[task]! >= tail);
    const smallestTails: number[] = [];
    let work = 0;
    let tailSum = 0;
    let headSum = 0;
    members.forEach((task, position) => {
      work += durations[task]!;
      tailSum += insertSmallest(smallestTails, after[task]!, agents);
      // Heads come in descending order: the last k seen are the k smallest.
      headSum += heads[task]! - (position >= agents ? heads[members[position - agents]!]! : 0);
      if (position + 1 >= agents) best = Math.max(best, (headSum + work + tailSum) / agents);
    });
  }
  return best;
}

/** Keeps the `most` smallest values, ascending; returns by how much their sum has changed. */
function insertSmallest(smallest: number[], value: number, most: number): number {
  let slot = smallest.length;
  while (slot > 0 && smallest[slot - 1]! > value) slot--;
  if (slot === most) return 0;
  smallest.splice(slot, 0, value);
  return value - (smallest.length > most ? smallest.pop()! : 0);
}

/** The largest number of which every duration is a multiple; 0 when all are 0. */
function commonDivisor(durations: Float64Array): number {
  let divisor = 0;
  for (const duration of durations) for (let rest = duration; rest > 0;) [divisor, rest] = [rest, divisor % rest];
  return divisor;
}
