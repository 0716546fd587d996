import type { Table, TableCell, TableRow } from "mdast";
import { factOfField, normalizeName } from "../../grammar/field-name.js";
import { unitNamedIn, unitOfLength } from "../../grammar/duration.js";
import { isItemWord, itemLabel, itemWord } from "../../grammar/item-id.js";
import { opensWithStatus } from "../../grammar/status.js";
import type { FactDeclaration, FactName, ItemDeclaration } from "../../model/declaration.js";
import { declareItem } from "./declare-item.js";
import { inlineText, type InlineText } from "./inline-text.js";
import { namedTitle, numberedTitle, prefixedTitle, takeTitleApart, type ItemTitle } from "./item-title.js";
import type { Block, MarkdownDocument, Section } from "./markdown-document.js";
import { enclosingItem, parentName, sectionItems } from "./section-items.js";
import { isStruck as isStruckOut, withoutStruck } from "./struck-text.js";

/** A table whose first telling column holds the ids of items. */
export interface ItemTable {
  /** True when a column states facts of a plan; else the table only lists items that must be defined elsewhere. */
  readonly statesFacts: boolean;
  readonly rows: readonly ItemDeclaration[];
}

/** Heads of columns of ids, beside the item words themselves. */
const ID_HEADS = new Set([
  "id",
  "#",
  "no",
  "no.",
  "nr",
  "code",
  "key",
  "item",
  "wbs",
  "wbs id",
  "task id",
  "phase id",
  "ref",
]);
const TITLE_HEADS = new Set([
  "name",
  "title",
  "package",
  "work package",
  "feature",
  "description",
  "task name",
  "phase name",
  "activity",
  "scope",
  "focus",
  "deliverable",
]);
/** Facts that make a plan's table; a status column alone stands over many a list of components. */
const TELLING = new Set<FactName>(["dependsOn", "blocks", "tier", "duration", "status", "window", "sequencedAfter"]);

/** What people put where no item is: nothing, a dash, `(standby)`. */
const PLACEHOLDER = /^(?:[-\u2010-\u2015]|\([^()]{0,80}\)|)$/u;

interface Columns {
  readonly id: number;
  readonly word: string;
  readonly title: number | null;
  readonly facts: readonly {
    readonly column: number;
    readonly fact: FactName;
    readonly unit?: FactDeclaration["unit"];
  }[];
}

/** Reads a table of items, or null when its head or its cells say that it is something else. */
export function readItemTable(document: MarkdownDocument, section: Section, block: Block<Table>): ItemTable | null {
  const [head, ...body] = block.node.children;
  if (!head || body.length === 0) return null;
  const texts = head.children.map((cell) => cellText(document, block, cell).text);
  const found = findColumns(texts);
  if (!found) return null;
  const isAbout = isAboutItems(texts, found, (column) => body.map((row) => cellOf(document, block, row, column)));
  const columns = isAbout ? withUnits(found, section) : { ...found, facts: [] };
  const statesFacts = columns.facts.some(({ fact }) => TELLING.has(fact));
  const titled = body.map((row) => ({ row, title: idOf(document, block, row, columns) }));
  const named = titled.filter(({ title }) => title !== null);
  // A table of something else may have an odd cell that looks like an id; a table of items has them nearly all through.
  const filled = body.filter((row) => !PLACEHOLDER.test(cellOf(document, block, row, columns.id)));
  if (named.length === 0 || named.length < filled.length * 0.5) return null;
  const enclosing = enclosingItem(sectionItems(document), section);
  const rows = named.map(({ row, title }) => readRow(document, block, row, title!, columns, enclosing, statesFacts));
  return { statesFacts, rows };
}

/**
 * False for `| Requirement | Phase | Status |`, whose facts are about requirements. Where a table is about its items, a
 * column before the ids holds their names, a fact, a mark, or what several of them share.
 */
function isAboutItems(
  heads: readonly string[],
  columns: Columns,
  cellsOf: (column: number) => readonly string[],
): boolean {
  return heads.slice(0, columns.id).every((head, column) => {
    const name = normalizeName(head);
    if (name === "" || TITLE_HEADS.has(name) || factOfField(head) !== null) return true;
    const cells = cellsOf(column);
    return cells.length < 2 || new Set(cells).size < cells.length;
  });
}

