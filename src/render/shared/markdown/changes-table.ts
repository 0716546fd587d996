import type { ChangeReport, PhaseRow, PlanReport, ShiftRow, ShiftSide } from "../../../model/report.js";
import { changeInWords } from "../change-words.js";
import { formatWindow } from "../format-weeks.js";
import { markdownText } from "../markdown-text.js";
import { phaseNames } from "../phase-names.js";
import { planWeeks } from "../plan-weeks.js";
import { plural } from "../plural.js";
import { noBreak } from "./no-break.js";
import { table } from "./table.js";

const MAX_ROWS = 40;

/** Base → head, one row a phase that was edited or moved: what was written, then what follows from it. */
export function changesTable(
  plan: Pick<PlanReport, "phases" | "totals">,
  change: Pick<ChangeReport, "changes" | "shifts">,
): string {
  const names = phaseNames(plan);
  const label = (id: string) => markdownText(names.label(id), 60);
  const text = (value: string) => markdownText(value, 80);
  const words = new Map<string | null, string[]>();
  for (const row of change.changes)
    words.set(row.phase, [...(words.get(row.phase) ?? []), changeInWords(row, text, label)]);
  const shifts = new Map((change.shifts ?? []).map((shift) => [shift.phase, shift]));
  const order = new Map(plan.phases.map((phase, index) => [phase.id, index]));
  const ids = [...new Set([...words.keys(), ...shifts.keys()])].sort((a, b) => position(order, a) - position(order, b));
  const rows = ids.map((id) => {
    const shift = id === null ? undefined : (shifts.get(id) ?? unmoved(names.row(id)));
    return [
      id === null ? "–" : noBreak(label(id)),
      words.get(id)?.join("; ") ?? "moved by the others",
      shift ? step(shift.base, shift.head, ({ tier }) => (tier === null ? "–" : String(tier))) : "",
      shift ? step(shift.base, shift.head, weeksOf) : "",
      shift ? step(shift.base, shift.head, ({ critical }) => (critical ? "🔴 yes" : "no")) : "",
    ];
  });
  const columns = [
    { title: "Phase" },
    { title: "Change" },
    { title: "Computed tier" },
    { title: "Weeks from now" },
    { title: "Critical" },
  ];
  const told = shifts.size === 0 ? 2 : planWeeks(plan) === "known" ? columns.length : 3;
  const shown = rows.slice(0, MAX_ROWS).map((row) => row.slice(0, told));
  const more = rows.length - shown.length;
  return [table(columns.slice(0, told), shown), ...(more > 0 ? [`… and ${plural(more, "more phase")}`] : [])].join(
    "\n\n",
  );
}

/** A phase that was edited without moving stands at the same place on both sides. */
function unmoved(phase: PhaseRow | undefined): Omit<ShiftRow, "phase"> | undefined {
  if (!phase) return undefined;
  const side: ShiftSide = {
    tier: phase.tier.current,
    start: phase.remaining?.earliestStart ?? null,
    finish: phase.remaining?.earliestFinish ?? null,
    critical: phase.remaining?.critical ?? false,
  };
  return { base: side, head: side };
}

const position = (order: ReadonlyMap<string, number>, id: string | null): number =>
  (id === null ? undefined : order.get(id)) ?? order.size;

function step(base: ShiftSide | null, head: ShiftSide | null, words: (side: ShiftSide) => string): string {
  const before = base && words(base);
  const after = head && words(head);
  if (before === null) return after ?? "";
  if (after === null) return `~~${before}~~`;
  return noBreak(before === after ? after : `${before} → **${after}**`);
}

const weeksOf = ({ start, finish }: ShiftSide): string =>
  start === null || finish === null ? "–" : formatWindow(start, finish);
