import { subgraph } from "../graph/subgraph.js";
import type { AcyclicGraph } from "../model/graph.js";
import type { PhaseId } from "../model/plan.js";
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
import { ByPhase } from "./by-phase.js";
import { criticalPath } from "./critical-path.js";
import { dependencyShape } from "./dependency-shape.js";
import { drags } from "./drags.js";
import { drivingPhases } from "./driving-phases.js";
import { forwardPass } from "./forward-pass.js";
import { network } from "./network.js";
import { type Portion, portions } from "./portion.js";
import { ticks, weeks } from "./ticks.js";

/** Nobody coordinates more agents than this on one plan. */
const MOST_AGENTS = 32;

/**
 * Every model's schedule, for the whole plan and for what is left of it, in weeks from 0, by the critical path method
 * (Kelley and Walker, 1959): finish to start, without lag. Weeks are exact to a millionth. What is left begins at 0; a
 * phase that is done stands there at 0 with no length, and is never critical.
 */
export function schedulePlan(graph: AcyclicGraph, tiers: Tiers, settings: Settings): Schedule {
  const { full, remaining } = portions(graph, tiers, settings);
  const room = roomFor(graph.phases.length);
  return {
    full: modelSchedules(graph, full, settings, room),
    remaining: modelSchedules(graph, remaining, settings, room),
  };
}

function modelSchedules(graph: AcyclicGraph, portion: Portion, settings: Settings, room: Room): ModelSchedules {
  const schedule = (model: ScheduleModel) => modelSchedule(model, graph, portion, settings, room);
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

/** Where the passes of one model after the other write: a large plan would fill the memory with times nobody asks for. */
interface Room {
  readonly earliest: { readonly start: Float64Array; readonly finish: Float64Array };
  readonly latest: LatestTimes;
}

function roomFor(phaseCount: number): Room {
  // There are fewer gates than phases.
  const times = () => new Float64Array(2 * phaseCount);
  return {
    earliest: { start: times(), finish: times() },
    latest: { start: times(), finish: times(), nextStart: times() },
  };
}

function modelSchedule(
  model: ScheduleModel,
  graph: AcyclicGraph,
  portion: Portion,
  settings: Settings,
  room: Room,
): ModelSchedule {
  const { durations, takesPart } = portion;
  const links = network(model, graph, portion);
  const end = (ends: Float64Array): number | null =>
    areSame(ends, durations.planned) ? null : weeks(forwardPass(links, ends, room.earliest).makespan);
  const low = end(durations.low);
  const high = end(durations.high);
  const earliest = forwardPass(links, durations.planned, room.earliest);
  const makespan = weeks(earliest.makespan);
  const latest = backwardPass(links, earliest, room.latest);
  let times: ReadonlyMap<PhaseId, PhaseTimes> | null = null;
  return {
    makespan,
    low: low ?? makespan,
    high: high ?? makespan,
    // Made when first asked for: of ten schedules a report shows the phases of few.
    get times() {
      return (times ??= phaseTimes(model, graph, portion, settings, room));
    },
    criticalPath: criticalPath(links, earliest, latest, takesPart).map((phase) => graph.ids[phase]!),
  };
}

/** Most plans state no range. */
function areSame(some: Float64Array, others: Float64Array): boolean {
  for (let index = 0; index < some.length; index++) if (some[index] !== others[index]) return false;
  return true;
}

function phaseTimes(
  model: ScheduleModel,
  graph: AcyclicGraph,
  portion: Portion,
  settings: Settings,
  room: Room,
): ReadonlyMap<PhaseId, PhaseTimes> {
  const { takesPart } = portion;
  const { planned } = portion.durations;
  const links = network(model, graph, portion);
  const earliest = forwardPass(links, planned, room.earliest);
  const latest = backwardPass(links, earliest, room.latest);
  const earliestStart = earliest.start.slice(0, planned.length);
  const latestStart = latest.start.slice(0, planned.length);
  const nextStart = latest.nextStart.slice(0, planned.length);
  const drag = drags(links, planned, earliest, latest);
  const driver = drivingPhases(links, earliest);
  const nearCritical = ticks(settings.nearCriticalWeeks);
  return new ByPhase(graph, (phase) => {
    const earliestFinish = earliestStart[phase]! + planned[phase]!;
    const totalFloat = latestStart[phase]! - earliestStart[phase]!;
    return {
      earliestStart: weeks(earliestStart[phase]!),
      earliestFinish: weeks(earliestFinish),
      latestStart: weeks(latestStart[phase]!),
      latestFinish: weeks(latestStart[phase]! + planned[phase]!),
      totalFloat: weeks(totalFloat),
      freeFloat: weeks(nextStart[phase]! - earliestFinish),
      drag: weeks(drag[phase]!),
      isCritical: takesPart[phase] === 1 && totalFloat === 0,
      isNearCritical: takesPart[phase] === 1 && totalFloat > 0 && totalFloat <= nearCritical,
      drivenBy: graph.ids[driver[phase]!] ?? null,
    };
  });
}
