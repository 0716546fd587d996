import { subgraph } from "../../graph/subgraph.js";
import type { AcyclicGraph } from "../../model/graph.js";
import type { AgentSchedule } from "../../model/schedule.js";
import type { Portion } from "../portion.js";
import { agentSchedules } from "./agent-schedules.js";

/** More agents than this nobody coordinates on one plan. */
const MOST_AGENTS = 32;

/** What 1, 2, 3 … agents make of one portion of the plan. */
export function portionAgents(graph: AcyclicGraph, { takesPart, binds, durations }: Portion): AgentSchedule[] {
  const taking = subgraph(graph, takesPart, binds);
  const planned = durations.planned.filter((_, phase) => takesPart[phase] === 1);
  return agentSchedules(taking, planned, { mostAgents: Math.min(MOST_AGENTS, taking.ids.length) });
}
