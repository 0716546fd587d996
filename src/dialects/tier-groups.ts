import type { List, Paragraph, RootContent, Table } from "mdast";
import { parseTierHeading } from "../grammar/tier.js";
import type { Declaration, FactDeclaration, ItemDeclaration, ItemName } from "../model/declaration.js";
import type { Place, PlacedText } from "../model/place.js";
import type { Dialect } from "./dialect.js";
import { declareItem } from "./shared/declare-item.js";
import { inlineText } from "./shared/inline-text.js";
import type { ItemTitle } from "./shared/item-title.js";
import { readItemTable } from "./shared/item-tables.js";
import { listEntries } from "./shared/list-entries.js";
import type { Block, MarkdownDocument, Section } from "./shared/markdown-document.js";
import { enclosingItem, parentName, sectionItems } from "./shared/section-items.js";

/**
 * `### Tier 1: Independent features` (or `Wave 2`, as a heading or a bold line) with the phases below it as bullets,
 * rows or headings. Says only which tier they are in; what else stands there is for the other dialects.
 */
export const tierGroups: Dialect = {
  name: "tier-groups",
  sign: /tier|wave/i,
  *read(document): Iterable<Declaration> {
    const items = sectionItems(document);
    const groupOf = new Map<Section, FactDeclaration | null>();
    for (const section of document.sections) {
      const opened = section.heading && tierFact(section.heading);
      const heading = opened ?? (section.parent ? (groupOf.get(section.parent) ?? null) : null);
      groupOf.set(section, heading);
      const item = items.get(section);
      if (item && heading && item.section !== section.parent) {
        yield member(item.title, section.heading!.place, "section", item.parent, heading);
      }
      let group = item ? null : heading;
      for (const block of section.blocks) {
        group = boldGroup(document, block) ?? group;
        if (group) yield* members(document, section, block, group);
      }
    }
  },
};

function tierFact(text: PlacedText): FactDeclaration | null {
  return parseTierHeading(text.text) && { fact: "tier", text, evidence: "explicit", isShared: true };
}

/** A paragraph that is one bold line opens a group as a heading would. */
function boldGroup(document: MarkdownDocument, { node, anchor }: Block): FactDeclaration | null {
  if (node.type !== "paragraph" || !isOneBoldLine(node)) return null;
  return tierFact(inlineText(document.source, anchor, node.children));
}

const isOneBoldLine = (node: Paragraph): boolean => {
  const [first, ...rest] = node.children;
  return first?.type === "strong" && rest.every((child) => child.type === "text" && !/[\p{L}\p{N}]/u.test(child.value));
};

function* members(
  document: MarkdownDocument,
  section: Section,
  block: Block<RootContent>,
  group: FactDeclaration,
): Iterable<ItemDeclaration> {
  const enclosing = enclosingItem(sectionItems(document), section);
  if (block.node.type === "list") {
    for (const { title, text } of listEntries(document, block as Block<List>))
      yield member(title, text.place, "entry", parentName(enclosing, title), group);
  } else if (block.node.type === "table") {
    const table = readItemTable(document, section, block as Block<Table>);
    for (const row of table?.rows ?? []) yield { ...row, isDefinition: true, facts: [...row.facts, group] };
  }
}

function member(
  title: ItemTitle,
  place: Place,
  mention: ItemDeclaration["mention"],
  parent: ItemName | null,
  group: FactDeclaration,
): ItemDeclaration {
  return declareItem(title, {
    mention,
    place,
    parent,
    isDefinition: true,
    facts: [group],
    dialect: "tier-groups",
  });
}
