import { subgraph } from "../graph/subgraph.js";
import type { AcyclicGraph } from "../model/graph.js";
import type { PhaseId, Plan } from "../model/plan.js";
import type {
  AgentSchedule,
  DependencyShape,
  ModelSchedule,
  ModelSchedules,
  PhaseTimes,
  Schedule,
  ScheduleModel,
  Tiers,
} from "../model/schedule.js";
import type { Settings } from "../model/settings.js";
import { agentSchedules } from "./agents/agent-schedules.js";
import { backwardPass, type LatestTimes } from "./backward-pass.js";
import { criticalPath } from "./critical-path.js";
import { dependencyShape } from "./dependency-shape.js";
import { drags } from "./drags.js";
import { drivingPhases } from "./driving-phases.js";
import { type EarliestTimes, forwardPass } from "./forward-pass.js";
import { type Network, network } from "./network.js";
import { fullPortion, type Portion, remainingPortion } from "./portion.js";
import { ticks, weeks } from "./ticks.js";

/** Nobody coordinates more agents than this on one plan. */
const MOST_AGENTS = 32;

/**
 * Every model's schedule, for the whole plan and for what is left of it, in weeks from 0, by the critical path method
 * (Kelley and Walker, 1959): finish to start, without lag. Weeks are exact to a millionth. What is left begins at 0; a
 * phase that is done stands there at 0 with no length, and is never critical.
 */
export function schedulePlan(plan: Plan, graph: AcyclicGraph, tiers: Tiers, settings: Settings): Schedule {
  return {
    full: modelSchedules(graph, fullPortion(plan, graph, tiers, settings), settings),
    remaining: modelSchedules(graph, remainingPortion(plan, graph, tiers, settings), settings),
  };
}

function modelSchedules(graph: AcyclicGraph, portion: Portion, settings: Settings): ModelSchedules {
  const schedule = (model: ScheduleModel) => modelSchedule(model, graph, portion, settings);
  const part = () => subgraph(graph, portion.takesPart, portion.binds);
  let agents: readonly AgentSchedule[] | null = null;
  let shape: DependencyShape | null = null;
  const shapeOfPart = () => (shape ??= dependencyShape(part()));
  return {
    sequential: schedule("sequential"),
    tiered: schedule("tiered"),
    tieredComputed: schedule("tieredComputed"),
    gated: schedule("gated"),
    dependencies: schedule("dependencies"),
    withoutDuration: portion.withoutDuration,
    get agents() {
      const durations = portion.durations.planned.filter((_, phase) => portion.takesPart[phase] === 1);
      return (agents ??= agentSchedules(part(), durations, mostAgents(shapeOfPart())));
    },
    get shape() {
      return shapeOfPart();
    },
  };
}

/** One for each phase that can run beside the others: more would only look on. */
const mostAgents = ({ widest, isWidest }: DependencyShape): number =>
  isWidest ? Math.min(MOST_AGENTS, widest.length) : MOST_AGENTS;

function modelSchedule(model: ScheduleModel, graph: AcyclicGraph, portion: Portion, settings: Settings): ModelSchedule {
  const { durations, takesPart } = portion;
  const links = network(model, graph, portion);
  const earliest = forwardPass(links, durations.planned);
  const latest = backwardPass(links, earliest);
  let times: ReadonlyMap<PhaseId, PhaseTimes> | null = null;
  const end = (ends: Float64Array): number =>
    weeks(areSame(ends, durations.planned) ? earliest.makespan : forwardPass(links, ends).makespan);
  return {
    makespan: weeks(earliest.makespan),
    low: end(durations.low),
    high: end(durations.high),
    // Made when first asked for: of ten schedules a report shows the phases of few.
    get times() {
      return (times ??= phaseTimes(graph.ids, portion, settings, links, earliest, latest));
    },
    criticalPath: criticalPath(links, earliest, latest, takesPart).map((phase) => graph.ids[phase]!),
  };
}

/** Most plans state no range. */
const areSame = (some: Float64Array, others: Float64Array): boolean =>
  some.every((value, index) => value === others[index]);

function phaseTimes(
  ids: readonly PhaseId[],
  { durations, takesPart }: Portion,
  settings: Settings,
  links: Network,
  earliest: EarliestTimes,
  latest: LatestTimes,
): ReadonlyMap<PhaseId, PhaseTimes> {
  const drag = drags(links, durations.planned, earliest, latest);
  const driver = drivingPhases(links, earliest);
  const nearCritical = ticks(settings.nearCriticalWeeks);
  const times = new Map<PhaseId, PhaseTimes>();
  ids.forEach((id, phase) => {
    const totalFloat = latest.start[phase]! - earliest.start[phase]!;
    times.set(id, {
      earliestStart: weeks(earliest.start[phase]!),
      earliestFinish: weeks(earliest.finish[phase]!),
      latestStart: weeks(latest.start[phase]!),
      latestFinish: weeks(latest.finish[phase]!),
      totalFloat: weeks(totalFloat),
      freeFloat: weeks(latest.nextStart[phase]! - earliest.finish[phase]!),
      drag: weeks(drag[phase]!),
      isCritical: takesPart[phase] === 1 && totalFloat === 0,
      isNearCritical: takesPart[phase] === 1 && totalFloat > 0 && totalFloat <= nearCritical,
      drivenBy: ids[driver[phase]!] ?? null,
    });
  });
  return times;
}
