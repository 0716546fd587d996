import type { Analysis } from "../../model/analysis.js";
import { mermaidBlock } from "../../render/shared/markdown/mermaid-block.js";
import { mermaidText } from "../../render/shared/mermaid-text.js";
import { isLeft, MOST_ROWS, NOTHING_LEFT } from "./phase-text.js";

// Mermaid reads whole numbers as milliseconds and prints seconds as a bare number: a week is drawn as one second.
const UNITS_PER_WEEK = 1000;

/** What is left by dependencies, in weeks from now, critical phases marked. */
export function gantt(analysis: Analysis): string {
  const { plan, schedule, tierRows } = analysis;
  const { times, makespan } = schedule.remaining.dependencies;
  if (makespan === 0) return NOTHING_LEFT;
  let rows = 0;
  const lines = tierRows.flatMap(({ tier, phases }) => {
    const bars = phases
      .map((id) => plan.phases.get(id)!)
      .filter((phase) => isLeft(phase, analysis) && rows++ < MOST_ROWS)
      .map((phase) => {
        const { earliestStart, earliestFinish, isCritical } = times.get(phase.id)!;
        const tags = [...(isCritical ? ["crit"] : []), ...(earliestStart === earliestFinish ? ["milestone"] : [])];
        const at = (weeks: number): string => String(Math.round(weeks * UNITS_PER_WEEK));
        const name = mermaidText(`${phase.label} ${phase.title}`, 40);
        return `    ${name} :${[...tags, at(earliestStart), at(earliestFinish)].join(", ")}`;
      });
    return bars.length > 0 ? [`  section Tier ${tier}`, ...bars] : [];
  });
  const heads = ["  title Weeks from now by dependencies", "  dateFormat x", "  axisFormat %s", "  todayMarker off"];
  return mermaidBlock(["gantt", ...heads, ...lines]);
}