/** Bare numbers under `Effort` are in the unit of the heading that sums them up: `### 3.0 Foundations · 6.25 d`. */
function withUnits(columns: Columns, section: Section): Columns {
  const unit = unitOfHeadings(section);
  if (!unit) return columns;
  const facts = columns.facts.map((fact) => (fact.fact === "duration" && !fact.unit ? { ...fact, unit } : fact));
  return { ...columns, facts };
}

function unitOfHeadings(section: Section): FactDeclaration["unit"] {
  for (let at: Section | null = section; at?.heading; at = at.parent) {
    const length = takeTitleApart(at.heading).facts.find(({ fact }) => fact === "duration");
    if (length) return unitOfLength(length.text.text);
  }
  return undefined;
}

function findColumns(heads: readonly string[]): Columns | null {
  const names = heads.map(normalizeName);
  // The plural heads a column of counts (`Tasks`).
  const id = names.findIndex((name) => (isItemWord(name) && itemWord(name) === name) || ID_HEADS.has(name));
  if (id < 0 || id > 2) return null;
  const facts = names.flatMap((name, column) => {
    if (column === id) return [];
    const fact =
      factOfField(heads[column]!) ??
      (name === "days" || name === "hours" || /^(?:agent|person)[ -](?:hours|days)$/.test(name) ? "duration" : null);
    if (!fact) return [];
    const unit = fact === "duration" ? unitNamedIn(heads[column]!) : undefined;
    return [{ column, fact, ...(unit && { unit }) }];
  });
  const taken = new Set([id, ...facts.map(({ column }) => column)]);
  const named = names.findIndex((name, column) => !taken.has(column) && (TITLE_HEADS.has(name) || isItemWord(name)));
  const next = id + 1 < heads.length && !taken.has(id + 1) ? id + 1 : null;
  const word = isItemWord(names[id]!) ? itemWord(names[id]!) : "";
  return { id, word, title: named >= 0 ? named : next, facts };
}

function idOf(document: MarkdownDocument, block: Block<Table>, row: TableRow, columns: Columns): ItemTitle | null {
  const cell = row.children[columns.id];
  if (!cell) return null;
  const text = cellText(document, block, cell);
  const title = namedTitle(text) ?? prefixedTitle(text) ?? numberedTitle(text);
  if (!title) return null;
  const { word } = columns;
  return title.word === "" && /^\d/.test(title.id) ? { ...title, word, label: itemLabel(word, title.id) } : title;
}

function readRow(
  document: MarkdownDocument,
  block: Block<Table>,
  row: TableRow,
  title: ItemTitle,
  columns: Columns,
  enclosing: ReturnType<typeof enclosingItem>,
  isDefinition: boolean,
): ItemDeclaration {
  const nameCell = columns.title === null ? undefined : row.children[columns.title];
  const nameText = nameCell && cellText(document, block, nameCell);
  const isStruck = title.isStruck || (nameText !== undefined && isStruckOut(nameText, 0, nameText.text.length));
  const name = nameText ? takeTitleApart(isStruck ? nameText : withoutStruck(nameText)) : { title: null, facts: [] };
  const facts = columns.facts.flatMap(({ column, fact, unit }) => {
    const cell = row.children[column];
    return cell ? cellFacts(withoutStruck(cellText(document, block, cell)), fact, unit) : [];
  });
  const start = block.anchor + row.position!.start.offset!;
  const end = block.anchor + row.position!.end.offset!;
  return declareItem(
    { ...title, title: title.title ?? name.title, isStruck },
    {
      mention: "row",
      place: document.source.place(start, end),
      parent: parentName(enclosing, title),
      isDefinition,
      facts: [...facts, ...title.facts, ...name.facts],
      dialect: "phase-table",
    },
  );
}

function cellFacts(text: InlineText, fact: FactName, unit: FactDeclaration["unit"]): FactDeclaration[] {
  if (text.text.trim() === "") return [];
  const stated: FactDeclaration = { fact, text, evidence: "explicit", ...(unit && { unit }) };
  // A status where a dependency belongs: both may be there.
  return fact === "dependsOn" && opensWithStatus(text.text)
    ? [{ fact: "status", text: text.slice(0, 60), evidence: "explicit" }, stated]
    : [stated];
}

const cellOf = (document: MarkdownDocument, block: Block<Table>, row: TableRow, column: number): string => {
  const cell = row.children[column];
  return cell ? cellText(document, block, cell).text.trim() : "";
};

/** A cell's visible text. */
export const cellText = (document: MarkdownDocument, block: Block<Table>, cell: TableCell): InlineText =>
  inlineText(document.source, block.anchor, cell.children);
