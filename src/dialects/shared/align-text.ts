/** A run of characters of the plain text and where it stands in the document. */
export interface Segment {
  readonly textStart: number;
  readonly textEnd: number;
  readonly offset: number;
  readonly endOffset: number;
  /** True when each character of the text is one of the document, in order; else the run has one place. */
  readonly isVerbatim: boolean;
}

/** A run not yet placed in a text. */
export type Run = Pick<Segment, "offset" | "endOffset" | "isVerbatim"> & { readonly text: string };

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,31});/iy;
/** The only entities that stand for what every entity begins with. */
const AMPERSAND = /^&(?:amp|#0*38|#x0*26);$/i;
/** What the second character of a two-character entity is. */
const COMBINING = /[\u0324\u0331\u0333\u0338\u20d2\u20e5\ufe00\u200a]/u;

/**
 * Runs of the parsed value of a text node, each with its place between `start` and `end` of the source. The value lacks
 * the backslashes of escapes, the spaces around line ends and the marks of an enclosing quote or list, and has
 * characters for entities; line ends come out as `\n`.
 */
export function alignText(source: string, value: string, start: number, end: number): Run[] {
  if (end - start === value.length && !value.includes("\r")) {
    return [{ text: value, offset: start, endOffset: end, isVerbatim: true }];
  }
  const runs: Run[] = [];
  let at = start;
  let runStart = start;
  let run = "";
  const close = (next: number): void => {
    if (run !== "") runs.push({ text: run, offset: runStart, endOffset: runStart + run.length, isVerbatim: true });
    run = "";
    runStart = next;
  };
  for (let index = 0; index < value.length;) {
    const entity = source[at] === "&" ? entityAt(source, value, index, at, end) : null;
    const lineEnd = value.startsWith("\r\n", index) ? "\r\n" : /[\r\n]/.test(value[index]!) ? value[index]! : "";
    if (lineEnd !== "" && !entity) {
      const found = source.indexOf(lineEnd, at);
      const isHere = found >= 0 && found < end;
      close(isHere ? found : at);
      const endOffset = isHere ? found + lineEnd.length : at;
      runs.push({ text: "\n", offset: runStart, endOffset, isVerbatim: isHere && lineEnd.length === 1 });
      index += lineEnd.length;
      at = endOffset;
      if (isHere && index < value.length) at = afterLineStart(source, value, index, at, end);
      runStart = at;
      continue;
    }
    if (entity) {
      close(at);
      runs.push({ text: entity.text, offset: at, endOffset: at + entity.length, isVerbatim: false });
      index += entity.text.length;
      at += entity.length;
      runStart = at;
    } else if (at < end && source[at] === value[index] && !isEscape(source, value, index, at, end)) {
      run += value[index]!;
      index++;
      at++;
    } else if (at + 1 < end && source[at] === "\\" && source[at + 1] === value[index]) {
      close(at + 1);
      run = value[index]!;
      index++;
      at += 2;
    } else {
      // Not to be aligned any further: the rest has the place of the rest.
      close(at);
      runs.push({ text: plainLineEnds(value.slice(index)), offset: at, endOffset: end, isVerbatim: false });
      return runs;
    }
  }
  close(at);
  return runs;
}

const plainLineEnds = (text: string): string => text.replace(/\r\n?/g, "\n");

/** Both the source and the value have a backslash here, but the source's one only escapes the next. */
function isEscape(source: string, value: string, index: number, at: number, end: number): boolean {
  return source[at] === "\\" && source[at + 1] === "\\" && at + 1 < end && value[index] === "\\";
}

function entityAt(
  source: string,
  value: string,
  index: number,
  at: number,
  end: number,
): { text: string; length: number } | null {
  ENTITY.lastIndex = at;
  const written = ENTITY.exec(source)?.[0];
  if (written === undefined || at + written.length > end) return null;
  // An unknown name stays as it is written.
  if (!AMPERSAND.test(written) && value.startsWith(written, index)) return null;
  const first = String.fromCodePoint(value.codePointAt(index)!);
  const second = value[index + first.length];
  const isPair =
    second !== undefined &&
    !written.startsWith("&#") &&
    COMBINING.test(second) &&
    source[at + written.length] !== second;
  return { text: isPair ? first + second : first, length: written.length };
}

/** After a line end the source may go on with spaces and the marks of a quote, which the value lacks. */
function afterLineStart(source: string, value: string, index: number, at: number, end: number): number {
  let next = at;
  while (next < end && /[ \t>]/.test(source[next]!) && source[next] !== value[index]) next++;
  return next;
}
