import type { Table, TableRow } from "mdast";
import { normalizeName } from "../grammar/field-name.js";
import { parseLockState } from "../grammar/lock-state.js";
import type { Declaration, LockDeclaration } from "../model/declaration.js";
import type { Dialect } from "./dialect.js";
import { cellText } from "./shared/item-tables.js";
import { namedTitle } from "./shared/item-title.js";
import type { InlineText } from "./shared/inline-text.js";
import type { Block, MarkdownDocument } from "./shared/markdown-document.js";

/** A table of services by phases, with `🔒`, `🔓`, `MODIFYING` or `CREATING` in its cells. */
export const lockMatrix: Dialect = {
  name: "lock-matrix",
  sign: /\|/,
  *read(document): Iterable<Declaration> {
    for (const section of document.sections) {
      for (const block of section.blocks)
        if (block.node.type === "table") yield* readTable(document, block as Block<Table>);
    }
  },
};

/** The heads that name a phase, by column. */
type PhaseHeads = ReadonlyMap<number, InlineText>;

function* readTable(document: MarkdownDocument, block: Block<Table>): Iterable<LockDeclaration> {
  const [head, ...body] = block.node.children;
  const first = head?.children[0];
  if (!first || !/^services?$/.test(normalizeName(cellText(document, block, first).text))) return;
  const phases = new Map(
    head.children
      .map((cell, index) => [index, cellText(document, block, cell)] as const)
      .filter(([index, name]) => index > 0 && namedTitle(name) !== null),
  );
  for (const row of phases.size === 0 ? [] : body) yield* readRow(document, block, row, phases);
}

function* readRow(
  document: MarkdownDocument,
  block: Block<Table>,
  row: TableRow,
  phases: PhaseHeads,
): Iterable<LockDeclaration> {
  const [first, ...cells] = row.children;
  const service = first && cellText(document, block, first);
  if (!service || service.text.trim() === "") return;
  for (const [index, cell] of cells.entries()) {
    const lockedBy = phases.get(index + 1);
    if (!lockedBy) continue;
    const state = cellText(document, block, cell);
    const said = parseLockState(state.text);
    if (said === null || said === "unlocked") continue;
    yield { kind: "lock", place: state.place, mention: "cell", service, lockedBy, state, from: null, until: null };
  }
}
