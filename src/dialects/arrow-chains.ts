import type { RootContent } from "mdast";
import { hasArrow, parseArrowChains } from "../grammar/arrow-chain.js";
import type { Declaration, ItemDeclaration } from "../model/declaration.js";
import type { PlacedText } from "../model/place.js";
import type { Dialect } from "./dialect.js";
import type { DefinedItem, DefinedItems } from "./shared/defined-items.js";
import { meaningAbove, meaningOf, meaningOfSection, type LabelMeaning } from "./shared/dependency-label.js";
import { fencesOf, isPlainText, type Fence } from "./shared/fences.js";
import { inlineText, verbatimText } from "./shared/inline-text.js";
import type { Block, MarkdownDocument } from "./shared/markdown-document.js";
import { passingMention } from "./shared/passing-mention.js";

const NAME = "arrow-chains";

/** What is read, and the items that it may speak about. */
interface Read {
  readonly document: MarkdownDocument;
  readonly known: () => DefinedItems;
}

const DRAWN =
  /[\u2502\u2503\u2514\u2515\u251c\u250c\u2510\u2518\u252c\u2534\u253c\u2551\u2554\u255a\u25bc\u2193]|^[ \t\r]{0,200}[|v^][ \t\r|v^/\\]{0,200}$/mu;

/**
 * Chains such as `A1 → A2 → B1` of items that the document defines elsewhere, under a heading or label that speaks of
 * dependencies or of the critical path. Drawings are not read.
 */
export const arrowChains: Dialect = {
  name: NAME,
  *read(document, known): Iterable<Declaration> {
    const from = { document, known };
    for (const fence of fencesOf(document)) if (isPlainText(fence)) yield* readFence(from, fence);
    if (!hasArrow(document.source.text)) return;
    for (const section of document.sections) {
      const meaning = meaningOfSection(section);
      let above: Block | null = null;
      for (const block of section.blocks) {
        if (block.node.type === "paragraph") yield* readText(from, textOf(document, block), meaning);
        const label = above?.node.type === "paragraph" ? meaningAbove(document, section, above) : meaning;
        if (block.node.type === "list") yield* readList(from, block, label);
        above = block;
      }
    }
  },
};

function* readList(from: Read, { node, anchor }: Block, meaning: LabelMeaning): Iterable<Declaration> {
  if (node.type !== "list") return;
  for (const item of node.children) {
    for (const child of item.children as RootContent[]) {
      const block = { node: child, anchor };
      if (child.type === "paragraph") yield* readText(from, textOf(from.document, block), meaning);
      yield* readList(from, block, meaning);
    }
  }
}

function* readFence(from: Read, { section, above, lines }: Fence): Iterable<Declaration> {
  const meaning = meaningAbove(from.document, section, above);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || (meaning !== "dependencies" && meaning !== "critical-path")) return;
  const { source } = from.document;
  const text = verbatimText(source, source.range(first.place)[0], source.range(last.place)[1]);
  if (!DRAWN.test(text.text)) {
    yield* readChains(from, text, meaning);
  } else if (lines.filter((line) => from.known().openedBy(line.text.replace(/^\W{1,200}/u, ""))).length > 1) {
    const reason = "This drawing is not read; only what lists, tables and fields say of its items counts.";
    yield { kind: "unread", place: text.place, reason };
  }
}

/** A label in the text itself (`**Critical path:** A → B`) says more than the headings above. */
function readText(from: Read, text: PlacedText, above: LabelMeaning): Iterable<Declaration> {
  const label = /^[^\n:\u2192>]{1,80}:/.exec(text.text)?.[0];
  const own = label === undefined ? "silent" : meaningOf(label);
  return readChains(from, text, own === "silent" ? above : own);
}

function* readChains({ known }: Read, text: PlacedText, meaning: LabelMeaning): Iterable<ItemDeclaration> {
  if (meaning !== "dependencies" && meaning !== "critical-path") return;
  for (const written of parseArrowChains(text.text)) {
    const elsewhere = known();
    const chain = written.map((span) => span && text.slice(span.start, span.end));
    const members = membersOf(chain, elsewhere);
    if (!isPlanned(members, chain) || (meaning === "critical-path" && isClaim(members))) continue;
    for (let at = 1; at < chain.length; at++) {
      const before = chain[at - 1];
      if (!before || members[at - 1]!.length === 0) continue;
      for (const item of members[at]!)
        yield passingMention(
          item,
          chain[at]!.place,
          [{ fact: "dependsOn", text: before, names: members[at - 1]!, evidence: "explicit" }],
          NAME,
        );
    }
  }
}

/** The items that each member names; `Phase 1 → 2 → 3` gives its word once. */
function membersOf(
  chain: readonly (PlacedText | null)[],
  elsewhere: DefinedItems,
): readonly (readonly DefinedItem[])[] {
  let word = "";
  return chain.map((member) => {
    if (!member) return [];
    const items = elsewhere.listedIn(/^\d/.test(member.text) && word !== "" ? `${word} ${member.text}` : member.text);
    word = items[0]?.word ?? word;
    return items;
  });
}

/**
 * Two numbers with an arrow may be versions, and a chain that runs back through the plan may mean "depends on": neither
 * is read.
 */
function isPlanned(members: readonly (readonly DefinedItem[])[], chain: readonly (PlacedText | null)[]): boolean {
  const pairs = members.flatMap((items, at) => {
    const before = members[at - 1]?.[0];
    return before && items[0] ? [{ before, after: items[0] }] : [];
  });
  if (pairs.length === 0 || pairs.every(({ before, after }) => after.order < before.order)) return false;
  return pairs.length > 1 || chain.some((member) => member !== null && /^\p{L}/u.test(member.text));
}

/** Where the items say themselves what they wait for, a critical path is what somebody made of that. */
function isClaim(members: readonly (readonly DefinedItem[])[]): boolean {
  const behind = members.slice(1).flat();
  return behind.filter(({ statesDependencies }) => statesDependencies).length * 2 >= behind.length;
}

const textOf = (document: MarkdownDocument, { node, anchor }: Block): PlacedText =>
  inlineText(document.source, anchor, node.type === "paragraph" ? node.children : []);
