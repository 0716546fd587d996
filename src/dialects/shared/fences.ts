import type { Code, RootContent } from "mdast";
import { verbatimText, type InlineText } from "./inline-text.js";
import type { Block, MarkdownDocument, Section } from "./markdown-document.js";

/** Fenced code and what stands around it. */
export interface Fence {
  readonly section: Section;
  /** The language in lower case, or empty. */
  readonly language: string;
  /** Its lines without the fence itself. */
  readonly lines: readonly InlineText[];
  /** The paragraph right above it, if any. */
  readonly above: Block | null;
}

const known = new WeakMap<MarkdownDocument, readonly Fence[]>();

/** The fences of a document in order, those in lists included. Computed once a document. */
export function fencesOf(document: MarkdownDocument): readonly Fence[] {
  const before = known.get(document);
  if (before) return before;
  const mayHaveAny = /`{3}|~{3}/.test(document.source.text);
  const fences = mayHaveAny
    ? document.sections.flatMap((section) => [...fencesIn(document, section, section.blocks)])
    : [];
  known.set(document, fences);
  return fences;
}

function* fencesIn(document: MarkdownDocument, section: Section, blocks: readonly Block[]): Iterable<Fence> {
  let before: Block | null = null;
  for (const block of blocks) {
    const { node, anchor } = block;
    if (node.type === "code") {
      const lines = linesOf(document, anchor, node);
      const above = before?.node.type === "paragraph" ? before : null;
      if (lines) yield { section, language: (node.lang ?? "").toLowerCase(), lines, above };
    } else if (node.type === "list") {
      for (const item of node.children) {
        const inside = (item.children as RootContent[]).map((child) => ({ node: child, anchor }));
        yield* fencesIn(document, section, inside);
      }
    }
    before = block;
  }
}

/** Null for code that is only indented. */
function linesOf(document: MarkdownDocument, anchor: number, node: Code): readonly InlineText[] | null {
  const from = anchor + node.position!.start.offset!;
  const written = document.source.text.slice(from, anchor + node.position!.end.offset!);
  const mark = /^(?:`{3,}|~{3,})/.exec(written)?.[0];
  if (!mark) return null;
  const lines: InlineText[] = [];
  let at = 0;
  for (const line of written.split(/\r\n|\r|\n/)) {
    if (at > 0) lines.push(verbatimText(document.source, from + at, from + at + line.length));
    at += line.length + (written.startsWith("\r\n", at + line.length) ? 2 : 1);
  }
  if (lines.at(-1)?.text.trim().startsWith(mark)) lines.pop();
  return lines;
}

/** True for a fence that says of no program that it is for it. */
export const isPlainText = ({ language }: Fence): boolean => /^(?:text|txt|plain|plaintext)?$/.test(language);
