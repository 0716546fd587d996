import { createNestingTest } from "./nesting.js";

/** From one offset to another, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A piece of a document that can be parsed on its own: it ends where a heading at the outermost level begins. */
export interface Piece extends Span {
  /** Lines nested too deeply to be parsed. */
  readonly tooDeep: readonly Span[];
}

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/s;
/** What a fence or HTML begins with. */
const OPENS_BLOCK = /^ {0,3}[`~<]/;
const RAW_HTML = /^<(script|pre|style|textarea)(?=[\s>]|$)/i;
/** Tags that open a block of HTML wherever they stand; it ends at a blank line. */
const HTML_BLOCK =
  /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[\s>]|\/>|$)/i;
/** Any other tag does so where it stands alone and ends no paragraph. */
const LONE_TAG = /^<\/?[a-z][a-z\d-]*(?:\s[^<>]*)?>[ \t]*$/i;
/** A line that does not go on with the paragraph of a list entry even when it is indented less. */
const ENDS_PARAGRAPH = /^ {0,3}(?:`{3}|~{3}|>|<|#|(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$)/;
const NO_PARAGRAPH = /^ *(?:#{1,6}(?:[ \t]|$)|(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$)/;
const LIST_MARK = /^( {0,3}(?:[-*+]|\d{1,9}[.)]))( {1,4}(?=\S)| |$)/;

/** A block whose lines are not to be read as headings. */
interface OpenBlock {
  readonly isClosedBy: (line: string) => boolean;
  /** Columns by which the list entry around it is indented: a line that is indented less ends entry and block. */
  readonly indent: number;
}

/**
 * Cuts a document before each heading that starts a line and stands neither in a fence, a comment nor raw HTML; front
 * matter is left out. A Markdown parser's time grows with the square of a document full of lists; cut like this it
 * grows with its length. Headings that are indented or underlined stay inside their piece and lose only the speed.
 */
export function splitSections(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = endOfFrontMatter(text);
  let tooDeep: Span[] = [];
  const isTooDeep = createNestingTest();
  let block: OpenBlock | null = null;
  /** By how much the entries of the lists we are in are indented. */
  let listIndents: number[] = [];
  /** The line before can have no lazy continuation. */
  let startsAnew = true;
  /** A tag alone on its line opens a block, but not inside a paragraph; cutting less is never wrong. */
  let mayBeHtml = false;
  for (let at = start; at < text.length;) {
    const lineEnd = endOfLine(text, at);
    const line = text.slice(at, Math.min(lineEnd, at + 1000));
    const isBlank = /^[ \t]*$/.test(line);
    if (block && !isBlank && indentOf(line) < block.indent) block = null;
    const wasInBlock = block !== null;
    if (block) {
      if (block.isClosedBy(line)) block = null;
    } else if (at > start && !mayBeHtml && /^#{1,6}(?:[ \t]|$)/.test(line)) {
      pieces.push({ start, end: at, tooDeep });
      start = at;
      tooDeep = [];
      listIndents = [];
    } else {
      const indent = indentOf(line);
      const mark = isBlank ? null : LIST_MARK.exec(line);
      if (!isBlank && (mark || startsAnew || ENDS_PARAGRAPH.test(line)))
        listIndents = listIndents.filter((entry) => entry <= indent);
      if (mark) listIndents.push(mark[0].length);
      const inside = mark ? line.slice(mark[0].length) : line;
      const around = mark ? mark[0].length : (listIndents.findLast((entry) => entry <= indent) ?? 0);
      block = opened(inside, around, startsAnew || mark !== null);
    }
    if (!block && isTooDeep(text.slice(at, lineEnd))) tooDeep.push({ start: at, end: lineEnd });
    mayBeHtml = !isBlank && (mayBeHtml || /^ {0,3}<\/?[a-z]/i.test(line));
    startsAnew = isBlank || wasInBlock || NO_PARAGRAPH.test(line);
    at = nextLine(text, lineEnd);
  }
  if (start < text.length) pieces.push({ start, end: text.length, tooDeep });
  return pieces;
}

const indentOf = (line: string): number => /^ */.exec(line)![0].length;

/**
 * Where front matter ends, or where the text begins when there is none. A document may open with a thematic break:
 * front matter is what opens with a key and is closed again.
 */
export function endOfFrontMatter(text: string): number {
  // The parser skips a byte order mark without counting it.
  const begin = text.startsWith("\uFEFF") ? 1 : 0;
  const opening = /^(---|\+\+\+)[ \t]*\r?\n\s*[A-Za-z_][\w -]{0,60}\s?[:=]/.exec(text.slice(begin, begin + 1000));
  if (!opening) return begin;
  const closing = opening[1] === "---" ? /\n---[ \t]*(?:\r?\n|$)/g : /\n\+\+\+[ \t]*(?:\r?\n|$)/g;
  closing.lastIndex = begin + 3;
  const match = closing.exec(text);
  return match ? match.index + match[0].length : begin;
}

function opened(line: string, indent: number, startsAnew: boolean): OpenBlock | null {
  if (!OPENS_BLOCK.test(line)) return null;
  const fence = FENCE.exec(line);
  if (fence && !(fence[1]!.startsWith("`") && fence[2]!.includes("`"))) {
    const mark = fence[1]!;
    const closing = new RegExp(`^ {0,${3 + indent}}[${mark[0]!}]{${mark.length},}[ \\t]*$`);
    return { indent, isClosedBy: (next) => closing.test(next) };
  }
  const html = /^ {0,3}(<.*)$/.exec(line)?.[1];
  const isClosedBy = html && closingOf(html, startsAnew);
  return isClosedBy && !isClosedBy(html) ? { indent, isClosedBy } : null;
}

/** What ends the HTML that a line opens with, or null where it opens no block. */
function closingOf(html: string, startsAnew: boolean): OpenBlock["isClosedBy"] | null {
  const raw = RAW_HTML.exec(html);
  if (raw) return (line) => /<\/(?:script|pre|style|textarea)>/i.test(line);
  const mark = html.startsWith("<!--")
    ? "-->"
    : html.startsWith("<?")
      ? "?>"
      : html.startsWith("<![CDATA[")
        ? "]]>"
        : /^<![a-z]/i.test(html)
          ? ">"
          : null;
  if (mark) return (line) => line.includes(mark);
  const isBlock = HTML_BLOCK.test(html) || (startsAnew && LONE_TAG.test(html));
  return isBlock ? (line) => /^[ \t]*$/.test(line) : null;
}

const LINE_END = /[\r\n]|$/g;

function endOfLine(text: string, from: number): number {
  LINE_END.lastIndex = from;
  return LINE_END.exec(text)!.index;
}

function nextLine(text: string, lineEnd: number): number {
  return text.startsWith("\r\n", lineEnd) ? lineEnd + 2 : lineEnd + 1;
}
