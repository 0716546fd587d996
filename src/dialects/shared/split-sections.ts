/** A piece of a document that can be parsed on its own: it ends where a heading at the outermost level begins. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;
const RAW_HTML = /^ {0,3}<(script|pre|style|textarea)(?=[\s>]|$)/i;

/**
 * Cuts a document before each heading that starts a line and stands neither in a fence, a comment nor raw HTML; front
 * matter is left out. A Markdown parser's time grows with the square of a document full of lists; cut like this it
 * grows with its length. Headings that are indented or underlined stay inside their piece and lose only the speed.
 */
export function splitSections(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = endOfFrontMatter(text);
  /** The closing mark of the block we are in, where a `#` is no heading. */
  let until: ((line: string) => boolean) | null = null;
  for (let at = start; at < text.length;) {
    const lineEnd = endOfLine(text, at);
    const line = text.slice(at, Math.min(lineEnd, at + 1000));
    if (until) {
      if (until(line)) until = null;
    } else if (at > start && /^#{1,6}(?:[ \t]|$)/.test(line)) {
      pieces.push({ start, end: at });
      start = at;
    } else {
      until = opened(line);
    }
    at = nextLine(text, lineEnd);
  }
  if (start < text.length) pieces.push({ start, end: text.length });
  return pieces;
}

/**
 * Where front matter ends, or where the text begins when there is none. A document may open with a thematic break:
 * front matter is what opens with a key and is closed again.
 */
function endOfFrontMatter(text: string): number {
  // The parser skips a byte order mark without counting it.
  const begin = text.startsWith("\uFEFF") ? 1 : 0;
  const opening = /^(---|\+\+\+)[ \t]*\r?\n\s*[A-Za-z_][\w -]{0,60}\s?[:=]/.exec(text.slice(begin, begin + 1000));
  if (!opening) return begin;
  const closing = opening[1] === "---" ? /\n---[ \t]*(?:\r?\n|$)/g : /\n\+\+\+[ \t]*(?:\r?\n|$)/g;
  closing.lastIndex = begin + 3;
  const match = closing.exec(text);
  return match ? match.index + match[0].length : begin;
}

function opened(line: string): ((line: string) => boolean) | null {
  const fence = FENCE.exec(line);
  if (fence && !(fence[1]!.startsWith("`") && fence[2]!.includes("`"))) {
    const mark = fence[1]!;
    const closing = new RegExp(`^ {0,3}[${mark[0]!}]{${mark.length},}[ \\t]*$`);
    return (next) => closing.test(next);
  }
  if (/^ {0,3}<!--/.test(line) && !line.includes("-->")) return (next) => next.includes("-->");
  const html = RAW_HTML.exec(line);
  if (html) {
    const closing = `</${html[1]!.toLowerCase()}`;
    return line.toLowerCase().includes(closing) ? null : (next) => next.toLowerCase().includes(closing);
  }
  return null;
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
  return at;
}

function nextLine(text: string, lineEnd: number): number {
  return text.startsWith("\r\n", lineEnd) ? lineEnd + 2 : lineEnd + 1;
}
