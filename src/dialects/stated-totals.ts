import type { Table } from "mdast";
import { unitNamedIn } from "../grammar/duration.js";
import { factOfField } from "../grammar/field-name.js";
import { parseDoneCount, parseTotal } from "../grammar/stated-length.js";
import type { ClaimDeclaration, Declaration, ItemName } from "../model/declaration.js";
import type { Dialect } from "./dialect.js";
import { claimOf } from "./shared/claim.js";
import type { DefinedItems } from "./shared/defined-items.js";
import type { Fence } from "./shared/fences.js";
import { cellText, readItemTable } from "./shared/item-tables.js";
import type { Block, MarkdownDocument, Section } from "./shared/markdown-document.js";
import { enclosingItem, sectionItems } from "./shared/section-items.js";
import { isHypotheticalSection, statementsOf } from "./shared/statements.js";

/** Headings under which a total is one of the plan. */
const ABOUT_PLAN =
  /\b(?:timelines?|schedul\w{1,4}|durations?|estimat\w{1,5}|efforts?|plans?|roadmap|execution|overview|summary|phases?|tiers?|waves?|parallel|sequential(?:ly)?|totals?|critical path|tasks?|work packages?|stages?|milestones?)\b/i;

/** `Days`, `Agent Hours`. */
const BARE_UNIT = /^(?:(?:agent|person)[ -])?(?:hours|days|weeks)$/i;

/**
 * `3 of 8 phases complete`, and `Total: 93 weeks` in the text, below a timeline in a fence, or as the last row of a table of items. A total below an
 * item's heading is about that item and is left alone.
 */
export const statedTotals: Dialect = {
  name: "stated-totals",
  sign: /total|complete|done|finished/i,
  *read(document, known): Iterable<Declaration> {
    const items = sectionItems(document);
    const summedUp = new Set<Fence>();
    for (const { text, section, fence } of statementsOf(document)) {
      const count = fence ? null : parseDoneCount(text.text);
      if (count) yield claimOf({ claim: "phases-done", text, value: text.slice(count.start, count.end) });
      const total = parseTotal(text.text);
      if (!total || enclosingItem(items, section)) continue;
      if (!fence && !isAboutPlan(section)) continue;
      // Of several totals in one fence nobody knows which lines each sums up.
      if (fence && summedUp.has(fence)) continue;
      if (fence) summedUp.add(fence);
      const steps = fence && namedIn(fence, known());
      // A total under a list of other things sums up those.
      if (fence && steps!.length < 2) continue;
      const { start, end, unit, isApproximate } = total;
      const mode = modeOf(text.text.slice(end), section);
      yield claimOf({ claim: "total", text, value: text.slice(start, end), unit, isApproximate, mode, steps });
    }
    for (const section of document.sections) {
      if (isHypotheticalSection(section)) continue;
      for (const block of section.blocks)
        if (block.node.type === "table") yield* readTable(document, section, block as Block<Table>);
    }
  },
};

/** A document's title names the plan whatever stands below it; the headings under it say what they are about. */
function isAboutPlan(section: Section): boolean {
  if (section.depth <= 1) return true;
  for (let at: Section | null = section; at && at.depth > 1; at = at.parent)
    if (ABOUT_PLAN.test(at.heading?.text ?? "")) return true;
  return false;
}

/** `Phase 13 (4 weeks)` or `Week 13-16: Phase 13` in the lines of a fence. */
function namedIn({ lines }: Fence, known: DefinedItems): readonly (readonly ItemName[])[] {
  const found = new Set(
    lines.flatMap(({ text }) => {
      const line = text.trim();
      return (
        known.openedBy(line) ?? known.openedBy(line.replace(/^weeks?[ \t\d\u2010-\u2015-]{1,20}:[ \t]{0,9}/i, "")) ?? []
      );
    }),
  );
  return [...found].map((item) => [item]);
}

function modeOf(behind: string, section: Section): ClaimDeclaration["mode"] {
  const own = modeIn(behind);
  if (own) return own;
  for (let at: Section | null = section; at; at = at.parent) {
    const mode = at.heading && modeIn(at.heading.text);
    if (mode) return mode;
  }
  return null;
}

function modeIn(words: string): ClaimDeclaration["mode"] {
  const isSequential = /\b(?:sequential(?:ly)?|one after (?:the other|another)|serial(?:ly)?)\b/i.test(words);
  const isParallel = /\b(?:parallel(?:ised|ized)?|concurrent(?:ly)?|side by side)\b/i.test(words);
  return isSequential === isParallel ? null : isSequential ? "sequential" : "parallel";
}

function* readTable(document: MarkdownDocument, section: Section, block: Block<Table>): Iterable<ClaimDeclaration> {
  const [head, ...body] = block.node.children;
  const last = body.at(-1);
  if (!head || !last || !isTotalRow(document, block, last)) return;
  const table = readItemTable(document, section, block);
  if (!table?.statesFacts || table.rows.length < 2 || table.rows.length !== body.length - 1) return;
  for (const [column, cell] of head.children.entries()) {
    const title = cellText(document, block, cell).text;
    const value = last.children[column];
    const unit = unitNamedIn(title);
    if (!value || !unit || !(factOfField(title) === "duration" || BARE_UNIT.test(title.trim()))) continue;
    const text = cellText(document, block, value);
    if (!/^\d{1,5}(?:\.\d{1,3})?(?:[-\u2010-\u2015]\d{1,5}(?:\.\d{1,3})?)?$/.test(text.text)) continue;
    const steps = table.rows.map(({ id, word, parent }) => [{ id, word, parent }]);
    yield claimOf({ claim: "total", text, value: text, unit, mode: "sequential", steps });
  }
}

const isTotalRow = (document: MarkdownDocument, block: Block<Table>, row: Table["children"][number]): boolean =>
  row.children.some((cell) => /^(?:grand )?totals?:?$/i.test(cellText(document, block, cell).text.trim()));
