import type { TextSpan } from "./dependency-sentence.js";

/** A node as one place of a Mermaid flowchart writes it. */
export interface FlowchartNode {
  readonly id: string;
  /** `Phase 1: Setup` of `A[Phase 1: Setup]`; null where only the id is written. */
  readonly label: TextSpan | null;
}

/** An arrow: what it comes from is done first. */
export interface FlowchartArrow {
  readonly from: string;
  readonly to: string;
  readonly isDotted: boolean;
  readonly text: string | null;
}

export interface FlowchartLine {
  readonly nodes: readonly FlowchartNode[];
  readonly arrows: readonly FlowchartArrow[];
}

const LONGEST = 2000;
const KEYWORD = /^\s{0,200}(?:%%|(?:style|classDef|class|linkStyle|click|direction|end|accTitle|accDescr)(?=[\s:;]|$))/;
const SUBGRAPH = /^\s{0,200}subgraph\s{1,20}/;
const ID = /[\p{L}\p{N}_]{1,80}(?:[.-](?=[\p{L}\p{N}_])[\p{L}\p{N}_]{1,80}){0,8}/uy;
const HEAD =
  /\s{0,50}(?<tail>[<xo]?)(?:-{2,9}|={2,9}|-\.{1,9}-)(?<head>>|[xo](?=\s))(?:\s{0,9}\|(?<text>[^|]{0,200})\|)?\s{0,50}/y;
const WORDED =
  /\s{0,50}(?<tail>[<xo]?)(?:--|==|-\.)\s{0,9}(?<text>[^\s|>=.-][^|>]{0,200}?)(?:-{2,9}|={2,9}|\.{1,9}-)(?<head>>)\s{0,50}/y;
const HEADLESS =
  /\s{0,50}(?:-{2,9}|={2,9}|-\.{1,9}-|~{3})(?:[^\s|>=.-][^|>]{0,200}?(?:-{2,9}|={2,9}))?(?:\s{0,9}\|[^|]{0,200}\|)?\s{0,50}/y;

/** Reads one line: nodes with their labels, chains `A --> B --> C`, groups `A & B --> C`. What is broken ends the line. */
export function parseFlowchartLine(written: string): FlowchartLine {
  const line = written.slice(0, LONGEST);
  const nodes: FlowchartNode[] = [];
  const arrows: FlowchartArrow[] = [];
  if (KEYWORD.test(line)) return { nodes, arrows };
  const subgraph = SUBGRAPH.exec(line);
  let at = subgraph ? subgraph[0].length : /^\s*/.exec(line)![0].length;
  while (at < line.length) {
    let left = readGroup(line, at, nodes);
    while (left) {
      at = left.end;
      const link = readLink(line, at);
      if (!link) break;
      const right = readGroup(line, link.end, nodes);
      if (!right) break;
      if (link.isArrow)
        for (const from of left.ids)
          for (const to of right.ids) arrows.push({ from, to, isDotted: link.isDotted, text: link.text });
      left = right;
      at = right.end;
    }
    const next = line.indexOf(";", at);
    if (next < 0 || subgraph) break;
    at = next + 1 + /^\s*/.exec(line.slice(next + 1))![0].length;
  }
  return { nodes, arrows };
}

function readGroup(line: string, from: number, nodes: FlowchartNode[]): { ids: string[]; end: number } | null {
  const ids: string[] = [];
  let at = from;
  for (;;) {
    ID.lastIndex = at;
    const id = ID.exec(line)?.[0];
    if (id === undefined) return null;
    const shape = readShape(line, at + id.length);
    nodes.push({ id, label: shape.label });
    ids.push(id);
    at = shape.end;
    const and = /^\s{1,9}&\s{1,9}/.exec(line.slice(at, at + 20));
    if (!and || ids.length >= 50) return { ids, end: at };
    at += and[0].length;
  }
}

/** `[text]`, `("text")`, `{{text}}`, `>text]`, and a class behind. */
function readShape(line: string, from: number): { label: TextSpan | null; end: number } {
  const gap = /^\s{0,3}(?=\[)/.exec(line.slice(from, from + 4))?.[0].length ?? 0;
  const open = /^[[({>][[({/\\]{0,2}/.exec(line.slice(from + gap, from + gap + 3))?.[0];
  let label: TextSpan | null = null;
  let end = from;
  if (open !== undefined) {
    const start = from + gap + open.length;
    const quoted = line[start] === '"';
    const closing = quoted ? '"' : open.startsWith("(") ? ")" : open.startsWith("{") ? "}" : "]";
    const close = line.indexOf(closing, quoted ? start + 1 : start);
    if (close < 0) return { label: null, end: line.length };
    label = { start: quoted ? start + 1 : start, end: close };
    end = close + (quoted ? 1 : 0);
    end += /^[\])}/\\]{0,3}/.exec(line.slice(end, end + 3))![0].length;
  }
  end += /^:::[\w-]{1,60}/.exec(line.slice(end, end + 63))?.[0].length ?? 0;
  return { label, end };
}

interface Link {
  readonly isArrow: boolean;
  readonly isDotted: boolean;
  readonly text: string | null;
  readonly end: number;
}

function readLink(line: string, at: number): Link | null {
  for (const pattern of [HEAD, WORDED, HEADLESS]) {
    pattern.lastIndex = at;
    const match = pattern.exec(line);
    if (!match) continue;
    const { tail, head, text } = match.groups ?? {};
    return {
      isArrow: tail === "" && head === ">",
      isDotted: match[0].includes("-."),
      text: text ?? null,
      end: at + match[0].length,
    };
  }
  return null;
}
