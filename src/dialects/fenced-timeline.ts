import type { Code } from "mdast";
import { ITEM_WORD, itemLabel, itemWord, normalizeId, NUMBER_ID, PREFIXED_ID } from "../grammar/item-id.js";
import { parseWeekWindow } from "../grammar/week-window.js";
import type { Declaration, ItemDeclaration } from "../model/declaration.js";
import type { Dialect } from "./dialect.js";
import { verbatimText } from "./shared/inline-text.js";
import type { Block, MarkdownDocument } from "./shared/markdown-document.js";

const NAMED = new RegExp(
  `^[ \\t]{0,3}:[ \\t]{0,4}(${ITEM_WORD})[ \\t]{1,3}(${PREFIXED_ID}|${NUMBER_ID})(?![\\p{L}\\d]|\\.\\d|[ \\t]{0,2}[-\\u2010-\\u2015+&,])`,
  "iu",
);

/**
 * A fence without a language whose lines are `Week 13-16: Phase 13 (…)`. Fenced text brings no item into being; it
 * only lends a window to items that have no length of their own (`inferred`).
 */
export const fencedTimeline: Dialect = {
  name: "fenced-timeline",
  sign: /`{3}|~{3}/,
  *read(document): Iterable<Declaration> {
    for (const section of document.sections) {
      for (const block of section.blocks) {
        if (block.node.type === "code" && isPlainText(block.node)) yield* readFence(document, block as Block<Code>);
      }
    }
  },
};

const isPlainText = (node: Code): boolean => !node.lang || /^(?:text|txt|plain|plaintext)$/i.test(node.lang);

function* readFence(document: MarkdownDocument, { node, anchor }: Block<Code>): Iterable<ItemDeclaration> {
  const from = anchor + node.position!.start.offset!;
  const to = anchor + node.position!.end.offset!;
  let at = from;
  for (const line of document.source.text.slice(from, to).split("\n")) {
    const window = parseWeekWindow(line.slice(0, 300), 4);
    const isFirst = window && /^[ \t]*$/.test(line.slice(0, window.start));
    const named = isFirst && NAMED.exec(line.slice(window.end, window.end + 300));
    if (named) {
      const id = normalizeId(named[2]!);
      const word = itemWord(named[1]!);
      const idEnd = at + window.end + named[0].length;
      yield {
        kind: "item",
        mention: "timeline",
        id,
        word,
        label: itemLabel(word, id),
        title: null,
        place: document.source.place(at, at + line.trimEnd().length),
        idPlace: document.source.place(idEnd - named[2]!.length, idEnd),
        parent: null,
        isDefinition: false,
        facts: [
          {
            fact: "window",
            text: verbatimText(document.source, at + window.start, at + window.end),
            evidence: "inferred",
          },
        ],
        checkboxes: { count: 0, done: 0 },
        dialect: "fenced-timeline",
      };
    }
    at += line.length + 1;
  }
}
