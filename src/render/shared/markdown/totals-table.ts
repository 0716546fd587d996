import type { PlanReport } from "../../../model/report.js";
import { formatWeeks, weeksInWords } from "../format-weeks.js";
import { listInWords } from "../list-in-words.js";
import { markdownText } from "../markdown-text.js";
import { phaseNames } from "../phase-names.js";
import { plural } from "../plural.js";
import { savedWeeks } from "../saved-weeks.js";
import { SCHEDULE_MODEL_NAMES, SCHEDULE_MODELS } from "../schedule-models.js";
import { isLowerBound } from "../verdict-words.js";
import { table } from "./table.js";

/** The length of the plan under every model, whole and left, and what working side by side saves. */
export function totalsTable(plan: PlanReport): string {
  const { full, remaining } = plan.totals;
  const mark = (totals: typeof full) => (isLowerBound(totals) ? "≥ " : "");
  const rows = SCHEDULE_MODEL_NAMES.map((model) => {
    const isShown = model === "dependencies" ? "**" : "";
    return [
      SCHEDULE_MODELS[model],
      `${isShown}${mark(full)}${formatWeeks(full[model])}${isShown}`,
      `${isShown}${mark(remaining)}${formatWeeks(remaining[model])}${isShown}`,
      savedWeeks(remaining.sequential, remaining[model]) ?? "–",
    ];
  });
  return [
    table(
      [
        { title: "Weeks when worked on …" },
        { title: "Whole plan", align: "end" },
        { title: "What is left", align: "end" },
        { title: "Saved of what is left", align: "end" },
      ],
      rows,
    ),
    ...remarks(plan),
  ].join("\n\n");
}

function remarks(plan: PlanReport): string[] {
  const { remaining, full } = plan.totals;
  const names = phaseNames(plan);
  const list = (ids: readonly string[]) =>
    listInWords(
      ids.map((id) => markdownText(names.label(id), 60)),
      12,
    );
  const barrier = remaining.tiered - remaining.dependencies;
  const bounds: string[] = [];
  if (remaining.low !== remaining.high)
    bounds.push(
      `With every range at its low end the critical path is ${weeksInWords(remaining.low)}, at its high end ${weeksInWords(remaining.high)}.`,
    );
  if (barrier > 0 && remaining.unschedulable.length === 0)
    bounds.push(
      `Waiting for whole tiers costs ${weeksInWords(barrier)} against starting each phase when its own dependencies are done.`,
    );
  if (full.withoutDuration.length > 0)
    bounds.push(
      `≥: ${plural(full.withoutDuration.length, "phase has", "phases have")} no duration and counted as 0 weeks: ${list(full.withoutDuration)}.`,
    );
  if (full.unschedulable.length > 0)
    bounds.push(
      `≥: ${plural(full.unschedulable.length, "phase stands", "phases stand")} in or behind a dependency cycle and ${full.unschedulable.length === 1 ? "has" : "have"} no dates: ${list(full.unschedulable)}.`,
    );
  return bounds.length === 0 ? [] : [bounds.join("<br>\n")];
}
