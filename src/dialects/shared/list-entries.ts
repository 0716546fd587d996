import type { List, ListItem } from "mdast";
import { inlineText, openingLine, type InlineText } from "./inline-text.js";
import { namedTitle, prefixedTitle, type ItemTitle } from "./item-title.js";
import type { Block, MarkdownDocument } from "./markdown-document.js";

/** A list entry that opens with an item's name. */
export interface ListEntry {
  readonly item: ListItem;
  readonly anchor: number;
  /** The visible text of its first paragraph. */
  readonly text: InlineText;
  readonly title: ItemTitle;
}

/** The entries of a list, at any depth, that name an item. An entry below one that does belongs to that one. */
export function listEntries(document: MarkdownDocument, { node, anchor }: Block<List>): ListEntry[] {
  return node.children.flatMap((item): ListEntry[] => {
    const paragraph = item.children[0];
    if (paragraph?.type !== "paragraph") return [];
    const text = inlineText(document.source, anchor, paragraph.children);
    const line = openingLine(text);
    const title = namedTitle(line) ?? prefixedTitle(line);
    const below = item.children.flatMap((child) =>
      child.type === "list" ? listEntries(document, { node: child, anchor }) : [],
    );
    return title ? [{ item, anchor, text, title }, ...below] : below;
  });
}
