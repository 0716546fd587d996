import type { List, RootContent } from "mdast";
import type { Declaration, ItemName } from "../model/declaration.js";
import type { PlacedText } from "../model/place.js";
import type { Dialect } from "./dialect.js";
import { claimOf } from "./shared/claim.js";
import type { DefinedItems } from "./shared/defined-items.js";
import { inlineText } from "./shared/inline-text.js";
import { listEntries } from "./shared/list-entries.js";
import type { Block, MarkdownDocument } from "./shared/markdown-document.js";
import { enclosingItem, sectionItems } from "./shared/section-items.js";
import { isHypothetical, isHypotheticalSection } from "./shared/statements.js";

/** `Why Tier 0: Blocks Phases 13, 14`; a field `Blocks:` is a statement of dependencies and is read as one. */
const BLOCKS = /^[^:\n]{1,40}:[ \t]{0,3}blocks[ \t]{1,3}(?=phases?|tasks?|[A-Z]|\d)/iu;
const LONGEST = 400;

/** What an item's own lines say of others in prose: that it blocks them. */
export const statedRelations: Dialect = {
  name: "stated-relations",
  sign: /blocks/i,
  *read(document, known): Iterable<Declaration> {
    const items = sectionItems(document);
    for (const section of document.sections) {
      if (isHypotheticalSection(section)) continue;
      const enclosing = enclosingItem(items, section);
      for (const block of section.blocks) {
        if (enclosing) {
          const { id, word } = enclosing.title;
          yield* readBelow(document, block.anchor, [block.node], { id, word, parent: enclosing.parent }, known);
        } else if (block.node.type === "list") {
          for (const { item, anchor, title } of listEntries(document, block as Block<List>)) {
            const below = (item.children as RootContent[]).slice(1);
            yield* readBelow(document, anchor, below, { id: title.id, word: title.word, parent: null }, known);
          }
        }
      }
    }
  },
};

function* readBelow(
  document: MarkdownDocument,
  anchor: number,
  nodes: readonly RootContent[],
  subject: ItemName,
  known: () => DefinedItems,
): Iterable<Declaration> {
  for (const text of linesBelow(document, anchor, nodes)) {
    const match = BLOCKS.exec(text.text);
    if (!match || isHypothetical(text.text)) continue;
    const named = known().listedIn(/^[^.;(]{0,300}/.exec(text.text.slice(match[0].length))![0]);
    if (named.length > 0) yield claimOf({ claim: "blocks", text, subject, steps: named.map((item) => [item]) });
  }
}

function* linesBelow(document: MarkdownDocument, anchor: number, nodes: readonly RootContent[]): Iterable<PlacedText> {
  for (const node of nodes) {
    if (node.type === "list") {
      for (const item of node.children) yield* linesBelow(document, anchor, item.children);
    }
    if (node.type !== "paragraph") continue;
    const text = inlineText(document.source, anchor, node.children);
    let start = 0;
    for (const line of text.text.split("\n")) {
      if (line.length <= LONGEST) yield text.slice(start, start + line.length);
      start += line.length + 1;
    }
  }
}
