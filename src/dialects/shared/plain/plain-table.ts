import type { AlignType, Table, TableCell, TableRow } from "mdast";
import { parseInline, type Parse } from "./hard-parser.js";
import type { Lines } from "./lines.js";
import { plainInline } from "./plain-inline.js";

/**
 * A table of which every line begins and ends with `|` and no cell has a backslash. Null for one that is written in
 * another way, and for what is none.
 */
export function plainTable(lines: Lines, parse: Parse, line: number, endLine: number): Table | null {
  const align = alignments(lines.written(line + 1));
  const rows: TableRow[] = [];
  for (let at = line; at < endLine; at++) {
    if (at === line + 1) continue;
    const row = plainRow(lines, parse, at);
    if (row === null) return null;
    rows.push(row);
  }
  if (align === null || rows[0]?.children.length !== align.length) return null;
  return {
    type: "table",
    align,
    children: rows,
    position: lines.position(line, lines.start(line), endLine - 1, lines.end(endLine - 1)),
  };
}

function alignments(delimiterRow: string): AlignType[] | null {
  if (!/^\|(?: *:?-+:? *\|)+$/.test(delimiterRow)) return null;
  return delimiterRow
    .slice(1, -1)
    .split("|")
    .map((cell) => {
      const marks = cell.trim();
      if (marks.startsWith(":")) return marks.endsWith(":") ? "center" : "left";
      return marks.endsWith(":") ? "right" : null;
    });
}

function plainRow(lines: Lines, parse: Parse, line: number): TableRow | null {
  const written = lines.written(line);
  if (written.length < 2 || !written.startsWith("|") || !written.endsWith("|") || written.includes("\\")) return null;
  const start = lines.start(line);
  const end = lines.end(line);
  const cells: TableCell[] = [];
  for (let at = start; at < end - 1;) {
    const bar = lines.text.indexOf("|", at + 1);
    const isLast = bar === end - 1;
    const cell = plainCell(lines, parse, line, at, bar, isLast ? end : bar);
    if (cell === null) return null;
    cells.push(cell);
    at = bar;
  }
  return { type: "tableRow", children: cells, position: lines.position(line, start, line, end) };
}

/** A cell reaches from the bar before it to the bar after it; the last one has that, too. */
function plainCell(
  lines: Lines,
  parse: Parse,
  line: number,
  start: number,
  bar: number,
  end: number,
): TableCell | null {
  let from = start + 1;
  let to = bar;
  while (from < to && lines.text.charCodeAt(from) === 32) from++;
  while (to > from && lines.text.charCodeAt(to - 1) === 32) to--;
  const content = { line, parts: [{ start: from, end: to }] };
  const children = plainInline(lines, content) ?? parseInline(lines, parse, content);
  return children && { type: "tableCell", children, position: lines.position(line, start, line, end) };
}
