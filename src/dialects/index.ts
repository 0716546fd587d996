import type { Declaration } from "../model/declaration.js";
import { breakingChanges } from "./breaking-changes.js";
import type { Dialect } from "./dialect.js";
import { fencedTimeline } from "./fenced-timeline.js";
import { headingFields } from "./heading-fields.js";
import { kiroTasks } from "./kiro-tasks.js";
import { listEntriesDialect } from "./list-entries.js";
import { phaseTable } from "./phase-table.js";
import type { MarkdownDocument } from "./shared/markdown-document.js";
import { specKit } from "./spec-kit.js";
import { tierGroups } from "./tier-groups.js";

export { createMarkdownParser } from "./shared/markdown-document.js";
export type { ParseMarkdown } from "./shared/markdown-document.js";

/** Every way of writing a plan that is read, by hand. */
export const dialects: readonly Dialect[] = [
  headingFields,
  phaseTable,
  tierGroups,
  specKit,
  kiroTasks,
  listEntriesDialect,
  fencedTimeline,
  breakingChanges,
];

/** All statements of the documents, in the order in which they stand there. */
export function readDeclarations(documents: readonly MarkdownDocument[]): readonly Declaration[] {
  return documents.flatMap((document) =>
    [...unread(document), ...dialects.flatMap((dialect) => [...dialect.read(document)])]
      .map((declaration, index) => ({ declaration, index }))
      .sort((a, b) => a.declaration.place.offset - b.declaration.place.offset || a.index - b.index)
      .map(({ declaration }) => declaration),
  );
}

const unread = (document: MarkdownDocument): readonly Declaration[] =>
  document.unread.map((place) => ({
    kind: "unread",
    place,
    reason: "This line is nested too deeply to be read; nothing in it counts.",
  }));
