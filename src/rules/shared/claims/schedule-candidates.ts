import type { Analysis } from "../../../model/analysis.js";
import type { ModelSchedule, ScheduleModel } from "../../../model/schedule.js";

/** One way in which a claim about time can be meant. */
export interface ScheduleCandidate {
  readonly model: ScheduleModel;
  readonly portion: "full" | "remaining";
  readonly schedule: ModelSchedule;
}

/** How each model is called in a sentence. */
export const MODEL_WORDS: Readonly<Record<ScheduleModel, string>> = {
  sequential: "one after the other",
  tiered: "tier by tier",
  tieredComputed: "tier by tier with computed tiers",
  gated: "behind Tier 0",
  dependencies: "by dependencies",
};

const MODELS = Object.keys(MODEL_WORDS) as ScheduleModel[];

/** The schedules a claim can be about, of the whole plan and of what is left. */
export function scheduleCandidates(
  { schedule }: Analysis,
  mode: "sequential" | "parallel" | "critical-path" | null = null,
): readonly ScheduleCandidate[] {
  const models = MODELS.filter((model) => {
    if (mode === null) return true;
    if (mode === "critical-path") return model === "dependencies";
    return (model === "sequential") === (mode === "sequential");
  });
  return (["full", "remaining"] as const).flatMap((portion) =>
    models.map((model) => ({ model, portion, schedule: schedule[portion][model] })),
  );
}
