import type { Table } from "mdast";
import type { ContractDeclaration, Declaration, ItemName } from "../model/declaration.js";
import type { Dialect } from "./dialect.js";
import { contractSideOfSection } from "./shared/contract-sections.js";
import { tableEntries } from "./shared/contract-entries.js";
import type { InlineText } from "./shared/inline-text.js";
import { namedTitle, numberedTitle, prefixedTitle } from "./shared/item-title.js";
import type { Block, MarkdownDocument, Section } from "./shared/markdown-document.js";
import { enclosingItem, nameOf, sectionItems } from "./shared/section-items.js";

/** Tables of a plan under `Output contracts` or `Input requirements`: of all phases, or of the one they stand below. */
export const contractTables: Dialect = {
  name: "contract-tables",
  sign: /\|/,
  *read(document): Iterable<Declaration> {
    for (const section of document.sections) {
      if (!section.blocks.some(({ node }) => node.type === "table")) continue;
      const side = contractSideOfSection(section);
      if (side) yield* readSection(document, section, side);
    }
  },
};

function* readSection(
  document: MarkdownDocument,
  section: Section,
  side: ContractDeclaration["side"],
): Iterable<ContractDeclaration> {
  const around = enclosingItem(sectionItems(document), section);
  for (const block of section.blocks) {
    if (block.node.type !== "table") continue;
    for (const { item, place, name, version, source, category } of tableEntries(document, block as Block<Table>)) {
      const owner = around ? nameOf(around) : item && itemNamed(item);
      // Below an item, a column of items says where a requirement comes from.
      const from = source ?? (around && side === "requirement" ? item : null);
      if (owner) yield { kind: "contract", side, place, owner, name, version, source: from, category };
    }
  }
}

function itemNamed(text: InlineText): ItemName | null {
  const title = namedTitle(text) ?? prefixedTitle(text) ?? numberedTitle(text);
  return title && { id: title.id, word: title.word, parent: null };
}
