import type { RootContent } from "mdast";
import { findManagedSections, type MarkedSection } from "../../grammar/managed-section.js";
import type { SourceDocument } from "../../model/document.js";
import type { Place } from "../../model/place.js";
import { inlineText, type InlineText } from "./inline-text.js";
import { createParserOfRecord } from "./parser-of-record.js";
import { plainBlocks } from "./plain/plain-blocks.js";
import { SourceText } from "./source-text.js";
import { endOfFrontMatter, splitSections, type Piece, type Span } from "./split-sections.js";

/** A parsed document: its sections in order, each with the blocks between its heading and the next one. */
export interface MarkdownDocument {
  readonly source: SourceText;
  /** What stands before the Markdown, its marks included; null without front matter. */
  readonly frontMatter: Span | null;
  /** In document order; the first is what stands before any heading. */
  readonly sections: readonly Section[];
  /** Lines that are nested too deeply to be parsed. */
  readonly unread: readonly Place[];
  /** The parts that the program writes itself: they are in no section. */
  readonly managed: readonly MarkedSection[];
}

export interface Section {
  /** Null for what stands before the first heading. */
  readonly heading: InlineText | null;
  /** 0 without a heading, else 1 to 6. */
  readonly depth: number;
  readonly parent: Section | null;
  readonly blocks: readonly Block[];
}

/** A syntax tree node and the offset in the document that its own offsets count from. */
export interface Block<Node extends RootContent = RootContent> {
  readonly node: Node;
  readonly anchor: number;
}

/** Parses a document; places in the other revision say so. */
export type ParseMarkdown = (document: SourceDocument, revision?: "base") => MarkdownDocument;

/**
 * A parser that remembers the pieces it has seen: base and head of a change share nearly all their sections, and a
 * tree only knows offsets from the start of its own piece.
 */
export function createMarkdownParser(): ParseMarkdown {
  const parseHard = createParserOfRecord();
  const seen = new Map<string, readonly RootContent[]>();
  const parse = (piece: string): readonly RootContent[] => {
    const known = seen.get(piece);
    if (known) return known;
    const blocks = plainBlocks(piece, parseHard) ?? parseHard(piece).children;
    seen.set(piece, blocks);
    return blocks;
  };
  return (document, revision) => {
    const source = new SourceText(document, revision);
    const managed = findManagedSections(source.text);
    const text = withoutManaged(source.text, managed);
    const pieces = splitSections(text);
    const blocks = pieces.flatMap((piece) =>
      parse(parsableText(text, piece)).map((node) => ({ node, anchor: piece.start })),
    );
    const unread = pieces.flatMap(({ tooDeep }) => tooDeep.map(({ start, end }) => source.place(start, end)));
    return { source, frontMatter: frontMatterOf(text), sections: sectionsOf(source, blocks), unread, managed };
  };
}

function frontMatterOf(text: string): Span | null {
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  const end = endOfFrontMatter(text);
  return end > start ? { start, end } : null;
}

/** The text with what the program wrote into it left blank; offsets stay what they were. */
function withoutManaged(text: string, managed: readonly MarkedSection[]): string {
  let at = 0;
  let rest = "";
  for (const { content } of managed) {
    if (content === null) continue;
    rest += text.slice(at, content.start) + text.slice(content.start, content.end).replace(/[^\r\n]/g, " ");
    at = content.end;
  }
  return rest + text.slice(at);
}

/** The piece with the lines left blank that no parser should be asked to follow; offsets stay what they were. */
function parsableText(text: string, { start, end, tooDeep }: Piece): string {
  let at = start;
  let parsable = "";
  for (const line of tooDeep) {
    parsable += text.slice(at, line.start) + " ".repeat(line.end - line.start);
    at = line.end;
  }
  return parsable + text.slice(at, end);
}

function sectionsOf(source: SourceText, blocks: readonly Block[]): readonly Section[] {
  let blocksHere: Block[] = [];
  let current: Section = { heading: null, depth: 0, parent: null, blocks: blocksHere };
  const sections: Section[] = [current];
  for (const block of blocks) {
    const { node, anchor } = block;
    if (node.type !== "heading") {
      blocksHere.push(block);
      continue;
    }
    let parent: Section | null = current;
    while (parent && parent.depth >= node.depth) parent = parent.parent;
    blocksHere = [];
    current = { heading: inlineText(source, anchor, node.children), depth: node.depth, parent, blocks: blocksHere };
    sections.push(current);
  }
  return sections;
}
