import type { Declaration, UnreadDeclaration } from "../model/declaration.js";
import { arrowChains } from "./arrow-chains.js";
import { backlogTask } from "./backlog-task.js";
import { breakingChanges } from "./breaking-changes.js";
import { contractDocuments } from "./contract-documents.js";
import { contractTables } from "./contract-tables.js";
import type { Dialect } from "./dialect.js";
import { fencedDependencies } from "./fenced-dependencies.js";
import { fencedTimeline } from "./fenced-timeline.js";
import { headingFields } from "./heading-fields.js";
import { integrationCheckpoints } from "./integration-checkpoints.js";
import { kiroTasks } from "./kiro-tasks.js";
import { listEntriesDialect } from "./list-entries.js";
import { lockMatrix } from "./lock-matrix.js";
import { mermaidFlowchart } from "./mermaid-flowchart.js";
import { mermaidGantt } from "./mermaid-gantt.js";
import { ownedServices } from "./owned-services.js";
import { phaseTable } from "./phase-table.js";
import { serviceLocks } from "./service-locks.js";
import { serviceRegistry } from "./service-registry.js";
import { DefinedItems } from "./shared/defined-items.js";
import { withGroups } from "./shared/group-references.js";
import { verbatimText } from "./shared/inline-text.js";
import type { MarkdownDocument } from "./shared/markdown-document.js";
import { NESTED_TOO_DEEPLY } from "./shared/nesting.js";
import { withSizes } from "./shared/size-legend.js";
import type { SourceText } from "./shared/source-text.js";
import { specKit } from "./spec-kit.js";
import { statedPaths } from "./stated-paths.js";
import { statedRelations } from "./stated-relations.js";
import { statedTotals } from "./stated-totals.js";
import { statedWindows } from "./stated-windows.js";
import { tierGroups } from "./tier-groups.js";
import { versionTable } from "./version-table.js";
import { weekHeadings } from "./week-headings.js";

export { lineKinds } from "./shared/line-kinds.js";
export { createMarkdownParser } from "./shared/markdown-document.js";
export type { MarkdownDocument, ParseMarkdown } from "./shared/markdown-document.js";

/** Those whose documents are about one item each: what else a document says is about the inside of that item. */
const whole: readonly Dialect[] = [contractDocuments, backlogTask];

/** Those that bring items into being. */
const defining: readonly Dialect[] = [headingFields, phaseTable, tierGroups, specKit, kiroTasks, listEntriesDialect];

/** Those that must know what the others define: they speak about these, or only count where there are none. */
const commenting: readonly Dialect[] = [
  weekHeadings,
  fencedTimeline,
  fencedDependencies,
  arrowChains,
  mermaidGantt,
  mermaidFlowchart,
  breakingChanges,
  versionTable,
  serviceRegistry,
  ownedServices,
  serviceLocks,
  lockMatrix,
  contractTables,
  integrationCheckpoints,
  statedTotals,
  statedWindows,
  statedPaths,
  statedRelations,
];

/** Every way of writing a plan that is read, by hand. */
export const dialects: readonly Dialect[] = [...whole, ...defining, ...commenting];

/** All statements of the documents, in the order in which they stand there. */
export function readDeclarations(documents: readonly MarkdownDocument[]): readonly Declaration[] {
  return documents.flatMap((document) =>
    [...unread(document), ...managed(document), ...withSizes(document, withGroups(readOne(document)))]
      .map((declaration, index) => ({ declaration, index }))
      .sort((a, b) => a.declaration.place.offset - b.declaration.place.offset || a.index - b.index)
      .map(({ declaration }) => declaration),
  );
}

function readOne(document: MarkdownDocument): readonly Declaration[] {
  const nothing = (): DefinedItems => new DefinedItems([]);
  const item = whole.flatMap((dialect) => [...dialect.read(document, nothing)]);
  if (item.length > 0) return item;
  const defined = speaking(defining, document).flatMap((dialect) => [...dialect.read(document, nothing)]);
  let known: DefinedItems | null = null;
  const elsewhere = (): DefinedItems => (known ??= new DefinedItems(defined));
  return [...defined, ...speaking(commenting, document).flatMap((dialect) => [...dialect.read(document, elsewhere)])];
}

const speaking = (dialects: readonly Dialect[], { source }: MarkdownDocument): readonly Dialect[] =>
  dialects.filter(({ sign }) => sign?.test(source.text) ?? true);

const unread = (document: MarkdownDocument): readonly UnreadDeclaration[] => [
  ...repaired(document.source),
  ...document.unread.map((place) => ({
    kind: "unread" as const,
    place,
    reason: NESTED_TOO_DEEPLY,
  })),
];

function repaired({ repair, damage, path }: SourceText): UnreadDeclaration[] {
  if (!repair || !damage) return [];
  const { repairs, first, takenFor } = repair;
  const others = repairs === 1 ? "" : `, and ${repairs - 1} more like it in this document`;
  const reason =
    `${JSON.stringify(first.written)} is read as ${JSON.stringify(first.meant)}${others}: it is UTF-8 that was taken for ${takenFor}. ` +
    `Restore ${path} from a sound copy, or write these characters anew.`;
  return [{ kind: "unread", place: damage, reason }];
}

const managed = ({ source, managed: marked }: MarkdownDocument): readonly Declaration[] =>
  marked.map(({ name, mark, content, fault, lineBreak }) => ({
    kind: "managed-section",
    name,
    place: source.place(mark.start, mark.end),
    content: content && verbatimText(source, content.start, content.end),
    fault,
    lineBreak,
  }));
