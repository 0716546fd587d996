import type { Analysis } from "../../model/analysis.js";
import { isDone } from "../../graph/is-done.js";
import { formatWindow, weeksInWords } from "../../render/shared/format-weeks.js";
import { cutRows, nameOf } from "./phase-text.js";

/** The whole plan tier by tier, in weeks from its start. */
export function timeline(analysis: Analysis): string {
  const { plan, tierRows, schedule } = analysis;
  const { times, makespan } = schedule.full.tiered;
  const lines = tierRows.flatMap(({ tier, phases, start, finish }) => {
    const kept = phases.map((id) => plan.phases.get(id)!).filter((phase) => phase.tier?.isHistorical !== true);
    if (kept.length === 0) return [];
    return [
      `- Tier ${tier}: ${weeks(start, finish)}`,
      ...kept.map((phase) => {
        const { earliestStart, earliestFinish } = times.get(phase.id)!;
        return `  - ${nameOf(phase)}: ${weeks(earliestStart, earliestFinish)}${isDone(phase) ? ", done" : ""}`;
      }),
    ];
  });
  if (lines.length === 0) return "No phase has dates.";
  const mark = schedule.full.withoutDuration.length > 0 ? "at least " : "";
  return [...cutRows(lines), "", `In all ${mark}${weeksInWords(makespan)}, tier by tier.`].join("\n");
}

function weeks(start: number, finish: number): string {
  const window = formatWindow(start, finish);
  if (window === "–" || window.startsWith("after")) return window === "–" ? "no length" : `${window}, no length`;
  return `${window.includes("–") ? "weeks" : "week"} ${window}`;
}
