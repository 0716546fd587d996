import type { Phase } from "../model/plan.js";

/** False for exploratory and abandoned work, which is listed but takes no part in the graph. */
export const isScheduled = (phase: Phase): boolean => phase.status !== "tangent" && phase.status !== "deprecated";
