import type { Break, Emphasis, InlineCode, PhrasingContent, Strong, Text } from "mdast";
import type { Lines } from "./lines.js";

/** Inline content: part of one line, or of several lines in a row without what stands before and behind each. */
export interface Content {
  /** Number of the line that the first part stands in. */
  readonly line: number;
  readonly parts: readonly { readonly start: number; readonly end: number }[];
}

/** What may mean something to a Markdown parser; all other text is itself. */
const MARK = /[\\`*_~<&]|\]\(/;
const MARKS = /[\\`*_~<&]/g;
const WHITESPACE = /^\s?$/u;
const ALPHANUMERIC = /^[A-Za-z\d]$/;
const ASCII_PUNCTUATION = /^[!-/:-@[-`{-~]$/;

/**
 * The nodes of inline content that is written plainly: text, `*emphasis*`, `**strong**` and code in single back quotes,
 * none inside another. Null for anything else.
 */
export function plainInline(lines: Lines, { line, parts }: Content): PhrasingContent[] | null {
  const nodes: PhrasingContent[] = [];
  const last = parts.length - 1;
  if (!MARK.test(lines.text.slice(parts[0]!.start, parts[last]!.end))) {
    parts.forEach((part, index) => addLine(lines, nodes, line + index, part.start, part.end, index === last));
    return nodes;
  }
  for (let index = 0; index <= last; index++) {
    if (!scanLine(lines, nodes, line + index, parts[index]!, index === last)) return null;
  }
  return nodes;
}

/** Text to the end of a line, and the line end itself where another line follows. */
function addLine(
  lines: Lines,
  nodes: PhrasingContent[],
  line: number,
  start: number,
  end: number,
  isLast: boolean,
): void {
  const { text } = lines;
  let textEnd = end;
  while (textEnd > start && text.charCodeAt(textEnd - 1) === 32) textEnd--;
  addText(lines, nodes, line, start, line, textEnd);
  if (isLast) return;
  if (end - textEnd >= 2) nodes.push(hardBreak(lines, line, textEnd));
  else addText(lines, nodes, line, end, line + 1, lines.next(line));
}

const hardBreak = (lines: Lines, line: number, start: number): Break => ({
  type: "break",
  position: lines.position(line, start, line + 1, lines.next(line)),
});

/** Text goes on where the node before is text, too. */
function addText(
  lines: Lines,
  nodes: PhrasingContent[],
  line: number,
  start: number,
  endLine: number,
  end: number,
): void {
  if (start === end) return;
  const value = lines.text.slice(start, end);
  const before = nodes.at(-1);
  if (before?.type === "text") {
    before.value += value;
    before.position!.end = lines.point(endLine, end);
    return;
  }
  const node: Text = { type: "text", value, position: lines.position(line, start, endLine, end) };
  nodes.push(node);
}

interface OpenEmphasis {
  readonly marks: number;
  readonly start: number;
  readonly children: PhrasingContent[];
}

function scanLine(
  lines: Lines,
  nodes: PhrasingContent[],
  line: number,
  { start, end }: { readonly start: number; readonly end: number },
  isLast: boolean,
): boolean {
  const { text } = lines;
  let open: OpenEmphasis | null = null;
  let at = start;
  let textStart = start;
  const flush = (until: number): void => addText(lines, open?.children ?? nodes, line, textStart, line, until);

  if (text.slice(start, end).includes("](")) return false;
  for (;;) {
    MARKS.lastIndex = at;
    const found = MARKS.exec(text);
    if (!found || found.index >= end) break;
    at = found.index;
    const before = at === start ? "" : text[at - 1]!;
    const after = at + 1 < end ? text[at + 1]! : "";
    switch (found[0]) {
      case "`": {
        const close = text.indexOf("`", at + 1);
        if (after === "`" || close < 0 || close >= end || (close + 1 < end && text[close + 1] === "`")) return false;
        flush(at);
        (open?.children ?? nodes).push(inlineCode(lines, line, at, close + 1));
        at = textStart = close + 1;
        continue;
      }
      case "*": {
        const marks = after === "*" ? 2 : 1;
        const behind = at + marks < end ? text[at + marks]! : "";
        if (behind === "*") return false;
        if (open === null && opensEmphasis(before, behind)) {
          flush(at);
          open = { marks, start: at, children: [] };
        } else if (open?.marks === marks && closesEmphasis(before, behind)) {
          flush(at);
          nodes.push(emphasis(lines, line, open, at + marks));
          open = null;
        } else return false;
        at = textStart = at + marks;
        continue;
      }
      case "_":
        if (!ALPHANUMERIC.test(before) || !ALPHANUMERIC.test(after)) return false;
        break;
      case "~":
        if (after === "~") return false;
        break;
      case "<":
        if (/[A-Za-z/!?]/.test(after)) return false;
        break;
      case "&":
        if (/[A-Za-z#]/.test(after)) return false;
        break;
      default:
        return false;
    }
    at++;
  }
  if (open !== null) return false;
  addLine(lines, nodes, line, textStart, end, isLast);
  return true;
}

/**
 * Of the rules for delimiter runs (CommonMark 0.31, section 6.2) only the cases in which a run can open and do nothing
 * else.
 */
const opensEmphasis = (before: string, after: string): boolean =>
  (WHITESPACE.test(before) && !WHITESPACE.test(after)) || (ASCII_PUNCTUATION.test(before) && ALPHANUMERIC.test(after));

/** Likewise the cases in which it can close and do nothing else. */
const closesEmphasis = (before: string, after: string): boolean =>
  (!WHITESPACE.test(before) && WHITESPACE.test(after)) || (ALPHANUMERIC.test(before) && ASCII_PUNCTUATION.test(after));

function emphasis(
  lines: Lines,
  line: number,
  { marks, start, children }: OpenEmphasis,
  end: number,
): Emphasis | Strong {
  return { type: marks === 2 ? "strong" : "emphasis", children, position: lines.position(line, start, line, end) };
}

function inlineCode(lines: Lines, line: number, start: number, end: number): InlineCode {
  const inside = lines.text.slice(start + 1, end - 1);
  const isPadded = inside.startsWith(" ") && inside.endsWith(" ") && /[^ ]/.test(inside);
  return {
    type: "inlineCode",
    value: isPadded ? inside.slice(1, -1) : inside,
    position: lines.position(line, start, line, end),
  };
}
