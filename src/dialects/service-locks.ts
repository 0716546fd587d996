import type { Table } from "mdast";
import type { Declaration, LockDeclaration } from "../model/declaration.js";
import type { Dialect } from "./dialect.js";
import { columnTable, headsOf } from "./shared/column-rows.js";
import { isBelowHeading } from "./shared/headings-above.js";
import type { Block, MarkdownDocument } from "./shared/markdown-document.js";

type Column = Exclude<keyof LockDeclaration, "kind" | "place" | "mention"> | "other";

const HEADS = headsOf<Column>({
  service: ["service", "services", "service name"],
  lockedBy: ["locked by", "lock holder", "lock owner", "holder", "phase", "by"],
  state: ["lock status", "lock state", "status", "state"],
  from: ["from", "locked from", "locked since", "since", "start", "lock start", "starts"],
  until: ["until", "locked until", "to", "end", "lock end", "ends", "expected unlock"],
  other: ["change", "announced", "effective", "owner phase", "current version"],
});

/** `| Service | Locked by | From | Until |`. */
export const serviceLocks: Dialect = {
  name: "service-locks",
  sign: /\|/,
  *read(document): Iterable<Declaration> {
    for (const section of document.sections) {
      if (isBelowHeading(section, /\b(?:history|past|former|released|example)\b/i)) continue;
      const isAboutLocks = isBelowHeading(section, /\block(?:s|ed|ing)?\b/i);
      for (const block of section.blocks)
        if (block.node.type === "table") yield* readTable(document, block as Block<Table>, isAboutLocks);
    }
  },
};

function* readTable(document: MarkdownDocument, block: Block<Table>, isAboutLocks: boolean): Iterable<LockDeclaration> {
  const [head] = block.node.children;
  if (!head) return;
  const { columns, rows } = columnTable(document, block, HEADS);
  const hasPeriod = columns.has("from") || columns.has("until");
  if (!columns.has("service") || !columns.has("lockedBy") || !hasPeriod || columns.has("other")) return;
  if (!isAboutLocks && !saysLocked(document, block)) return;
  for (const row of rows) {
    const service = row.cell("service");
    if (!service) continue;
    yield {
      kind: "lock",
      place: row.place,
      mention: "row",
      service,
      lockedBy: row.cell("lockedBy"),
      state: row.cell("state"),
      from: row.cell("from"),
      until: row.cell("until"),
    };
  }
}

/** One of the heads says what the table is about. */
const saysLocked = (document: MarkdownDocument, block: Block<Table>): boolean =>
  columnTable(document, block, LOCK_WORDS).columns.size > 0;

const LOCK_WORDS = headsOf({
  locked: [
    "locked by",
    "lock holder",
    "lock owner",
    "locked from",
    "locked since",
    "locked until",
    "lock start",
    "lock end",
  ],
});
