import { isDone } from "../../graph/is-done.js";
import type { Phase } from "../../model/plan.js";

/** True once work on a phase has begun, finished or not. What is said not to have started has not, whatever else is said. */
export const hasStarted = (phase: Phase): boolean =>
  isDone(phase) ||
  phase.status === "in-progress" ||
  (phase.status !== "not-started" && (phase.progressPercent ?? 0) > 0);
