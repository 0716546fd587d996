import type { ScheduleReport, ScheduleSheet } from "../model/schedule-report.js";
import type { TextOptions } from "./render.js";
import { formatWeeks, weeksInWords } from "./shared/format-weeks.js";
import { listInWords } from "./shared/list-in-words.js";
import { outlookBlocks } from "./shared/outlook-blocks.js";
import { plainText } from "./shared/plain-text.js";
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
import { terminalStyle, type Paint } from "./shared/terminal-style.js";
import { alignedRows, wrap } from "./shared/text-cells.js";
import { whatIfInWords } from "./shared/what-if-words.js";

const MIN_WIDTH = 40;
const LONGEST_TITLE = 40;

/** The schedule for a terminal or a log: per plan its length, its phases, the totals of every model. */
export function renderScheduleText(report: ScheduleReport, { color, width }: TextOptions): string {
  const paint = terminalStyle(color);
  const columns = Math.max(MIN_WIDTH, width);
  const { whatIf, plans, remarks } = report;
  const blocks = [
    ...(whatIf ? [bold(`What if: ${whatIfInWords(whatIf, plainText, plans.length)}`, columns, paint)] : []),
    ...plans.flatMap((sheet) => sheetBlocks(report, sheet, columns, paint)),
    ...(remarks.length > 0 ? [remarks.flatMap((one) => wrap(`note: ${plainText(one)}`, columns)).join("\n")] : []),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function sheetBlocks(report: ScheduleReport, sheet: ScheduleSheet, columns: number, paint: Paint): string[] {
  const { model, portion } = report;
  const name = sheetLabels(sheet);
  const label = (id: string) => plainText(name(id), 60);
  const title = `${plainText(sheet.name, 80)}: ${sheetWeeks(sheet)} for ${PORTION_WORDS[portion]}`;
  const rows = shownRows(sheet, portion);
  if (rows.length === 0 && sheet.unscheduled.length === 0) {
    return [bold(`${plainText(sheet.name, 80)}: nothing to schedule`, columns, paint)];
  }
  const path = sheet.criticalPath.map(label).join(" → ");
  const notes = sheetNotes(sheet, (ids) => listInWords(ids.map(label), 12));
  return [
    [
      bold(title, columns, paint),
      ...wrap(`${SCHEDULE_MODELS[model]}.${path === "" ? "" : ` Longest chain: ${path}`}`, columns),
    ].join("\n"),
    ...(rows.length > 0 ? [phaseBlock(sheet, portion, label, columns, paint)] : []),
    ...(notes.length > 0 ? [notes.flatMap((note) => wrap(note, columns)).join("\n")] : []),
    ...agentsBlock(sheet, label, columns, paint),
    totalsBlock(sheet, columns, paint),
    ...(sheet.depth ? outlookBlocks(sheet.depth, label, columns, paint) : []),
  ];
}

function phaseBlock(
  sheet: ScheduleSheet,
  portion: ScheduleReport["portion"],
  label: (id: string) => string,
  columns: number,
  paint: Paint,
): string {
  const shown = shownRows(sheet, portion);
  const rows = shown.map((row) => [
    [label(row.id), plainText(row.title, LONGEST_TITLE)].filter(Boolean).join(" "),
    row.tier === null ? "–" : String(row.tier),
    formatWeeks(row.finish - row.start),
    weekLabel(row.start, row.finish),
    formatWeeks(row.float),
    criticalMark(row),
    row.drivenBy === null ? "–" : label(row.drivenBy),
  ]);
  const titles = ["Phase", "Tier", "Weeks", "When", "Float", "", "Starts after"];
  const [head, ...lines] = alignedRows([titles, ...rows], new Set([1, 2, 4]));
  return [
    paint(head!, "bold"),
    ...lines.map((line, index) => (shown[index]!.critical ? paint(line, "red") : line)),
    ...glossary(PHASES_GLOSSARY, columns, paint),
  ].join("\n");
}

function totalsBlock(sheet: ScheduleSheet, columns: number, paint: Paint): string {
  const rows = SCHEDULE_MODEL_NAMES.map((model) => [
    SCHEDULE_MODELS[model],
    totalCell(sheet, "full", model),
    totalCell(sheet, "remaining", model),
  ]);
  const [head, ...lines] = alignedRows([["Weeks in all", "whole", "left"], ...rows], new Set([1, 2]));
  return [paint(head!, "bold"), ...lines, ...glossary(TOTALS_GLOSSARY, columns, paint)].join("\n");
}

function agentsBlock(
  { agents }: ScheduleSheet,
  label: (id: string) => string,
  columns: number,
  paint: Paint,
): string[] {
  if (!agents) return [];
  const bound = agents.proven ? "proven best" : `bound ${weeksInWords(agents.lowerBound)}`;
  const busy = `${Math.round(agents.utilisation * 100)} % of their time is work`;
  const title = `${plural(agents.agents, "agent")}: ${weeksInWords(agents.weeks)}, ${bound}, ${busy}`;
  const rows = agents.lanes.flatMap(({ agent, phases }) =>
    phases.map(({ id, start, finish }, index) => [
      index === 0 ? `Agent ${agent}` : "",
      weekLabel(start, finish),
      label(id),
    ]),
  );
  const lines = [bold(title, columns, paint), ...alignedRows(rows, new Set()).map((line) => `  ${line}`)];
  return [[...lines, ...glossary(AGENTS_GLOSSARY, columns, paint)].join("\n")];
}

const bold = (text: string, columns: number, paint: Paint): string =>
  wrap(text, columns)
    .map((line) => paint(line, "bold"))
    .join("\n");

const glossary = (text: string, columns: number, paint: Paint): string[] =>
  wrap(text, columns).map((line) => paint(line, "dim"));
