import { buildGraph } from "../../graph/build-graph.js";
import type { Analysis } from "../../model/analysis.js";
import type { Plan } from "../../model/plan.js";
import type { Settings } from "../../model/settings.js";
import { computeTiers } from "../../schedule/compute-tiers.js";
import { schedulePlan } from "../../schedule/schedule-plan.js";
import { tierRows } from "../../schedule/tier-rows.js";

/** Graph, tiers and schedules of a plan, by the same functions as everywhere. */
export function computePlan(plan: Plan, settings: Settings): Analysis {
  const graph = buildGraph(plan);
  const tiers = computeTiers(plan, graph.acyclic, settings);
  const schedule = schedulePlan(graph.acyclic, tiers, settings);
  return { plan, graph, tiers, schedule, tierRows: tierRows(graph.acyclic, tiers, schedule, settings), settings };
}
