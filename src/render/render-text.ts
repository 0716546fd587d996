import type { Place } from "../model/place.js";
import type { FindingRow, PlanReport, Report } from "../model/report.js";
import type { TextOptions } from "./render.js";
import { acceptedInWords } from "./shared/accepted-words.js";
import { AGENTS_GLOSSARY, AGENTS_TITLES, agentsCells, agentsInWords, shapeInWords } from "./shared/agents-in-words.js";
import { CATCH_UP_GLOSSARY, catchUpInWords } from "./shared/catch-up-words.js";
import { changeInWords } from "./shared/change-words.js";
import { criticalShifts } from "./shared/critical-shifts.js";
import { formatWeeks, formatWindow, weeksInWords } from "./shared/format-weeks.js";
import { groupFindings } from "./shared/group-findings.js";
import { inDepth } from "./shared/in-depth.js";
import { listInWords } from "./shared/list-in-words.js";
import { outlookBlocks } from "./shared/outlook-blocks.js";
import type { PhaseNames } from "./shared/phase-names.js";
import { phaseNames } from "./shared/phase-names.js";
import { plainText } from "./shared/plain-text.js";
import { NO_WEEKS, planWeeks } from "./shared/plan-weeks.js";
import { plural } from "./shared/plural.js";
import { savedWeeks } from "./shared/saved-weeks.js";
import { SCHEDULE_MODEL_NAMES, SCHEDULE_MODELS } from "./shared/schedule-models.js";
import { terminalStyle } from "./shared/terminal-style.js";
import { declaredElsewhere } from "./shared/tier-member.js";
import type { Paint } from "./shared/terminal-style.js";
import { alignedRows, pad, wrap } from "./shared/text-cells.js";
import { criticalPathInWords, isLowerBound, verdictInWords } from "./shared/verdict-words.js";
import { comparedWith, whatIfInWords } from "./shared/what-if-words.js";

const SEVERITY_STYLE = { error: "red", warning: "yellow", notice: "blue" } as const;
const STATE_WORDS = { done: "done", "in-progress": "in progress", ready: "ready", waiting: "waiting" } as const;
const POSITION_COLUMNS = 9;
const SEVERITY_COLUMNS = 9;
const MIN_WIDTH = 40;
const MORE = "Progress, queue, dates and health: plan-gate check --depth, or plan-gate schedule.";

/** The report for a terminal or a log; text from the plan can neither steer the terminal nor command a runner. */
export function renderText(report: Report, { color, width, depth = false, quiet = false }: TextOptions): string {
  const paint = terminalStyle(color);
  const columns = Math.max(MIN_WIDTH, width);
  const { blocking, others, alreadyOnBase, waived } = groupFindings(report);
  if (quiet && report.verdict.outcome === "pass") return "";
  if (quiet) return ended([verdict(report, paint), ...byFile(blocking).map((rows) => fileBlock(rows, columns, paint))]);
  return ended([
    ...tried(report, columns, paint),
    verdict(report, paint),
    ...byFile([...blocking, ...others]).map((rows) => fileBlock(rows, columns, paint)),
    ...uncounted(`Already ${inBase(report)}, not counted`, alreadyOnBase, columns, paint),
    ...acceptedBlock(report, waived, columns, paint),
    ...report.plans.flatMap((plan) => planBlocks(report, plan, depth, columns, paint)),
    ...(report.remarks.length > 0
      ? [report.remarks.flatMap((remark) => indented(plainText(remark), columns, "  ", "note: ")).join("\n")]
      : []),
    ...(!depth && report.plans.some((plan) => plan.phases.length > 0 && inDepth(plan)) ? [MORE] : []),
    paint(`Judged as of ${plainText(report.verdict.asOf)}.`, "dim"),
  ]);
}

const ended = (blocks: readonly string[]): string => `${blocks.join("\n\n")}\n`;

const inBase = (report: Report): string => `${report.whatIf ? "in" : "on"} ${comparedWith(report)}`;

/** Before anything else: what follows is not about the plan as it is written. */
function tried({ whatIf, plans }: Report, columns: number, paint: Paint): string[] {
  if (!whatIf) return [];
  const lines = wrap(`What if: ${whatIfInWords(whatIf, plainText, plans.length)}`, columns);
  return [lines.map((line) => paint(line, "bold")).join("\n")];
}

function verdict({ verdict, plans }: Report, paint: Paint): string {
  const isFailure = verdict.outcome === "fail";
  const color = isFailure ? "red" : verdict.override ? "yellow" : "green";
  const line = paint(`${isFailure ? "✖" : "✔"} ${verdictInWords(verdict, plainText)}`, "bold", color);
  const only = plans.length === 1 ? plans[0] : undefined;
  return only ? `${line}\n  ${criticalPathInWords(only)}` : line;
}

