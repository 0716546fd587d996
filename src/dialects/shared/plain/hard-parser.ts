import type { Nodes, PhrasingContent, Root, RootContent } from "mdast";
import type { Lines } from "./lines.js";
import type { Content } from "./plain-inline.js";

/** The parser of record, for what is not written plainly. */
export type Parse = (markdown: string) => Root;

/** The blocks of some whole lines, parsed on their own. */
export function parseLines(lines: Lines, parse: Parse, line: number, endLine: number): RootContent[] {
  const start = lines.start(line);
  return moved(parse(lines.text.slice(start, lines.end(endLine - 1))).children, { offset: start, line, column: 0 });
}

/** Inline content of part of one line, parsed on its own; null where that would read it differently. */
export function parseInline(lines: Lines, parse: Parse, { line, parts }: Content): PhrasingContent[] | null {
  const [part] = parts;
  if (part === undefined || parts.length > 1) return null;
  const written = lines.text.slice(part.start, part.end);
  // It could be taken for the end of the heading that we make of it.
  if (/[#\s]$/.test(written)) return null;
  const head = "# ";
  const [heading, ...rest] = parse(head + written).children;
  if (heading?.type !== "heading" || rest.length > 0) return null;
  const offset = part.start - head.length;
  return moved(heading.children, { offset, line, column: offset - lines.start(line) });
}

interface Move {
  readonly offset: number;
  readonly line: number;
  /** For what stands in the first line; the others begin where they began. */
  readonly column: number;
}

function moved<Node extends Nodes>(nodes: Node[], move: Move): Node[] {
  for (const node of nodes) {
    for (const point of [node.position!.start, node.position!.end]) {
      if (point.line === 1) point.column += move.column;
      point.line += move.line;
      point.offset = point.offset! + move.offset;
    }
    if ("children" in node) moved(node.children as Nodes[], move);
  }
  return nodes;
}
