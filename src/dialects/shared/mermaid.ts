import type { InlineText } from "./inline-text.js";
import { fencesOf, type Fence } from "./fences.js";
import type { MarkdownDocument } from "./markdown-document.js";

/** A Mermaid diagram: the lines below the one that names its kind. */
export interface Diagram {
  readonly fence: Fence;
  readonly lines: readonly InlineText[];
}

const KIND = /^\s{0,200}([a-z][a-z\d-]{2,40})(?=[\s;:]|$)/i;
const NOT_YET = new Set(["config", "title", "theme", "init", "look", "layout"]);

/** The diagrams of these kinds (`gantt`, `graph`), whatever directives, comments or front matter stand before. */
export function* diagramsOf(document: MarkdownDocument, kinds: ReadonlySet<string>): Iterable<Diagram> {
  for (const fence of fencesOf(document)) {
    if (!/^\{?mermaid\}?$/.test(fence.language)) continue;
    const first = fence.lines.findIndex((line) => isKindLine(line.text));
    const kind = first < 0 ? undefined : KIND.exec(fence.lines[first]!.text)?.[1];
    if (kind !== undefined && kinds.has(kind.toLowerCase())) yield { fence, lines: fence.lines.slice(first + 1) };
  }
}

function isKindLine(line: string): boolean {
  const word = KIND.exec(line)?.[1];
  return word !== undefined && !NOT_YET.has(word.toLowerCase()) && !/^\s{0,200}[\w-]{1,40}\s{0,9}:/.test(line);
}
