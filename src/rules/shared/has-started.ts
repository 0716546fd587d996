import { isDone } from "../../graph/is-done.js";
import type { Phase } from "../../model/plan.js";

/** True once work on a phase has begun, finished or not. */
export const hasStarted = (phase: Phase): boolean =>
  isDone(phase) || phase.status === "in-progress" || (phase.progressPercent ?? 0) > 0;
