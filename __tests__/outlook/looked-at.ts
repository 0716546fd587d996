import type { PlanOutlook } from "../../src/model/outlook.js";
import type { Activation } from "../../src/model/report.js";
import { type OutlookInput, planOutlook } from "../../src/outlook/plan-outlook.js";
import { type Work, workOf } from "../../src/outlook/work.js";
import { builtAnalysis } from "../kit/built-analysis.js";
import { type PlanNotation, plan } from "../kit/plan-builder.js";

const TODAY = "2026-11-22";

/** The whole outlook of a plan; without a calendar, a target or a number of agents unless said. */
export function lookedAt(
  notation: PlanNotation,
  input: Partial<OutlookInput> = {},
): PlanOutlook & { readonly activation: Activation | null } {
  const asked = { calendar: null, targetWeeks: null, agents: null, today: TODAY, ...input };
  const { outlook, activation } = planOutlook(builtAnalysis(plan(notation)), asked);
  return { ...outlook, activation };
}

export const workOn = (notation: PlanNotation): Work => workOf(builtAnalysis(plan(notation)));
