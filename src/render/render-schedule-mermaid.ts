import type { ScheduleReport, ScheduleRow } from "../model/schedule-report.js";
import { ganttBar, ganttHead } from "./shared/gantt-lines.js";
import { mermaidText } from "./shared/mermaid-text.js";
import { plural } from "./shared/plural.js";
import { PORTION_WORDS, shownRows } from "./shared/schedule-words.js";
import { SCHEDULE_MODELS } from "./shared/schedule-models.js";

/** Mermaid draws no text of 50,000 characters or more. */
const MOST_CHARACTERS = 49_000;

/**
 * The schedule as one Mermaid gantt, without a fence: a section for each tier, or for each plan where there are several;
 * critical phases are marked, the axis counts weeks from 0. What would make it too long to be drawn is counted instead.
 */
export function renderScheduleMermaid(report: ScheduleReport): string {
  const { plans, model, portion } = report;
  const weeks = Math.max(0, ...plans.map((sheet) => sheet.weeks));
  const lines = ganttHead(`${SCHEDULE_MODELS[model]}, ${PORTION_WORDS[portion]}, in weeks`, weeks);
  const sections =
    plans.length === 1
      ? byTier(shownRows(plans[0]!, portion))
      : plans.map((sheet) => ({ title: sheet.name, rows: shownRows(sheet, portion) }));
  let length = lines.reduce((sum, line) => sum + line.length + 1, 0);
  let left = 0;
  for (const { title, rows } of sections) {
    const bars = [`  section ${mermaidText(title, 60)}`];
    for (const { label, title: name, start, finish, critical } of rows) {
      const bar = ganttBar(`${label} ${name}`, start, finish, critical);
      length += bar.length + 1;
      if (length + bars[0]!.length > MOST_CHARACTERS) left++;
      else bars.push(bar);
    }
    length += bars[0]!.length + 1;
    if (bars.length > 1) lines.push(...bars);
  }
  if (left > 0) lines.push(`  section and ${plural(left, "more phase")}`);
  return `${lines.join("\n")}\n`;
}

function byTier(rows: readonly ScheduleRow[]): { title: string; rows: readonly ScheduleRow[] }[] {
  const tiers = new Map<number | null, ScheduleRow[]>();
  for (const row of rows) {
    const tier = tiers.get(row.tier);
    if (tier) tier.push(row);
    else tiers.set(row.tier, [row]);
  }
  return [...tiers]
    .sort(([one], [other]) => (one ?? Infinity) - (other ?? Infinity))
    .map(([tier, members]) => ({ title: tier === null ? "No tier" : `Tier ${tier}`, rows: members }));
}