function byFile(findings: readonly FindingRow[]): FindingRow[][] {
  const files = new Map<string, FindingRow[]>();
  for (const finding of findings) {
    const rows = files.get(finding.place.path);
    if (rows) rows.push(finding);
    else files.set(finding.place.path, [finding]);
  }
  return [...files.values()];
}

function fileBlock(rows: readonly FindingRow[], columns: number, paint: Paint): string {
  const path = paint(plainText(rows[0]!.place.path), "underline");
  return [path, ...rows.flatMap((finding) => findingLines(finding, columns, paint))].join("\n");
}

function findingLines(finding: FindingRow, columns: number, paint: Paint): string[] {
  const { place, severity, message, ruleId, related, fix, toPaste } = finding;
  const margin = " ".repeat(2 + POSITION_COLUMNS + SEVERITY_COLUMNS);
  const position = pad(`${place.line}:${place.column}`, POSITION_COLUMNS);
  const label = pad(severity, SEVERITY_COLUMNS);
  const [first = "", ...rest] = wrap(
    plainText(message) + (place.revision === "base" ? " (in base)" : ""),
    columns - margin.length,
  );
  return [
    `  ${paint(position, "dim")}${paint(label, SEVERITY_STYLE[severity])}${first}`,
    ...rest.map((line) => margin + line),
    ...related.flatMap((entry) => indented(`${plainText(entry.message)} (${at(entry.place)})`, columns, margin, "- ")),
    ...(fix ? indented(plainText(fix.title), columns, margin, "way out: ") : []),
    ...(toPaste === undefined ? [] : pasted(toPaste, margin)),
    margin + paint(plainText(ruleId), "dim"),
  ];
}

/** Never wrapped: a row that is broken over two lines cannot be pasted. */
const pasted = (text: string, margin: string): string[] => [
  `${margin}way out: with this row in a table of breaking changes it would pass:`,
  ...text.split(/\r\n|\r|\n/).map((line) => `${margin}  ${plainText(line, 2000)}`),
];

function uncounted(title: string, findings: readonly FindingRow[], columns: number, paint: Paint): string[] {
  if (findings.length === 0) return [];
  const lines = findings.flatMap((finding) => inShort(finding, columns));
  return [[paint(`${title}: ${plural(findings.length, "finding")}`, "bold"), ...lines].join("\n")];
}

function acceptedBlock(report: Report, findings: readonly FindingRow[], columns: number, paint: Paint): string[] {
  if (findings.length === 0) return [];
  const words = acceptedInWords(report, plainText);
  const lines = findings.flatMap((finding) => [
    ...inShort(finding, columns),
    ...indented(words(finding) ?? "", columns, "    ", ""),
  ]);
  return [[paint(`Accepted, not counted: ${plural(findings.length, "finding")}`, "bold"), ...lines].join("\n")];
}

function inShort({ message, place, ruleId, severity }: FindingRow, columns: number): string[] {
  return indented(`${plainText(message)} (${at(place)}, ${plainText(ruleId)})`, columns, "  ", `${severity}: `);
}

function planBlocks(report: Report, plan: PlanReport, isDeep: boolean, columns: number, paint: Paint): string[] {
  const depth = isDeep ? inDepth(plan) : null;
  if (plan.phases.length === 0) return [];
  const names = phaseNames(plan);
  const label = (id: string) => plainText(names.label(id), 60);
  const isOneOfMany = report.plans.length > 1;
  const weeks = planWeeks(plan);
  const path = plan.totals.remaining.criticalPath.filter((id) => names.row(id)?.status !== "done").map(label);
  const title = isOneOfMany ? [paint(`${plainText(plan.name, 80)}: ${criticalPathInWords(plan)}`, "bold")] : [];
  const pathLines = path.length > 0 ? indented(path.join(" → "), columns, "", "Critical path: ") : [];
  const head = [...title, ...(weeks === "known" ? pathLines : wrap(NO_WEEKS[weeks].sentence, columns))];
  return [
    ...(head.length > 0 ? [head.join("\n")] : []),
    ...changeBlock(plan, comparedWith(report), label, columns, paint),
    ...catchUpBlock(plan, label, columns, paint),
    ...tierBlock(plan, names, label, paint),
    ...(weeks === "known" ? [totalsBlock(plan, paint), ...noteBlock(plan, label, columns)] : []),
    ...agentsBlock(plan, label, columns, paint),
    ...(depth ? outlookBlocks(depth, label, columns, paint) : []),
  ];
}

function changeBlock(
  plan: PlanReport,
  against: string,
  label: (id: string) => string,
  columns: number,
  paint: Paint,
): string[] {
  const rows = plan.change?.changes ?? [];
  const critical = criticalShifts(planWeeks(plan) === "known" ? (plan.change?.shifts ?? []) : []);
  if (rows.length === 0) return [];
  const lines = rows.slice(0, 40).flatMap((row) => {
    const words = changeInWords(row, (value) => plainText(value, 80), label);
    return indented(row.phase === null ? words : `${label(row.phase)}: ${words}`, columns, "  ", "");
  });
  const more = rows.length > 40 ? [`  and ${rows.length - 40} more`] : [];
  const effects = [
    ...(critical.became.length > 0 ? [`Now critical: ${listInWords(critical.became.map(label), 8)}`] : []),
    ...(critical.noLonger.length > 0 ? [`No longer critical: ${listInWords(critical.noLonger.map(label), 8)}`] : []),
  ].flatMap((line) => indented(line, columns, "  ", ""));
  return [[paint(`Changes against ${against}`, "bold"), ...lines, ...more, ...effects].join("\n")];
}

