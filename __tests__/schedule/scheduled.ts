import { buildGraph } from "../../src/graph/build-graph.js";
import type { PlanGraph } from "../../src/model/graph.js";
import type { Plan } from "../../src/model/plan.js";
import type { Schedule, TierRow, Tiers } from "../../src/model/schedule.js";
import { computeTiers } from "../../src/schedule/compute-tiers.js";
import { schedulePlan } from "../../src/schedule/schedule-plan.js";
import { tierRows } from "../../src/schedule/tier-rows.js";
import { type PlanNotation, plan, settings } from "../kit/plan-builder.js";

interface Scheduled {
  readonly plan: Plan;
  readonly graph: PlanGraph;
  readonly tiers: Tiers;
  readonly schedule: Schedule;
  readonly rows: readonly TierRow[];
}

/** Everything this folder computes about a plan, by the steps of the pipeline. */
export function scheduled(notation: PlanNotation, changed: Parameters<typeof settings>[0] = {}): Scheduled {
  const built = plan(notation);
  const chosen = settings(changed);
  const graph = buildGraph(built);
  const tiers = computeTiers(built, graph.acyclic, chosen);
  const schedule = schedulePlan(graph.acyclic, tiers, chosen);
  return { plan: built, graph, tiers, schedule, rows: tierRows(graph.acyclic, tiers, schedule, chosen) };
}
