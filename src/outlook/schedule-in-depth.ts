import type { Analysis } from "../model/analysis.js";
import type { InDepth } from "../model/schedule-report.js";
import { planOutlook, type OutlookInput } from "./plan-outlook.js";

/** What stands behind a schedule, for a report of nothing else. */
export function scheduleInDepth(analysis: Analysis, input: OutlookInput): InDepth {
  const { graph, schedule } = analysis;
  return {
    ...planOutlook(analysis, input),
    hasWeeks: schedule.remaining.sequential.makespan > 0,
    isLowerBound: schedule.remaining.withoutDuration.length > 0 || graph.unschedulable.length > 0,
  };
}
