import type { Table } from "mdast";
import type { BreakingChangeDeclaration, Declaration } from "../model/declaration.js";
import type { PlacedText } from "../model/place.js";
import type { Dialect } from "./dialect.js";
import { columnTable, headsOf, type ColumnRow } from "./shared/column-rows.js";
import { isBelowHeading } from "./shared/headings-above.js";
import type { Block, MarkdownDocument } from "./shared/markdown-document.js";

type Column = "service" | "version" | "nextVersion" | "breaking" | "migration";

const HEADS = headsOf<Column>({
  service: ["service", "services", "service name", "model", "contract"],
  version: ["current version", "version", "current"],
  nextVersion: ["next version", "new version", "target version", "next"],
  breaking: ["breaking changes", "breaking change", "breaking"],
  migration: ["migration required", "migration", "migration guide", "migration note"],
});

/** Not every hypothetical heading: a version history is none. */
const EXAMPLE = /\b(?:examples?|templates?|samples?)\b/i;
const PHASE = /^phase[ \t]{1,3}(\d{1,6}(?:\.\d{1,6}){0,3}|\p{L}{1,4}-?\d{1,6})(?![\p{L}\p{N}])/iu;
const NO = /^[^\p{L}\p{N}]{0,8}(?:no|none|n\/a)\b/iu;
/** `YES`, and all up to the change itself. */
const YES = /^[^\p{L}\p{N}]{0,8}(?:yes|true|breaking)\b[\s:,()\u2010-\u2015-]{0,8}/iu;

/** `| Service | Current Version | Next Version | Breaking Changes | Migration Required |`: the rows that say yes. */
export const versionTable: Dialect = {
  name: "version-table",
  sign: /breaking/i,
  *read(document): Iterable<Declaration> {
    for (const section of document.sections) {
      if (isBelowHeading(section, EXAMPLE)) continue;
      for (const block of section.blocks)
        if (block.node.type === "table") yield* readTable(document, block as Block<Table>);
    }
  },
};

function* readTable(document: MarkdownDocument, block: Block<Table>): Iterable<BreakingChangeDeclaration> {
  const { columns, rows } = columnTable(document, block, HEADS);
  if (!columns.has("service") || !columns.has("nextVersion") || !columns.has("breaking")) return;
  for (const row of rows) yield* readRow(row);
}

function* readRow(row: ColumnRow<Column>): Iterable<BreakingChangeDeclaration> {
  const [subject, breaking] = [row.cell("service"), row.cell("breaking")];
  if (!subject || !breaking || !YES.test(breaking.text)) return;
  const migration = withoutYes(row.cell("migration"));
  yield {
    kind: "breaking-change",
    about: "change",
    isAnnouncement: false,
    place: row.place,
    subject,
    change: withoutYes(breaking),
    version: row.cell("nextVersion"),
    versionNow: row.cell("version"),
    announced: null,
    effective: null,
    phase: migration && phaseIn(migration),
    affects: null,
    migration,
  };
}

function phaseIn(text: PlacedText): PlacedText | null {
  const named = PHASE.exec(text.text);
  return named && text.slice(named[0].length - named[1]!.length, named[0].length);
}

/** `userId → ferryId` of `YES (userId → ferryId)`; null where nothing but a yes or a no is written. */
function withoutYes(text: PlacedText | null): PlacedText | null {
  if (text === null || NO.test(text.text)) return null;
  const start = YES.exec(text.text)?.[0].length ?? 0;
  const said = text.text.trimEnd();
  const end = said.length - (start > 0 && said.endsWith(")") ? 1 : 0);
  return end > start ? text.slice(start, end) : null;
}
