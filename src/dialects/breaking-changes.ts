import type { Table } from "mdast";
import { normalizeName } from "../grammar/field-name.js";
import type { BreakingChangeDeclaration, Declaration } from "../model/declaration.js";
import type { Dialect } from "./dialect.js";
import { cellText } from "./shared/item-tables.js";
import type { Block, MarkdownDocument, Section } from "./shared/markdown-document.js";

type Column = Exclude<keyof BreakingChangeDeclaration, "kind" | "place">;

const HEADS: Readonly<Record<Column, readonly string[]>> = {
  subject: ["service", "subject", "contract", "model", "api", "component", "interface"],
  change: ["change", "breaking change", "what", "what changes"],
  version: ["version", "versions"],
  announced: ["announced", "announced on", "announcement", "announcement date"],
  effective: ["effective", "effective on", "effective date", "takes effect", "effective from"],
  phase: ["phase", "in phase", "by phase"],
  affects: ["affects", "affected", "affected phases", "dependent phases"],
  migration: ["migration", "migration guide", "migration note"],
};
const COLUMN_OF = new Map(
  Object.entries(HEADS).flatMap(([column, heads]) => heads.map((head) => [head, column as Column] as const)),
);

/** The table under a heading "Breaking changes" (or with "breaking" in it), in the canonical columns. */
export const breakingChanges: Dialect = {
  name: "breaking-changes",
  *read(document): Iterable<Declaration> {
    for (const section of document.sections) {
      if (!isAboutBreakingChanges(section)) continue;
      for (const block of section.blocks)
        if (block.node.type === "table") yield* readTable(document, block as Block<Table>);
    }
  },
};

function isAboutBreakingChanges(section: Section): boolean {
  for (let at: Section | null = section; at; at = at.parent)
    if (/\bbreaking\b/i.test(at.heading?.text ?? "")) return true;
  return false;
}

function* readTable(document: MarkdownDocument, block: Block<Table>): Iterable<BreakingChangeDeclaration> {
  const [head, ...body] = block.node.children;
  if (!head) return;
  const columns = head.children.map(
    (cell) => COLUMN_OF.get(normalizeName(cellText(document, block, cell).text)) ?? null,
  );
  const has = (column: Column): boolean => columns.includes(column);
  if (!has("subject") || !(has("change") || has("announced") || has("effective") || has("version"))) return;
  for (const row of body) {
    const cells = new Map<Column, BreakingChangeDeclaration["subject"]>();
    row.children.forEach((cell, index) => {
      const column = columns[index];
      const text = cellText(document, block, cell);
      if (column && !cells.has(column) && !/^[\s\u2010-\u2015-]*$/.test(text.text)) cells.set(column, text);
    });
    if (cells.size === 0) continue;
    const start = block.anchor + row.position!.start.offset!;
    const end = block.anchor + row.position!.end.offset!;
    const cell = (column: Column): BreakingChangeDeclaration["subject"] => cells.get(column) ?? null;
    yield {
      kind: "breaking-change",
      place: document.source.place(start, end),
      subject: cell("subject"),
      change: cell("change"),
      version: cell("version"),
      announced: cell("announced"),
      effective: cell("effective"),
      phase: cell("phase"),
      affects: cell("affects"),
      migration: cell("migration"),
    };
  }
}
