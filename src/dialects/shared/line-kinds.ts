import type { RootContent } from "mdast";
import type { LineKind } from "../../model/explanation.js";
import type { Block, MarkdownDocument } from "./markdown-document.js";
import { splitSections } from "./split-sections.js";

/** The text of every line and what it is to a reader of Markdown, the first line first. */
export function lineKinds(document: MarkdownDocument): readonly { readonly text: string; readonly kind: LineKind }[] {
  const { text } = document.source;
  const lines = text.split(/\r\n|\r|\n/);
  const kinds = lines.map((line): LineKind => (/^[\s\uFEFF]*$/.test(line) ? "blank" : "prose"));
  const mark = (from: number, to: number, kind: LineKind) => {
    const { line, endLine } = document.source.place(from, to);
    for (let at = line; at <= endLine; at++) if (kinds[at - 1] !== undefined) kinds[at - 1] = kind;
  };
  const frontMatter = splitSections(text)[0]?.start ?? text.length;
  if (frontMatter > 1) mark(0, frontMatter - 1, "front-matter");
  for (const { heading, blocks } of document.sections) {
    if (heading) mark(heading.place.offset, heading.place.endOffset, "heading");
    for (const block of blocks) markBlock(block, mark, text);
  }
  for (const { offset, endOffset } of document.unread) mark(offset, endOffset, "too-deep");
  return lines.map((line, index) => ({ text: line, kind: kinds[index]! }));
}

type Mark = (from: number, to: number, kind: LineKind) => void;

/** Blocks inside others come after these, so that the innermost one has the last word. */
function markBlock({ node, anchor }: Block, mark: Mark, source: string): void {
  if (!node.position) return;
  const start = anchor + node.position.start.offset!;
  const end = anchor + node.position.end.offset!;
  switch (node.type) {
    case "heading":
      return mark(start, end, "heading");
    case "html":
      return mark(start, end, node.value.trimStart().startsWith("<!--") ? "comment" : "html");
    case "code":
      return mark(start, end, /^[`~]{3}/.test(source.slice(start, start + 3)) ? "fence" : "indented-code");
    case "thematicBreak":
      return mark(start, end, "rule");
    case "definition":
    case "footnoteDefinition":
      return mark(start, end, "definition");
    case "table":
      mark(start, end, "table-rule");
      node.children.forEach((row, index) =>
        mark(
          anchor + row.position!.start.offset!,
          anchor + row.position!.end.offset!,
          index === 0 ? "table-head" : "table-row",
        ),
      );
      return;
    case "blockquote":
      return mark(start, end, "quote");
    case "list":
      for (const item of node.children) {
        mark(anchor + item.position!.start.offset!, anchor + item.position!.end.offset!, "list");
        for (const child of item.children as RootContent[])
          if (child.type !== "paragraph") markBlock({ node: child, anchor }, mark, source);
      }
      return;
    default:
      return; // prose, as every line is at first
  }
}
