import type { Plan } from "../../model/plan.js";

/** False for a plan that names no dependency at all: its tiers may be right for reasons it does not tell. */
export function statesDependencies(plan: Plan): boolean {
  for (const phase of plan.phases.values()) if (phase.dependsOn.length > 0) return true;
  return false;
}
