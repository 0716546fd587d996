import type { Root } from "mdast";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import { remark } from "remark";

/**
 * The parser of record: CommonMark with GitHub's tables, check boxes, footnotes and struck-through text. Links made of
 * bare addresses are left out: nobody here needs their targets, the text is the same without, and looking for them at
 * every letter takes a time that grows with the square of a long line.
 */
export function createParserOfRecord(): (markdown: string) => Root {
  const processor = remark()
    .use(function () {
      const data = this.data();
      data.micromarkExtensions = [
        gfmFootnote(),
        gfmStrikethrough({ singleTilde: false }),
        gfmTable(),
        gfmTaskListItem(),
      ];
      data.fromMarkdownExtensions = [
        gfmFootnoteFromMarkdown(),
        gfmStrikethroughFromMarkdown(),
        gfmTableFromMarkdown(),
        gfmTaskListItemFromMarkdown(),
      ];
    })
    .freeze();
  return (markdown) => processor.parse(markdown);
}
