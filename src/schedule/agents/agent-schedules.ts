import type { AcyclicGraph } from "../../model/graph.js";
import type { AgentLane, AgentSchedule } from "../../model/schedule.js";
import type { PhaseId } from "../../model/plan.js";
import { weeks } from "../ticks.js";
import { agentProblem, type AgentProblem } from "./agent-problem.js";
import { taskOrder } from "./justified.js";
import type { TaskTimes } from "./list-schedule.js";
import { lowerBound } from "./lower-bound.js";
import { scheduleSearch } from "./schedule-search.js";

/** How much is worth knowing, in numbers that do not depend on the machine. */
export interface AgentLimits {
  /** Numbers of agents to look at: 1 to this. */
  readonly mostAgents: number;
}

/** Tasks placed in search of something better, for all numbers of agents together, and for one. */
const STEPS = 500_000;
const STEPS_FOR_ONE = 120_000;
/** Above so many phases there are list schedules only, and in all so many tasks are placed. */
const MOST_SEARCHED = 300;
const LIST_STEPS = 400_000;

/**
 * The best schedule found for 1, 2, 3 … agents with one phase each at a time, and how good it can be at most. Never
 * longer with more agents; the same plan has always the same answer. Nothing for a plan without work. A plan of many
 * thousand phases gets fewer numbers of agents than asked for, at least one.
 */
export function agentSchedules(graph: AcyclicGraph, durations: Float64Array, limits: AgentLimits): AgentSchedule[] {
  const problem = agentProblem(graph, durations);
  const work = problem.durations.reduce((sum, duration) => sum + duration, 0);
  if (work === 0) return [];
  const search = scheduleSearch(problem);
  const isSearched = problem.phases.length <= MOST_SEARCHED;
  const mostAgents = isSearched
    ? limits.mostAgents
    : Math.max(1, Math.min(limits.mostAgents, Math.floor(LIST_STEPS / problem.phases.length)));
  const schedules: AgentSchedule[] = [];
  let best: TaskTimes | null = null;
  let steps = isSearched ? STEPS : 0;
  for (let agents = 1; agents <= mostAgents; agents++) {
    const bound = lowerBound(problem, agents);
    const found = search(agents, bound, best, Math.min(steps, STEPS_FOR_ONE));
    steps -= found.steps;
    best = found.times;
    schedules.push({
      agents,
      weeks: weeks(best.makespan),
      lowerBound: weeks(bound),
      proven: best.makespan === bound,
      utilisation: work / (agents * best.makespan),
      lanes: lanes(problem, best, graph.ids),
    });
  }
  return schedules;
}

/** Each phase goes to the first agent that is free when it starts. */
function lanes({ phases, durations }: AgentProblem, { starts }: TaskTimes, ids: readonly PhaseId[]): AgentLane[] {
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
