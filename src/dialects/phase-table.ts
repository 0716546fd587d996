import type { Table } from "mdast";
import type { Declaration } from "../model/declaration.js";
import type { Dialect } from "./dialect.js";
import { contractSideOfSection } from "./shared/contract-sections.js";
import { readItemTable } from "./shared/item-tables.js";
import type { Block } from "./shared/markdown-document.js";

/** `| 18 | Guest-cabin | Tier 2 | Phase 14 + Phase 8 identity | 7 weeks |` under the usual heads. */
export const phaseTable: Dialect = {
  name: "phase-table",
  sign: /\|/,
  *read(document): Iterable<Declaration> {
    for (const section of document.sections) {
      if (contractSideOfSection(section)) continue;
      for (const block of section.blocks) {
        if (block.node.type !== "table") continue;
        const table = readItemTable(document, section, block as Block<Table>);
        if (table) yield* table.rows;
      }
    }
  },
};
