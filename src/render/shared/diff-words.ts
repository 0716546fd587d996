import type { PlanDiff, PlanSide } from "../../model/diff-report.js";
import { formatDifference, formatWeeks, weeksInWords } from "./format-weeks.js";
import { planWeeks } from "./plan-weeks.js";
import { plural } from "./plural.js";
import { SCHEDULE_MODEL_NAMES, SCHEDULE_MODELS } from "./schedule-models.js";
import { isLowerBound } from "./verdict-words.js";

/** `3 changes, critical path 72 → 75 weeks (+3)`; whether the plan is new or gone instead. */
export function diffInWords({ base, head, change }: PlanDiff): string {
  if (head === null) return `gone, with ${plural(base?.phases.length ?? 0, "phase")}`;
  if (base === null || change === null) return `new, with ${plural(head.phases.length, "phase")}`;
  const edits = change.changes.length;
  return `${edits === 0 ? "no changes" : plural(edits, "change")}${pathInWords(base, head)}`;
}

function pathInWords(base: PlanSide, head: PlanSide): string {
  const [before, after] = [weeksOf(base), weeksOf(head)];
  if (before === null || after === null) return "";
  const difference = formatDifference(after - before);
  const mark = isLowerBound(head.totals.remaining) ? "≥ " : "";
  if (difference === "unchanged") return `, critical path ${mark}${weeksInWords(after)} as before`;
  return `, critical path ${formatWeeks(before)} → ${mark}${weeksInWords(after)} (${difference})`;
}

const weeksOf = (side: PlanSide): number | null =>
  planWeeks(side) === "known" ? side.totals.remaining.dependencies : null;

/** How a column of totals is called. */
export const TOTALS_TITLES = ["Weeks", "whole", "left"] as const;

/** A row for each way to organise the work: the whole plan and what is left of it, `72 → 75` where that has changed. */
export function totalsCells({ base, head }: PlanDiff): string[][] {
  if (base === null || head === null || ![base, head].some((side) => planWeeks(side) === "known")) return [];
  const step = (before: number, after: number): string =>
    formatWeeks(before) === formatWeeks(after)
      ? formatWeeks(after)
      : `${formatWeeks(before)} → ${formatWeeks(after)} (${formatDifference(after - before)})`;
  return SCHEDULE_MODEL_NAMES.map((model) => [
    SCHEDULE_MODELS[model],
    step(base.totals.full[model], head.totals.full[model]),
    step(base.totals.remaining[model], head.totals.remaining[model]),
  ]);
}

/** Names of phases as a person says them, of both states; the id itself for any other. */
export function diffLabels({ base, head }: PlanDiff): (id: string) => string {
  const labels = new Map([...(base?.phases ?? []), ...(head?.phases ?? [])].map(({ id, label }) => [id, label]));
  return (id) => labels.get(id) ?? id;
}

/** The open phases of the longest chain of what is left. */
export function openPath({ phases, totals }: PlanSide): readonly string[] {
  const done = new Set(phases.filter(({ status }) => status === "done").map(({ id }) => id));
  return totals.remaining.criticalPath.filter((id) => !done.has(id));
}
