import type { List, RootContent, Table } from "mdast";
import { parseDuration, unitNamedIn } from "../../grammar/duration.js";
import { sizeIn, sizeLengths, type SizeLength } from "../../grammar/size.js";
import type { Declaration, FactDeclaration, UnreadDeclaration } from "../../model/declaration.js";
import type { PlacedText } from "../../model/place.js";
import { inlineText } from "./inline-text.js";
import { cellText } from "./item-tables.js";
import type { Block, MarkdownDocument } from "./markdown-document.js";

const WITHOUT_LEGEND = "Sizes such as S, M and L are no lengths until the document says how long each is (S = 1 day).";
/** Only whether a length is stated matters here, not how many weeks it is. */
const ANY_WEEKS = { hour: 1, day: 1, week: 1, sprint: 1, month: 1, quarter: 1, year: 1 };

/**
 * Gives sizes (`Effort: M`) the lengths of the document's own legend; what they are without one, nobody knows, which is
 * said once.
 */
export function withSizes(document: MarkdownDocument, declarations: readonly Declaration[]): readonly Declaration[] {
  const sized = declarations.flatMap((one) => (one.kind === "item" ? one.facts.filter(isSize) : []));
  if (sized.length === 0) return declarations.map(withoutLegends);
  const legend = legendOf(document);
  const unknown = sized.find(({ text }) => !legend.has(sizeIn(text.text)!));
  const notice: UnreadDeclaration[] = unknown
    ? [{ kind: "unread", place: unknown.text.place, reason: WITHOUT_LEGEND }]
    : [];
  const read = declarations
    .map(withoutLegends)
    .map((one) =>
      one.kind === "item" && one.facts.some(isSize)
        ? { ...one, facts: one.facts.map((fact) => (isSize(fact) ? withLength(fact, legend) : fact)) }
        : one,
    );
  return [...read, ...notice];
}

const isSize = ({ fact, text }: FactDeclaration): boolean =>
  fact === "duration" && sizeIn(text.text) !== null && parseDuration(text.text, ANY_WEEKS).duration === null;

/** `Effort: S (1 day), M (3 days)` says what sizes are, not how long an item is. */
function withoutLegends(one: Declaration): Declaration {
  if (one.kind !== "item") return one;
  const facts = one.facts.filter(({ fact, text }) => fact !== "duration" || sizeLengths(text.text).length < 2);
  return facts.length < one.facts.length ? { ...one, facts } : one;
}

function withLength(fact: FactDeclaration, legend: ReadonlyMap<string, string>): FactDeclaration {
  const size = sizeIn(fact.text.text)!;
  const length = legend.get(size);
  if (length === undefined) return fact;
  const text: PlacedText = { text: `${size} = ${length}`, place: fact.text.place, slice: () => text };
  return { ...fact, text };
}

/** The lengths of sizes that are defined together, at least two; a size with two lengths has none. */
function legendOf(document: MarkdownDocument): ReadonlyMap<string, string> {
  const lengths = new Map<string, string | null>();
  for (const section of document.sections) {
    for (const block of section.blocks) {
      for (const group of groupsIn(document, block)) {
        if (new Set(group.map(({ size }) => size)).size < 2) continue;
        for (const { size, length } of group)
          lengths.set(size, (lengths.get(size) ?? length) === length && lengths.get(size) !== null ? length : null);
      }
    }
  }
  return new Map([...lengths].flatMap(([size, length]) => (length === null ? [] : [[size, length] as const])));
}

function groupsIn(document: MarkdownDocument, { node, anchor }: Block): readonly (readonly SizeLength[])[] {
  if (node.type === "paragraph") return linesOf(document, { node, anchor }).map(sizeLengths);
  if (node.type === "table") return [rowsOf(document, { node, anchor })];
  if (node.type !== "list") return [];
  const entries = entriesOf(document, { node, anchor });
  // A list of phases may give one size to each; a legend opens each entry with one.
  const opened = entries.filter((line) => sizeIn(/^[^=:(\u2248\u2192\u2010-\u2015-]{0,40}/u.exec(line)![0].trim()));
  return [opened.flatMap((line) => sizeLengths(line).slice(0, 1)), ...entries.map(sizeLengths)];
}

function entriesOf(document: MarkdownDocument, { node, anchor }: Block<List>): readonly string[] {
  return node.children.flatMap((item) => {
    const first = item.children[0];
    return first?.type === "paragraph" ? linesOf(document, { node: first, anchor }) : [];
  });
}

function linesOf(document: MarkdownDocument, { node, anchor }: Block<RootContent>): readonly string[] {
  return "children" in node ? inlineText(document.source, anchor, node.children).text.split("\n") : [];
}

/** Rows that open with a size and have a length, or a number below a unit, in another cell. */
function rowsOf(document: MarkdownDocument, block: Block<Table>): readonly SizeLength[] {
  const [head, ...body] = block.node.children.map((row) =>
    row.children.map((cell) => cellText(document, block, cell).text.trim()),
  );
  return body.flatMap(([first = "", ...cells]) => {
    const size = sizeIn(first);
    if (size === null) return [];
    const lengths = cells.flatMap((cell, index) => lengthIn(cell, head![index + 1] ?? ""));
    return lengths.length > 0 ? [{ size, length: lengths[0]! }] : [];
  });
}

function lengthIn(cell: string, head: string): readonly string[] {
  if (cell.length > 60) return [];
  if (parseDuration(cell, ANY_WEEKS).duration) return [cell];
  const unit = unitNamedIn(head);
  return unit && parseDuration(cell, ANY_WEEKS, unit).duration ? [`${cell} ${unit}s`] : [];
}
