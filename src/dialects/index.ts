import type { Declaration } from "../model/declaration.js";
import { arrowChains } from "./arrow-chains.js";
import { breakingChanges } from "./breaking-changes.js";
import type { Dialect } from "./dialect.js";
import { fencedDependencies } from "./fenced-dependencies.js";
import { fencedTimeline } from "./fenced-timeline.js";
import { headingFields } from "./heading-fields.js";
import { kiroTasks } from "./kiro-tasks.js";
import { listEntriesDialect } from "./list-entries.js";
import { mermaidFlowchart } from "./mermaid-flowchart.js";
import { mermaidGantt } from "./mermaid-gantt.js";
import { phaseTable } from "./phase-table.js";
import { DefinedItems } from "./shared/defined-items.js";
import { verbatimText } from "./shared/inline-text.js";
import type { MarkdownDocument } from "./shared/markdown-document.js";
import { specKit } from "./spec-kit.js";
import { statedPaths } from "./stated-paths.js";
import { statedRelations } from "./stated-relations.js";
import { statedTotals } from "./stated-totals.js";
import { statedWindows } from "./stated-windows.js";
import { tierGroups } from "./tier-groups.js";

export { createMarkdownParser } from "./shared/markdown-document.js";
export type { ParseMarkdown } from "./shared/markdown-document.js";

/** Those that bring items into being. */
const defining: readonly Dialect[] = [headingFields, phaseTable, tierGroups, specKit, kiroTasks, listEntriesDialect];

/** Those that speak about items, too, which the others define. */
const commenting: readonly Dialect[] = [
  fencedTimeline,
  fencedDependencies,
  arrowChains,
  mermaidGantt,
  mermaidFlowchart,
  breakingChanges,
  statedTotals,
  statedWindows,
  statedPaths,
  statedRelations,
];

/** Every way of writing a plan that is read, by hand. */
export const dialects: readonly Dialect[] = [...defining, ...commenting];

/** All statements of the documents, in the order in which they stand there. */
export function readDeclarations(documents: readonly MarkdownDocument[]): readonly Declaration[] {
  return documents.flatMap((document) =>
    [...unread(document), ...managed(document), ...readOne(document)]
      .map((declaration, index) => ({ declaration, index }))
      .sort((a, b) => a.declaration.place.offset - b.declaration.place.offset || a.index - b.index)
      .map(({ declaration }) => declaration),
  );
}

function readOne(document: MarkdownDocument): readonly Declaration[] {
  const defined = defining.flatMap((dialect) => [...dialect.read(document, () => new DefinedItems([]))]);
  let known: DefinedItems | null = null;
  const elsewhere = (): DefinedItems => (known ??= new DefinedItems(defined));
  return [...defined, ...commenting.flatMap((dialect) => [...dialect.read(document, elsewhere)])];
}

const unread = (document: MarkdownDocument): readonly Declaration[] =>
  document.unread.map((place) => ({
    kind: "unread",
    place,
    reason: "This line is nested too deeply to be read; nothing in it counts.",
  }));

const managed = ({ source, managed: marked }: MarkdownDocument): readonly Declaration[] =>
  marked.map(({ name, mark, content, fault, lineBreak }) => ({
    kind: "managed-section",
    name,
    place: source.place(mark.start, mark.end),
    content: content && verbatimText(source, content.start, content.end),
    fault,
    lineBreak,
  }));
