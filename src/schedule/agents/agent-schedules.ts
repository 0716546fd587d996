import type { AcyclicGraph } from "../../model/graph.js";
import type { AgentLane, AgentSchedule } from "../../model/schedule.js";
import type { PhaseId } from "../../model/plan.js";
import { weeks } from "../ticks.js";
import { agentProblem, type AgentProblem } from "./agent-problem.js";
import { taskOrder } from "./justified.js";
import type { TaskTimes } from "./list-schedule.js";
import { lowerBound } from "./lower-bound.js";
import { listOnly, type ScheduleFound, scheduleSearch } from "./schedule-search.js";

/**
 * Tasks placed in search of something better, for each phase of the plan, all numbers of agents together; each number of
 * agents gets a quarter of what is left.
 */
const STEPS_PER_PHASE = 4_000;
const MOST_STEPS = 400_000;
/** Above so many phases there are list schedules only, with so many tasks placed in all. */
const MOST_SEARCHED = 300;
const LIST_STEPS = 100_000;

/**
 * The best schedule found for 1, 2, … `mostAgents` agents with one phase each at a time, and how good it can be at most.
 * Never longer with more agents; the same plan has always the same answer. None for a plan without work; fewer than asked
 * for, but at least one, for a plan of more than a few thousand phases. `durations` by phase, in ticks.
 */
export function agentSchedules(graph: AcyclicGraph, durations: Float64Array, mostAgents: number): AgentSchedule[] {
  const problem = agentProblem(graph, durations);
  const count = problem.phases.length;
  const work = problem.durations.reduce((sum, duration) => sum + duration, 0);
  const chain = problem.tails.reduce((longest, tail) => Math.max(longest, tail), 0);
  if (work === 0) return [];
  const isSearched = count <= MOST_SEARCHED;
  const most = isSearched ? mostAgents : Math.min(mostAgents, Math.max(1, Math.floor(LIST_STEPS / count)));
  const search = isSearched ? scheduleSearch(problem) : listOnly(problem);
  const schedules: AgentSchedule[] = [];
  let steps = Math.min(MOST_STEPS, STEPS_PER_PHASE * count);
  let best: TaskTimes | null = null;
  for (let agents = 1; agents <= most; agents++) {
    let bound = chain;
    if (best === null || best.makespan > chain) {
      bound = lowerBound(problem, agents);
      const found: ScheduleFound = search(agents, bound, best, steps / 4);
      steps -= found.steps;
      best = found.times;
    }
    schedules.push(agentSchedule(problem, graph.ids, agents, best, bound, work));
  }
  return schedules;
}

function agentSchedule(
  problem: AgentProblem,
  ids: readonly PhaseId[],
  agents: number,
  times: TaskTimes,
  bound: number,
  work: number,
): AgentSchedule {
  let lanes: readonly AgentLane[] | null = null;
  return {
    agents,
    weeks: weeks(times.makespan),
    lowerBound: weeks(bound),
    proven: times.makespan === bound,
    utilisation: work / (agents * times.makespan),
    get lanes() {
      return (lanes ??= agentLanes(problem, times, ids));
    },
  };
}

/** Each phase goes to the first agent that is free when it starts. */
function agentLanes({ phases, durations }: AgentProblem, { starts }: TaskTimes, ids: readonly PhaseId[]): AgentLane[] {
  const found: { agent: number; freeFrom: number; phases: { id: PhaseId; start: number; finish: number }[] }[] = [];
  for (const task of taskOrder(starts)) {
    if (durations[task] === 0) continue;
    const start = starts[task]!;
    let lane = found.find(({ freeFrom }) => freeFrom <= start);
    if (!lane) found.push((lane = { agent: found.length + 1, freeFrom: 0, phases: [] }));
    lane.freeFrom = start + durations[task]!;
    lane.phases.push({ id: ids[phases[task]!]!, start: weeks(start), finish: weeks(lane.freeFrom) });
  }
  return found.map(({ agent, phases }) => ({ agent, phases }));
}
