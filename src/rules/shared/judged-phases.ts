import { isDone } from "../../graph/is-done.js";
import { isScheduled } from "../../graph/is-scheduled.js";
import type { Phase, Plan } from "../../model/plan.js";

/** The phases that still have work before them, in plan order: what is over or set aside breaks nothing. */
export function* judgedPhases(plan: Plan): Iterable<Phase> {
  for (const phase of plan.phases.values()) if (isScheduled(phase) && !isDone(phase)) yield phase;
}