function catchUpBlock(plan: PlanReport, label: (id: string) => string, columns: number, paint: Paint): string[] {
  const sentences = catchUpInWords(plan, label);
  if (sentences.length === 0) return [];
  const lines = sentences.flatMap((sentence) => indented(sentence, columns, "  ", ""));
  const glossary = indented(CATCH_UP_GLOSSARY, columns, "  ", "").map((line) => paint(line, "dim"));
  return [[paint("Added while work is under way", "bold"), ...lines, ...glossary].join("\n")];
}

function tierBlock(plan: PlanReport, names: PhaseNames, label: (id: string) => string, paint: Paint): string[] {
  if (plan.tiers.length === 0) return [];
  const hasWeeks = plan.totals.full.sequential > 0;
  const rows = plan.tiers.map((tier) => [
    `  ${tier.tier}`,
    ...(hasWeeks ? [formatWindow(tier.startWeek, tier.endWeek)] : []),
    STATE_WORDS[tier.state] + (tier.state === "in-progress" ? ` ${Math.round(tier.progressPercent)} %` : ""),
    ...(hasWeeks ? [tier.longest === null ? "–" : label(tier.longest)] : []),
    listInWords(
      tier.phases.map((id) => label(id) + declaredElsewhere(tier, names.row(id))),
      8,
    ),
  ]);
  const titles = hasWeeks ? ["Tier", "Weeks", "State", "Decided by", "Phases"] : ["Tier", "State", "Phases"];
  const [head, ...lines] = alignedRows([titles, ...rows], new Set([0]));
  return [[paint(head!, "bold"), ...lines].join("\n")];
}

function totalsBlock(plan: PlanReport, paint: Paint): string {
  const { full, remaining } = plan.totals;
  const mark = (totals: typeof full) => (isLowerBound(totals) ? "≥ " : "");
  const rows = SCHEDULE_MODEL_NAMES.map((model) => [
    SCHEDULE_MODELS[model],
    mark(full) + formatWeeks(full[model]),
    mark(remaining) + formatWeeks(remaining[model]),
    savedWeeks(remaining.sequential, remaining[model]) ?? "–",
  ]);
  const [head, ...lines] = alignedRows(
    [["Weeks", "whole", "left", "saved of what is left"], ...rows],
    new Set([1, 2, 3]),
  );
  return [paint(head!, "bold"), ...lines].join("\n");
}

function noteBlock(
  { totals: { full, remaining } }: PlanReport,
  label: (id: string) => string,
  columns: number,
): string[] {
  const list = (ids: readonly string[]) => listInWords(ids.map(label), 12);
  const notes = [
    remaining.low !== remaining.high &&
      `Critical path with every range at its low end ${weeksInWords(remaining.low)}, at its high end ${weeksInWords(remaining.high)}.`,
    full.withoutDuration.length > 0 && `≥: without a duration, counted as 0 weeks: ${list(full.withoutDuration)}.`,
    full.unschedulable.length > 0 && `≥: in or behind a dependency cycle, without dates: ${list(full.unschedulable)}.`,
  ].filter((note) => note !== false);
  return notes.length > 0 ? [notes.flatMap((note) => wrap(note, columns)).join("\n")] : [];
}

function agentsBlock(plan: PlanReport, label: (id: string) => string, columns: number, paint: Paint): string[] {
  const shape = shapeInWords(plan, label).flatMap((sentence) => wrap(sentence, columns));
  const words = agentsInWords(plan);
  if (words === null) return shape.length > 0 ? [shape.join("\n")] : [];
  const [head, ...lines] = alignedRows([AGENTS_TITLES, ...agentsCells(plan)], new Set([0, 1, 2]));
  return [
    [paint(head!, "bold"), ...lines].join("\n"),
    [...wrap(`${words}.`, columns), ...wrap(AGENTS_GLOSSARY, columns), ...shape].join("\n"),
  ];
}

const at = (place: Place): string =>
  `${plainText(place.path)}:${place.line}${place.revision === "base" ? " in base" : ""}`;

/** Wrapped under `margin`, the first line led by `lead`, the others lined up behind it. */
function indented(text: string, columns: number, margin: string, lead: string): string[] {
  const hanging = " ".repeat(lead.length);
  return wrap(text, columns - margin.length - lead.length).map(
    (line, index) => margin + (index === 0 ? lead : hanging) + line,
  );
}
