import type { List, RootContent } from "mdast";
import { parseArrowChains } from "../grammar/arrow-chain.js";
import type { Declaration, ItemName } from "../model/declaration.js";
import type { PlacedText } from "../model/place.js";
import type { Dialect } from "./dialect.js";
import { claimOf } from "./shared/claim.js";
import type { DefinedItems } from "./shared/defined-items.js";
import { meaningAbove, meaningOf, meaningOfSection } from "./shared/dependency-label.js";
import { inlineText, verbatimText } from "./shared/inline-text.js";
import type { Block, MarkdownDocument } from "./shared/markdown-document.js";
import { isHypotheticalSection, statementsOf } from "./shared/statements.js";

/** Fewer steps than this are a remark, not a path. */
const FEWEST_STEPS = 3;

/**
 * A critical path as somebody worked it out: `Critical path: 3.1 → 3.2 → 3.3` in a line or a fence, or a numbered list
 * right under the heading "Critical path".
 */
export const statedPaths: Dialect = {
  name: "stated-paths",
  sign: /critical/i,
  *read(document, known): Iterable<Declaration> {
    for (const { text, fence, section } of statementsOf(document)) {
      const label = /^[^\n:\u2192>]{1,80}:/.exec(text.text)?.[0] ?? "";
      const isCalledSo = fence
        ? meaningAbove(document, section, fence.above) === "critical-path"
        : meaningOf(label) === "critical-path";
      if (!isCalledSo) continue;
      for (const chain of parseArrowChains(text.text)) {
        // A step that names nothing leaves open what the path is.
        if (chain.some((span) => span === null)) continue;
        yield* path(
          text,
          namesIn(
            chain.map((span) => text.text.slice(span!.start, span!.end)),
            known(),
          ),
        );
      }
    }
    for (const section of document.sections) {
      const [first] = section.blocks;
      if (first?.node.type !== "list" || !first.node.ordered || isHypotheticalSection(section)) continue;
      if (!section.heading || meaningOfSection({ ...section, parent: null }) !== "critical-path") continue;
      const entries = entriesOf(document, first as Block<List>);
      if (entries.some(({ text }) => /[\u2192>]/.test(text))) continue;
      const start = first.anchor + first.node.position!.start.offset!;
      const end = first.anchor + first.node.position!.end.offset!;
      const steps = namesIn(
        entries.map(({ text }) => text),
        known(),
      );
      yield* path(verbatimText(document.source, start, end), steps);
    }
  },
};

function* path(text: PlacedText, steps: readonly (readonly ItemName[])[]): Iterable<Declaration> {
  if (steps.length < FEWEST_STEPS || steps.some((step) => step.length === 0)) return;
  yield claimOf({ claim: "critical-path", text, steps });
}

function entriesOf(document: MarkdownDocument, { node, anchor }: Block<List>): readonly PlacedText[] {
  return node.children.flatMap((item) =>
    (item.children as RootContent[])
      .slice(0, 1)
      .flatMap((child) => (child.type === "paragraph" ? [inlineText(document.source, anchor, child.children)] : [])),
  );
}

/** The items of each step; `Phase 1 → 2 → 3` gives its word once. */
function namesIn(steps: readonly string[], known: DefinedItems): readonly (readonly ItemName[])[] {
  let word = "";
  return steps.map((step) => {
    const opened = known.openedBy(step);
    const listed = known.listedIn(/^\d/.test(step) && word !== "" ? `${word} ${step}` : step);
    const items = listed.length > 0 ? listed : opened ? [opened] : [];
    word = items[0]?.word ?? word;
    return items;
  });
}
