import type { ScheduleReport, ScheduleSheet } from "../model/schedule-report.js";
import { formatWeeks, weeksInWords } from "./shared/format-weeks.js";
import { listInWords } from "./shared/list-in-words.js";
import { markdownText } from "./shared/markdown-text.js";
import { details } from "./shared/markdown/details.js";
import { noBreak } from "./shared/markdown/no-break.js";
import { outlookItems } from "./shared/markdown/outlook-section.js";
import { table } from "./shared/markdown/table.js";
import { plural } from "./shared/plural.js";
import { SCHEDULE_MODEL_NAMES, SCHEDULE_MODELS } from "./shared/schedule-models.js";
import {
  AGENTS_GLOSSARY,
  criticalMark,
  PHASES_GLOSSARY,
  PORTION_WORDS,
  sheetLabels,
  sheetNotes,
  sheetWeeks,
  shownRows,
  totalCell,
  TOTALS_GLOSSARY,
  weekLabel,
} from "./shared/schedule-words.js";
import { whatIfInWords } from "./shared/what-if-words.js";

/** The schedule as Markdown that GitHub shows. Text from the plan stays text. */
export function renderScheduleMarkdown(report: ScheduleReport): string {
  const { whatIf, plans, remarks } = report;
  const blocks = [
    ...(whatIf ? [`**What if:** ${whatIfInWords(whatIf, markdownText, plans.length)}`] : []),
    ...plans.flatMap((sheet) => sheetBlocks(report, sheet)),
    ...remarks.map((remark) => `> ${markdownText(remark, 500)}`),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function sheetBlocks({ model, portion }: ScheduleReport, sheet: ScheduleSheet): string[] {
  const name = sheetLabels(sheet);
  const label = (id: string) => markdownText(name(id), 60);
  const rows = shownRows(sheet, portion);
  const plan = markdownText(sheet.name, 80);
  if (rows.length === 0 && sheet.unscheduled.length === 0) return [`### ${plan}: nothing to schedule`];
  const path = sheet.criticalPath.map(label).join(" → ");
  return [
    `### ${plan}: ${sheetWeeks(sheet)} for ${PORTION_WORDS[portion]}`,
    `${SCHEDULE_MODELS[model]}.${path === "" ? "" : ` **Longest chain:** ${path}`}`,
    ...(rows.length > 0 ? [phaseTable(sheet, portion, label), PHASES_GLOSSARY] : []),
    ...sheetNotes(sheet, (ids) => listInWords(ids.map(label), 12)),
    ...agents(sheet, label),
    totalsTable(sheet),
    TOTALS_GLOSSARY,
    ...inDepth(sheet, label),
  ];
}

function inDepth({ depth }: ScheduleSheet, label: (id: string) => string): string[] {
  const items = depth ? outlookItems(depth, (id) => noBreak(label(id))) : [];
  return items.length > 0 ? [details("Schedule in depth", items.join("\n\n"))] : [];
}

function phaseTable(sheet: ScheduleSheet, portion: ScheduleReport["portion"], label: (id: string) => string): string {
  const rows = shownRows(sheet, portion).map((row) => [
    [noBreak(label(row.id)), markdownText(row.title, 80)].filter(Boolean).join(" "),
    row.tier === null ? "–" : String(row.tier),
    formatWeeks(row.finish - row.start),
    noBreak(weekLabel(row.start, row.finish)),
    formatWeeks(row.float),
    noBreak(criticalMark(row)),
    row.drivenBy === null ? "–" : noBreak(label(row.drivenBy)),
  ]);
  return table(
    [
      { title: "Phase" },
      { title: "Tier", align: "end" },
      { title: "Weeks", align: "end" },
      { title: "When" },
      { title: "Float", align: "end" },
      { title: "Critical" },
      { title: "Starts after" },
    ],
    rows,
  );
}

function totalsTable(sheet: ScheduleSheet): string {
  const rows = SCHEDULE_MODEL_NAMES.map((model) => [
    SCHEDULE_MODELS[model],
    totalCell(sheet, "full", model),
    totalCell(sheet, "remaining", model),
  ]);
  return table([{ title: "Weeks in all" }, { title: "whole", align: "end" }, { title: "left", align: "end" }], rows);
}

function agents({ agents }: ScheduleSheet, label: (id: string) => string): string[] {
  if (!agents) return [];
  const bound = agents.proven ? "proven best" : `bound ${weeksInWords(agents.lowerBound)}`;
  const rows = agents.lanes.map(({ agent, phases }) => [
    `Agent ${agent}`,
    phases.map(({ id, start, finish }) => `${label(id)} (${noBreak(weekLabel(start, finish))})`).join(", "),
  ]);
  return [
    `**${plural(agents.agents, "agent")}:** ${weeksInWords(agents.weeks)}, ${bound}, ` +
      `${Math.round(agents.utilisation * 100)} % of their time is work`,
    table([{ title: "Agent" }, { title: "Phases" }], rows),
    AGENTS_GLOSSARY,
  ];
}
