import type { DiffReport, PlanDiff } from "../model/diff-report.js";
import type { ChangeRow, ShiftRow, ShiftSide } from "../model/report.js";
import type { TextOptions } from "./render.js";
import { changeInWords } from "./shared/change-words.js";
import { diffInWords, diffLabels, openPath, TOTALS_TITLES, totalsCells } from "./shared/diff-words.js";
import { formatWindow } from "./shared/format-weeks.js";
import { plainText } from "./shared/plain-text.js";
import { terminalStyle, type Paint, type Style } from "./shared/terminal-style.js";
import { alignedRows, wrap } from "./shared/text-cells.js";

const MIN_WIDTH = 40;
const INDENT = "  ";

/** What has changed, for a terminal or a log: per plan what was written, what follows from it, and the totals. */
export function renderDiffText({ base, head, plans, remarks }: DiffReport, { color, width }: TextOptions): string {
  const paint = terminalStyle(color);
  const columns = Math.max(MIN_WIDTH, width);
  const blocks = [
    paint(`${plainText(base, 80)} → ${plainText(head, 80)}`, "dim"),
    ...plans.flatMap((plan) => planBlocks(plan, columns, paint)),
    ...(remarks.length > 0 ? [remarks.flatMap((one) => wrap(`note: ${plainText(one)}`, columns)).join("\n")] : []),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function planBlocks(plan: PlanDiff, columns: number, paint: Paint): string[] {
  const name = diffLabels(plan);
  const label = (id: string) => plainText(name(id), 60);
  const title = wrap(`${plainText(plan.name, 80)}: ${diffInWords(plan)}`, columns);
  const changes = plan.change?.changes ?? [];
  const shifts = (plan.change?.shifts ?? []).filter(({ base, head }) => base && head);
  return [
    [
      ...title.map((line) => paint(line, "bold")),
      ...changes.flatMap((row) => changeLines(row, label, columns, paint)),
    ].join("\n"),
    ...(shifts.length > 0 ? [shiftBlock(shifts, label, paint)] : []),
    ...(changes.length + shifts.length > 0 ? [...totalsBlock(plan, paint), ...pathBlock(plan, label, columns)] : []),
  ];
}

const MARKS: Readonly<Record<"added" | "removed" | "changed", readonly [mark: string, style: Style]>> = {
  added: ["+", "green"],
  removed: ["-", "red"],
  changed: ["~", "yellow"],
};

function changeLines(row: ChangeRow, label: (id: string) => string, columns: number, paint: Paint): string[] {
  const [mark, style] =
    MARKS[(/-(added|removed)$/.exec(row.kind)?.[1] as "added" | "removed" | undefined) ?? "changed"];
  const words = changeInWords(row, (value) => plainText(value, 80), label);
  const said = row.phase === null ? words : `${label(row.phase)}: ${words}`;
  return wrap(said, columns - INDENT.length - 2).map((line, index) =>
    index === 0 ? `${INDENT}${paint(mark, style)} ${line}` : `${INDENT}  ${line}`,
  );
}

function shiftBlock(shifts: readonly ShiftRow[], label: (id: string) => string, paint: Paint): string {
  const rows = shifts.map(({ phase, base, head }) => [
    INDENT + label(phase),
    step(base!, head!, ({ tier }) => (tier === null ? "–" : String(tier))),
    step(base!, head!, ({ start, finish }) => (start === null || finish === null ? "–" : formatWindow(start, finish))),
    step(base!, head!, ({ critical }) => (critical ? "critical" : "–")),
  ]);
  const titles = [`${INDENT}What follows`, "Computed tier", "Weeks from now", "Critical"];
  const [head, ...lines] = alignedRows([titles, ...rows], new Set());
  return [paint(head!, "bold"), ...lines].join("\n");
}

function step(base: ShiftSide, head: ShiftSide, words: (side: ShiftSide) => string): string {
  const [before, after] = [words(base), words(head)];
  return before === after ? after : `${before} → ${after}`;
}

function totalsBlock(plan: PlanDiff, paint: Paint): string[] {
  const cells = totalsCells(plan);
  if (cells.length === 0) return [];
  const [head, ...lines] = alignedRows([[...TOTALS_TITLES], ...cells], new Set()).map((line) => INDENT + line);
  return [[paint(head!, "bold"), ...lines].join("\n")];
}

function pathBlock({ base, head }: PlanDiff, label: (id: string) => string, columns: number): string[] {
  if (base === null || head === null) return [];
  const [before, after] = [base, head].map((side) => openPath(side).map(label).join(" → ") || "none");
  const lines =
    before === after
      ? wrap(`Critical path as before: ${after}`, columns - INDENT.length)
      : [
          ...wrap(`Critical path was: ${before}`, columns - INDENT.length),
          ...wrap(`Critical path is:  ${after}`, columns - INDENT.length),
        ];
  return [lines.map((line) => INDENT + line).join("\n")];
}
