import type { ScheduleModel } from "../../model/schedule.js";

/** How each schedule model is called in a report, in the order shown. */
export const SCHEDULE_MODELS = {
  sequential: "One phase after the other",
  tiered: "Tier by tier, as declared",
  tieredComputed: "Tier by tier, as computed",
  gated: "Tier 0 first, then dependencies",
  dependencies: "Dependencies only (critical path)",
} as const satisfies Record<ScheduleModel, string>;

export const SCHEDULE_MODEL_NAMES = Object.keys(SCHEDULE_MODELS) as ScheduleModel[];
