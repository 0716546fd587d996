import type { Table, TableRow } from "mdast";
import { normalizeName } from "../../grammar/field-name.js";
import type { Place, PlacedText } from "../../model/place.js";
import { cellText } from "./item-tables.js";
import type { Block, MarkdownDocument } from "./markdown-document.js";
import { withoutStruck } from "./struck-text.js";

/** A table whose heads are known words, each standing for a column. */
export interface ColumnTable<Column extends string> {
  readonly columns: ReadonlySet<Column>;
  /** Rows with something in them. */
  readonly rows: readonly ColumnRow<Column>[];
}

export interface ColumnRow<Column extends string> {
  readonly place: Place;
  /** What stands in a column; null for an empty cell, a dash, and a column that is not there. */
  cell(column: Column): PlacedText | null;
}

/** Columns by the normalised names of their heads. */
export type Heads<Column extends string> = ReadonlyMap<string, Column>;

/** Heads as people write them, by column. */
export const headsOf = <Column extends string>(names: Readonly<Record<Column, readonly string[]>>): Heads<Column> =>
  new Map(
    Object.entries<readonly string[]>(names).flatMap(([column, heads]) =>
      heads.map((head) => [head, column as Column] as const),
    ),
  );

const EMPTY = /^[\s\u2010-\u2015-]*$/;

/** The cells of a table by column; of two columns that mean the same, the first counts. */
export function columnTable<Column extends string>(
  document: MarkdownDocument,
  block: Block<Table>,
  heads: Heads<Column>,
): ColumnTable<Column> {
  const [head, ...body] = block.node.children;
  const columns = (head?.children ?? []).map((cell) => heads.get(normalizeName(cellText(document, block, cell).text)));
  const indexOf = new Map<Column, number>();
  for (const [index, column] of columns.entries()) if (column && !indexOf.has(column)) indexOf.set(column, index);
  const rows = body.map((row): ColumnRow<Column> => {
    const { position } = row;
    return {
      place: document.source.place(block.anchor + position!.start.offset!, block.anchor + position!.end.offset!),
      cell: (column) => textIn(document, block, row, indexOf.get(column)),
    };
  });
  const columnSet = new Set(indexOf.keys());
  return {
    columns: columnSet,
    rows: rows.filter((row) => [...columnSet].some((column) => row.cell(column) !== null)),
  };
}

function textIn(
  document: MarkdownDocument,
  block: Block<Table>,
  row: TableRow,
  index: number | undefined,
): PlacedText | null {
  const cell = index === undefined ? undefined : row.children[index];
  if (!cell) return null;
  const text = withoutStruck(cellText(document, block, cell));
  return EMPTY.test(text.text) ? null : text;
}
