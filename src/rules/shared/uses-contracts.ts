import type { Plan } from "../../model/plan.js";

/** False for a plan in which no phase says what it hands on: it does not work by contracts. */
export function usesContracts(plan: Plan): boolean {
  for (const phase of plan.phases.values()) if (phase.outputItems.length > 0) return true;
  return false;
}
