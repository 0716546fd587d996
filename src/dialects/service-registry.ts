import type { Table } from "mdast";
import { parseLockState } from "../grammar/lock-state.js";
import type { Declaration, LockDeclaration, ServiceDeclaration } from "../model/declaration.js";
import type { Dialect } from "./dialect.js";
import { columnTable, headsOf, type ColumnRow, type ColumnTable } from "./shared/column-rows.js";
import { isBelowHeading } from "./shared/headings-above.js";
import type { Block, MarkdownDocument, Section } from "./shared/markdown-document.js";

type Column = Exclude<keyof ServiceDeclaration, "kind" | "place" | "mention"> | "lockState" | "lockedBy" | "other";

const HEADS = headsOf<Column>({
  service: ["service", "services", "service name"],
  owner: ["owner phase", "owner", "owned by", "owning phase"],
  version: ["current version", "version"],
  nextVersion: ["next version", "new version", "target version"],
  status: ["status", "state"],
  dependencies: ["dependencies", "depends on", "service dependencies"],
  dependents: ["dependent phases", "dependents", "used by", "consumers", "consuming phases"],
  lockState: ["lock status", "lock state", "lock", "locked"],
  lockedBy: ["locked by", "lock holder", "lock owner"],
  // Of tables about something that happens to services.
  other: ["change", "announced", "announced on", "effective", "effective on", "effective date", "from", "until"],
});
/** Columns that only a registry has. One of them may stand over a list of containers: a registry has two. */
const TELLING: readonly Column[] = ["owner", "version", "nextVersion", "dependents", "lockState", "lockedBy"];

/** `| Service | Owner Phase | Current Version | Status | Dependencies | Dependent Phases |`, with or without locks. */
export const serviceRegistry: Dialect = {
  name: "service-registry",
  sign: /\|/,
  *read(document): Iterable<Declaration> {
    for (const section of document.sections) {
      for (const block of section.blocks)
        if (block.node.type === "table") yield* readTable(document, section, block as Block<Table>);
    }
  },
};

function* readTable(
  document: MarkdownDocument,
  section: Section,
  block: Block<Table>,
): Iterable<ServiceDeclaration | LockDeclaration> {
  const table = columnTable(document, block, HEADS);
  if (!isRegistry(table, section)) return;
  for (const row of table.rows) {
    const service = row.cell("service");
    if (!service) continue;
    yield {
      kind: "service",
      place: row.place,
      mention: "row",
      service,
      owner: row.cell("owner"),
      version: row.cell("version"),
      nextVersion: row.cell("nextVersion"),
      status: row.cell("status"),
      dependencies: row.cell("dependencies"),
      dependents: row.cell("dependents"),
    };
    yield* lockOf(row, service);
  }
}

function isRegistry({ columns }: ColumnTable<Column>, section: Section): boolean {
  if (!columns.has("service") || columns.has("other")) return false;
  const telling = TELLING.filter((column) => columns.has(column)).length;
  return telling > 1 || (telling === 1 && isBelowHeading(section, /\bregistry\b/i));
}

function* lockOf(row: ColumnRow<Column>, service: ServiceDeclaration["service"]): Iterable<LockDeclaration> {
  const holder = row.cell("lockedBy");
  const said = row.cell("lockState") ?? row.cell("status");
  const state = said && parseLockState(said.text);
  if (state === "unlocked" || (!holder && (state === null || row.cell("lockState") === null))) return;
  const isNobody = holder !== null && /^(?:none|n\/a|nobody|no one)$/i.test(holder.text.trim());
  if (isNobody) return;
  const lockedBy = holder ?? row.cell("lockState");
  const place = (holder ?? said)!.place;
  yield { kind: "lock", place, mention: "row", service, lockedBy, state: state && said, from: null, until: null };
}
