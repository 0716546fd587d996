import type { InDepth } from "../../model/schedule-report.js";
import { type OutlookTable, outlookTables } from "./outlook-tables.js";
import { plainText } from "./plain-text.js";
import type { Paint } from "./terminal-style.js";
import { alignedRows, wrap } from "./text-cells.js";

const ADVICE = {
  use: "worth it",
  optional: "optional",
  "not-worth-it": "not worth it",
} as const;

/** Everything behind the schedule, as compact tables for a terminal; `label` names a phase safely. */
export function outlookBlocks(depth: InDepth, label: (id: string) => string, columns: number, paint: Paint): string[] {
  const tables = outlookTables(depth, { label });
  return [...tables.map((table) => block(table, columns, paint)), ...advice(depth, columns, paint)];
}

function block({ title, columns, rows, remarks, glossary }: OutlookTable, width: number, paint: Paint): string {
  // Explanations make a line too long for a terminal; the other formats have them.
  const shown = columns.flatMap(({ title }, index) => (title === "What is counted" ? [] : [index]));
  const numbers = new Set(shown.flatMap((index, place) => (columns[index]!.align === "end" ? [place] : [])));
  const cells = [columns.map((column) => column.title), ...rows].map((row) => shown.map((index) => row[index]!));
  const lines = rows.length === 0 ? [] : alignedRows(cells, numbers).map((line) => `  ${line}`);
  return [
    paint(title, "bold"),
    ...lines,
    ...remarks.flatMap((remark) => wrap(remark, width - 2).map((line) => `  ${line}`)),
    ...wrap(glossary, width - 2).map((line) => paint(`  ${line}`, "dim")),
  ].join("\n");
}

function advice({ activation, outlook }: InDepth, columns: number, paint: Paint): string[] {
  if (!activation || (outlook?.isTiered === false && activation.advice !== "use")) return [];
  const reasons = activation.reasons.flatMap((reason) =>
    wrap(plainText(reason), columns - 4).map((line, index) => (index === 0 ? `  - ${line}` : `    ${line}`)),
  );
  return [[paint(`Working by tiers: ${ADVICE[activation.advice]}`, "bold"), ...reasons].join("\n")];
}
