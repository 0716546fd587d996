import type { Dependency, Plan } from "../model/plan.js";
import { isDone } from "./is-done.js";
import { isScheduled } from "./is-scheduled.js";

/**
 * True while somebody has to wait for this dependency: its target takes part in the plan and is not done, and the
 * author has not marked the dependency as met.
 */
export function isOpen(dependency: Dependency, plan: Plan): boolean {
  const target = plan.phases.get(dependency.id);
  return target !== undefined && isScheduled(target) && !isDone(target) && !dependency.satisfied;
}
