import type { List, ListItem, RootContent, Table } from "mdast";
import { parseContractEntry } from "../../grammar/contract-entry.js";
import { normalizeName } from "../../grammar/field-name.js";
import { isItemWord } from "../../grammar/item-id.js";
import type { Place, PlacedText } from "../../model/place.js";
import { inlineText, type InlineText } from "./inline-text.js";
import { cellText } from "./item-tables.js";
import type { Block, MarkdownDocument } from "./markdown-document.js";
import type { SourceText } from "./source-text.js";

/** One output or requirement as it stands in a list, a table or under a heading, without whose it is. */
export interface WrittenEntry {
  readonly place: Place;
  readonly name: PlacedText;
  readonly version: PlacedText | null;
  readonly source: PlacedText | null;
  readonly category: string | null;
  /** The cell of the column of items; null where a table has none. */
  readonly item: InlineText | null;
}

type Column = "name" | "version" | "source" | "category";

const HEADS: Readonly<Record<Column, readonly string[]>> = {
  name: [
    "name",
    "output",
    "outputs",
    "output contract",
    "requirement",
    "requirements",
    "requires",
    "required output",
    "input",
    "inputs",
    "needs",
    "service",
    "contract",
    "interface",
    "model",
    "api",
    "component",
    "artifact",
    "deliverable",
    "item",
  ],
  version: [
    "version",
    "versions",
    "api version",
    "current version",
    "needed version",
    "required version",
    "minimum version",
    "min version",
  ],
  source: ["from", "from phase", "source", "source phase", "provided by", "produced by", "provider", "producer"],
  category: ["kind", "type", "category"],
};
const COLUMN_OF = new Map(
  Object.entries(HEADS).flatMap(([column, heads]) => heads.map((head) => [head, column as Column] as const)),
);

/** The rows of a table with a column of names; none of any other table. */
export function tableEntries(document: MarkdownDocument, block: Block<Table>): WrittenEntry[] {
  const [head, ...body] = block.node.children;
  if (!head) return [];
  const heads = head.children.map((cell) => normalizeName(cellText(document, block, cell).text));
  const columns = heads.map((name) => COLUMN_OF.get(name) ?? null);
  const itemColumn = heads.findIndex((name) => isItemWord(name));
  if (!columns.includes("name")) return [];
  return body.flatMap((row): WrittenEntry[] => {
    const cells = row.children.map((cell) => cellText(document, block, cell));
    const cell = (column: Column): PlacedText | null => filled(cells[columns.indexOf(column)]);
    const written = cell("name");
    const entry = written && entryOf(written, placeOf(document.source, block, row));
    if (!entry) return [];
    return [
      {
        ...entry,
        version: cell("version") ?? entry.version,
        source: cell("source") ?? entry.source,
        category: cell("category")?.text.trim() ?? null,
        item: itemColumn < 0 ? null : filled(cells[itemColumn]),
      },
    ];
  });
}

const filled = (text: InlineText | undefined): InlineText | null =>
  text === undefined || /^[\s\u2010-\u2015-]*$/.test(text.text) ? null : text;

const placeOf = (source: SourceText, { anchor }: Block, { position }: Pick<Table, "position">): Place =>
  source.place(anchor + position!.start.offset!, anchor + position!.end.offset!);

/** Labels of what is said about an output, not outputs themselves. */
const DETAIL =
  /^(?:files?|paths?|location|interface|implementation|dependenc(?:y|ies)|(?:\p{L}+ )?version|breaking changes?|(?:key )?fields?|serialization|validation|schema|migrations?(?: required| path)?|changes|description|purpose|notes?|usage|examples?|owner|status|consumers?|used by|tests?|format|why|reason|methods?|returns?|parameters?|date|phase|kind|type|category|from|source|provided by|produced by|last updated|updated)$/u;
const LABEL = /^[^\p{L}\p{N}\n]{0,4}([\p{L}][^\n:\uff1a]{0,39})[:\uff1a](?!\/\/)[ \t]{0,4}/u;

/** The entries of a list that name something, each with the version and the source that stand below it. */
export function listedEntries(document: MarkdownDocument, { node, anchor }: Block<List>): WrittenEntry[] {
  return node.children.flatMap((item): WrittenEntry[] => {
    const [first, ...rest] = item.children as RootContent[];
    if (first?.type !== "paragraph") return [];
    const text = inlineText(document.source, anchor, first.children);
    const line = lineAt(text, 0);
    if (isDetail(line.text)) return [];
    const entry = entryOf(line, text.place);
    if (!entry) return [];
    const details = detailsOf(
      document,
      rest.map((child) => ({ node: child, anchor })),
    );
    return [{ ...entry, version: entry.version ?? details.version, source: entry.source ?? details.source }];
  });
}

const isDetail = (line: string): boolean => {
  const label = LABEL.exec(line.slice(0, 100))?.[1];
  return label !== undefined && DETAIL.test(normalizeName(label));
};

/** One text that names an output, read as an entry. */
export function entryOf(text: PlacedText, place: Place): WrittenEntry | null {
  const entry = parseContractEntry(text.text);
  if (!entry) return null;
  const part = (of: { start: number; end: number } | null): PlacedText | null => of && text.slice(of.start, of.end);
  return {
    place,
    name: text.slice(entry.name.start, entry.name.end),
    version: part(entry.version),
    source: part(entry.source),
    category: null,
    item: null,
  };
}

/** What fields such as `API version: 1.2` and `From: Phase 8` say of the thing they stand below. */
export interface EntryDetails {
  readonly version: PlacedText | null;
  readonly source: PlacedText | null;
  /** True where any field of an output stands there, be it its file. */
  readonly areThere: boolean;
}

export function detailsOf(document: MarkdownDocument, blocks: readonly Block[]): EntryDetails {
  let [version, source]: [PlacedText | null, PlacedText | null] = [null, null];
  let areThere = false;
  for (const text of blocks.flatMap((block) => linesOf(document.source, block))) {
    const label = LABEL.exec(text.text.slice(0, 100));
    const name = label ? normalizeName(label[1]!) : "";
    if (!label || !DETAIL.test(name)) continue;
    areThere = true;
    const value = text.slice(label[0].length);
    if (value.text.trim() === "") continue;
    if (/\bversion$/.test(name)) version ??= value;
    if (/^(?:from|source|provided by|produced by)$/.test(name)) source ??= value;
  }
  return { version, source, areThere };
}

function linesOf(source: SourceText, { node, anchor }: Block): PlacedText[] {
  if (node.type === "paragraph") return allLines(inlineText(source, anchor, node.children));
  if (node.type !== "list") return [];
  return node.children.flatMap((item: ListItem) =>
    item.children.flatMap((child) =>
      child.type === "paragraph" ? allLines(inlineText(source, anchor, child.children)) : [],
    ),
  );
}

function allLines(text: PlacedText): PlacedText[] {
  const lines: PlacedText[] = [];
  for (let at = 0; at <= text.text.length;) {
    const line = lineAt(text, at);
    lines.push(line);
    at += line.text.length + 1;
  }
  return lines;
}

function lineAt(text: PlacedText, from: number): PlacedText {
  const end = text.text.indexOf("\n", from);
  return text.slice(from, end < 0 ? text.text.length : end);
}
