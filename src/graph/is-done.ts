import type { Phase } from "../model/plan.js";

/** True for a phase that is over, by its status or by a declared tier such as `N/A (historical)`. */
export const isDone = (phase: Phase): boolean => phase.status === "done" || phase.tier?.isHistorical === true;
