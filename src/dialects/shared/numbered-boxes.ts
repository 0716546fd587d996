import type { List, ListItem, RootContent } from "mdast";
import { normalizeId } from "../../grammar/item-id.js";
import type { FactDeclaration } from "../../model/declaration.js";
import type { PlacedText } from "../../model/place.js";
import { boxText } from "./box-text.js";
import { inlineText } from "./inline-text.js";
import type { Block, MarkdownDocument, Section } from "./markdown-document.js";
import { enclosingItem, nameOf, sectionItems } from "./section-items.js";

/** A check box whose text opens with a number: `- [ ] 12. Title`, `- [x] 2.3 Title`. */
export interface NumberedBox {
  readonly item: ListItem;
  readonly anchor: number;
  readonly section: Section;
  readonly id: string;
  readonly idText: PlacedText;
  /** The entry's first paragraph. */
  readonly text: PlacedText;
  /** What follows the number. */
  readonly rest: PlacedText;
  /** `[x]`, `[ ]`, or the words for a box that Markdown does not know (`[-]`). */
  readonly box: PlacedText;
}

/** The numbered check boxes of a document that is written in them. */
export interface NumberedBoxes {
  readonly boxes: readonly NumberedBox[];
  /** True when the numbers run on through the headings, so that these only part the list. */
  readonly headingsAreGroups: boolean;
}

/** A box that Markdown does not know: `[ ]*` is optional, `[-]` and `[~]` are under way. */
const OWN_BOX = /^\[([ xX~-])\]\*?[ \t]{1,4}(?=\S)/;
/** A whole number needs its point: `[ ] 3 agents run` is no item. */
const NUMBER = /^(\d{1,3}(?=[.):][ \t])|\d{1,3}(?:\.\d{1,3}){1,3})[.):]?[ \t]{1,4}(?=\S)/;

/** Facts that make a heading above such a list an item itself. */
const TELLING = new Set<FactDeclaration["fact"]>(["dependsOn", "blocks", "parallelWith", "tier", "duration", "window"]);

const known = new WeakMap<MarkdownDocument, NumberedBoxes | null>();

/** Null where most check boxes are not numbered, or where the numbers begin anew. Computed once a document. */
export function numberedBoxes(document: MarkdownDocument): NumberedBoxes | null {
  const before = known.get(document);
  if (before !== undefined) return before;
  const found = findBoxes(document);
  known.set(document, found);
  return found;
}

/** Without such a line there is nothing to find. */
const SIGN = /\[[ xX~-]\]\*?[ \t]+[*_`~]*\d/;

function findBoxes(document: MarkdownDocument): NumberedBoxes | null {
  if (!SIGN.test(document.source.text)) return null;
  const count = { all: 0 };
  const boxes = document.sections.flatMap((section) =>
    section.blocks.flatMap(({ node, anchor }) =>
      node.type === "list" ? boxesOf(document, section, { node, anchor }, count) : [],
    ),
  );
  const distinct = new Set(boxes.map(({ id }) => id)).size;
  if (boxes.length < 2 || boxes.length * 2 <= count.all || distinct < boxes.length * 0.9) return null;
  // A numbered checklist beside the phases is no plan of its own.
  const items = sectionItems(document);
  const inside = boxes.filter(({ section }) => enclosingItem(items, section) !== null).length;
  if (items.size > 0 && inside * 2 <= boxes.length) return null;
  return { boxes, headingsAreGroups: headingsAreGroups(document, boxes) };
}

function boxesOf(
  document: MarkdownDocument,
  section: Section,
  { node, anchor }: Block<List>,
  count: { all: number },
): NumberedBox[] {
  return node.children.flatMap((item): NumberedBox[] => {
    const [first] = item.children as RootContent[];
    const text = first?.type === "paragraph" ? inlineText(document.source, anchor, first.children) : null;
    const own = text && OWN_BOX.exec(text.text);
    const box = boxText(document.source, anchor, item) ?? (own ? ownBox(text.slice(0, 3), own[1]!) : null);
    if (box) count.all++;
    const after = text && (own ? text.slice(own[0].length) : text);
    const number = box && after && NUMBER.exec(after.text);
    const below = item.children.flatMap((child) =>
      child.type === "list" ? boxesOf(document, section, { node: child, anchor }, count) : [],
    );
    if (!number) return below;
    const idText = after.slice(0, number[1]!.length);
    const rest = after.slice(number[0].length);
    return [{ item, anchor, section, id: normalizeId(number[1]!), idText, text, rest, box }, ...below];
  });
}

function ownBox(at: PlacedText, mark: string): PlacedText {
  const text = /[~-]/.test(mark) ? "in progress" : `[${mark.toLowerCase()}]`;
  const placed: PlacedText = { text, place: at.place, slice: () => placed };
  return placed;
}

/**
 * `## Phase 2` above `8.`, `9.`, `10.` only parts the list; above `2.1`, `2.2` it is the item itself. A document that
 * states facts of its phases means them.
 */
function headingsAreGroups(document: MarkdownDocument, boxes: readonly NumberedBox[]): boolean {
  const items = sectionItems(document);
  if ([...items.values()].some(({ facts }) => facts.some(({ fact }) => TELLING.has(fact)))) return false;
  const outermost = boxes.filter(({ id }) => !id.includes("."));
  const grouped = outermost.filter(({ section }) => enclosingItem(items, section) !== null);
  const continuing = boxes.filter(({ id, section }) => {
    const item = enclosingItem(items, section);
    return item !== null && id.startsWith(`${nameOf(item).id}.`);
  });
  return grouped.length > 1 && continuing.length < boxes.length / 2;
}
