import type { PhaseRow, PlanReport } from "../../model/report.js";

/** Whether anything can be said in weeks about what is left of a plan; if not, why not. */
export type PlanWeeks = "known" | keyof typeof NO_WEEKS;

/** Why there are no weeks, for a headline and as a sentence: a critical path of `≥ 0 weeks` would only mislead. */
export const NO_WEEKS = {
  "nothing-left": { headline: "nothing left", sentence: "Nothing is left to do." },
  "no-durations": {
    headline: "no durations stated, so no weeks",
    sentence: "No phase that is left states a duration, so there are no weeks and no critical path.",
  },
  "no-dates": {
    headline: "no weeks because of a dependency cycle",
    sentence: "What is left stands in or behind a dependency cycle, so there are no weeks and no critical path.",
  },
} as const;

export function planWeeks({ phases, totals: { remaining } }: Pick<PlanReport, "phases" | "totals">): PlanWeeks {
  if (remaining.sequential > 0) return "known";
  const isLeft = ({ status }: PhaseRow) => status !== "done";
  const inCycle = new Set(remaining.unschedulable);
  const blocked = phases.filter((phase) => inCycle.has(phase.id) && isLeft(phase));
  if (blocked.some(({ duration }) => duration !== null)) return "no-dates";
  if (remaining.withoutDuration.length > 0) return "no-durations";
  if (blocked.length > 0) return "no-dates";
  // Work that takes no time, a mere milestone, is left all the same.
  return phases.some((phase) => phase.remaining !== null && phase.duration !== null && isOpen(phase))
    ? "known"
    : "nothing-left";
}

// `unknown` does not count: history (`N/A (historical)`) usually states no status.
const isOpen = ({ status }: PhaseRow): boolean =>
  status === "not-started" || status === "in-progress" || status === "blocked" || status === "paused";
