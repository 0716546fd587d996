import { buildGraph } from "../../src/graph/build-graph.js";
import type { Analysis } from "../../src/model/analysis.js";
import type { Plan } from "../../src/model/plan.js";
import type { Settings } from "../../src/model/settings.js";
import { computeTiers } from "../../src/schedule/compute-tiers.js";
import { schedulePlan } from "../../src/schedule/schedule-plan.js";
import { tierRows } from "../../src/schedule/tier-rows.js";
import { settings as defaultSettings } from "./plan-builder.js";

/** Everything computed about a plan that was built without any Markdown. */
export function builtAnalysis(plan: Plan, changed: Partial<Settings> = {}): Analysis {
  const settings = defaultSettings(changed);
  const graph = buildGraph(plan);
  const tiers = computeTiers(plan, graph.acyclic, settings);
  const schedule = schedulePlan(graph.acyclic, tiers, settings);
  return { plan, graph, tiers, schedule, settings, tierRows: tierRows(graph.acyclic, tiers, schedule, settings) };
}
