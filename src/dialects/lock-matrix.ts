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
  *read(document): Iterable<Declaration> {
    for (const section of document.sections) {
      for (const block of section.blocks)
        if (block.node.type === "table") yield* readTable(document, block as Block<Table>);
    }
  },
};

interface PhaseColumn {
  readonly index: number;
  /** The id with its word, as the head names the phase. */
  readonly name: InlineText;
}

function* readTable(document: MarkdownDocument, block: Block<Table>): Iterable<LockDeclaration> {
  const [head, ...body] = block.node.children;
  const first = head?.children[0];
  if (!first || !/^services?$/.test(normalizeName(cellText(document, block, first).text))) return;
  const phases = head.children.flatMap((cell, index): PhaseColumn[] => {
    const name = cellText(document, block, cell);
    return index > 0 && namedTitle(name) ? [{ index, name }] : [];
  });
  for (const row of phases.length === 0 ? [] : body) yield* readRow(document, block, row, phases);
}

function* readRow(
  document: MarkdownDocument,
  block: Block<Table>,
  row: TableRow,
  phases: readonly PhaseColumn[],
): Iterable<LockDeclaration> {
  const name = row.children[0] && cellText(document, block, row.children[0]);
  if (!name || name.text.trim() === "") return;
  for (const { index, name: lockedBy } of phases) {
    const state = row.children[index] && cellText(document, block, row.children[index]);
    const said = state && parseLockState(state.text);
    if (!state || said === null || said === "unlocked") continue;
    yield {
      kind: "lock",
      place: state.place,
      mention: "cell",
      service: name,
      lockedBy,
      state,
      from: null,
      until: null,
    };
  }
}
