import type { Code, Heading, RootContent } from "mdast";
import { parseInline, parseLines, type Parse } from "./hard-parser.js";
import { Lines } from "./lines.js";
import { plainInline } from "./plain-inline.js";
import { goesOnPlainly } from "./plain-line.js";
import { plainLists } from "./plain-list.js";
import { plainTable } from "./plain-table.js";

const BLANK = /^ *$/;
const HEADING = /^(#{1,6}) +(?=[^ ])/;
const FENCE = /^(`{3,}|~{3,}(?!~))([^`\\&]*)$/;
/** A list entry, or what stands in its place, that begins with a block which may not end where it seems to. */
const OPEN_ENDED_ENTRY = /^ *(?:(?:[-*+]|\d{1,9}[.)]) +)*(?:`{3}|~{3}|<)/;
const LIST_MARK = /^ {0,3}(?:[-*+]|\d{1,9}[.)]) +[^ ]/;
/** A list that may follow a paragraph without a blank line. */
const INTERRUPTING_LIST_MARK = /^ {0,3}(?:[-*+]|1[.)]) +[^ ]/;
/** May mean something in any block: a tab counts as several columns, a definition changes the text around it. */
const FAR_REACHING = /\t|\r(?!\n)|\0|\uFEFF|\]:/;

/** Some blocks and the line after them. */
interface Read {
  readonly blocks: readonly RootContent[];
  readonly next: number;
}

/**
 * The blocks of a text, as the parser of record has them, at a fraction of its cost: headings, paragraphs, lists,
 * tables, fences and comments that are written plainly are read here, and only what is not goes to the parser. Null for a
 * text in which it is not certain where its blocks end.
 */
export function plainBlocks(text: string, parse: Parse): RootContent[] | null {
  if (FAR_REACHING.test(text)) return null;
  const lines = new Lines(text);
  const blocks: RootContent[] = [];
  for (let line = 0; line < lines.count;) {
    if (BLANK.test(lines.written(line))) {
      line++;
      continue;
    }
    const read = readBlock(lines, parse, line);
    if (read === null) return null;
    blocks.push(...read.blocks);
    line = read.next;
  }
  return blocks;
}

function readBlock(lines: Lines, parse: Parse, line: number): Read | null {
  const written = lines.written(line);
  if (LIST_MARK.test(written)) return readLists(lines, parse, line);
  switch (written[0]) {
    case "#":
      return readHeading(lines, parse, line, written);
    case "|":
      return readTable(lines, parse, line);
    case ">":
      return readQuote(lines, parse, line);
    case "<":
      return readComment(lines, line, written);
    case "`":
    case "~":
      if (FENCE.test(written)) return readFence(lines, parse, line, written);
      break;
    default:
  }
  if (/^(?:-{3,}|\*{3,}|_{3,})$/.test(written)) {
    const position = lines.position(line, lines.start(line), line, lines.end(line));
    return { blocks: [{ type: "thematicBreak", position }], next: line + 1 };
  }
  return written.startsWith(" ") ? null : readParagraph(lines, parse, line);
}

function readHeading(lines: Lines, parse: Parse, line: number, written: string): Read | null {
  if (!/^#{1,6}(?: |$)/.test(written)) return null;
  const mark = HEADING.exec(written);
  const heading = mark && !/# *$/.test(written) ? plainHeading(lines, parse, line, mark) : null;
  return { blocks: heading ? [heading] : parseLines(lines, parse, line, line + 1), next: line + 1 };
}

function plainHeading(lines: Lines, parse: Parse, line: number, mark: RegExpExecArray): Heading | null {
  const start = lines.start(line);
  let end = lines.end(line);
  const position = lines.position(line, start, line, end);
  while (lines.text.charCodeAt(end - 1) === 32) end--;
  const content = { line, parts: [{ start: start + mark[0].length, end }] };
  const children = plainInline(lines, content) ?? parseInline(lines, parse, content);
  return children && { type: "heading", depth: mark[1]!.length as Heading["depth"], children, position };
}

/** Text to the next blank line, or to the line that begins another block. */
function readParagraph(lines: Lines, parse: Parse, line: number): Read | null {
  let next = line;
  for (; next < lines.count; next++) {
    const written = lines.written(next);
    if (BLANK.test(written) || (next > line && interruptsParagraph(written))) break;
    if (!goesOnPlainly(written)) return null;
  }
  const parts = [];
  for (let at = line; at < next; at++) {
    const start = lines.start(at) + /^ */.exec(lines.written(at))![0].length;
    parts.push({ start, end: lines.end(at) });
  }
  const children = plainInline(lines, { line, parts });
  if (children === null) return { blocks: parseLines(lines, parse, line, next), next };
  const position = lines.position(line, parts[0]!.start, next - 1, lines.end(next - 1));
  return { blocks: [{ type: "paragraph", children, position }], next };
}

const interruptsParagraph = (written: string): boolean =>
  HEADING.test(written) ||
  INTERRUPTING_LIST_MARK.test(written) ||
  FENCE.test(written) ||
  written.startsWith(">") ||
  written.startsWith("<!--");

/**
 * Lists to the line that begins another block, which stands after a blank line or is a fence. Where blank lines or other
 * blocks stand between the entries, the parser of record reads all of them.
 */
function readLists(lines: Lines, parse: Parse, line: number): Read | null {
  let next = line;
  let end = line;
  let isAfterBlank = false;
  for (; next < lines.count; next++) {
    const written = lines.written(next);
    if (BLANK.test(written)) {
      isAfterBlank = true;
      continue;
    }
    const text = written.trimStart();
    if (text === written && !LIST_MARK.test(written) && (isAfterBlank || FENCE.test(written))) break;
    if (OPEN_ENDED_ENTRY.test(written) || /^[>|=#]/.test(text) || /^[-*_ ]+$/.test(text)) return null;
    isAfterBlank = false;
    end = next + 1;
  }
  const lists = plainLists(lines, parse, line, end);
  if (lists) return { blocks: lists, next };
  // What stands in blank lines may belong to the last entry.
  const areBlanksEmpty = !lines.text.slice(lines.end(end - 1), lines.end(next - 1)).includes(" ");
  return isApart(lines, line) && areBlanksEmpty ? { blocks: parseLines(lines, parse, line, end), next } : null;
}

/** A table to the next blank line. */
function readTable(lines: Lines, parse: Parse, line: number): Read | null {
  let next = line;
  while (next < lines.count && lines.written(next).startsWith("|")) next++;
  const isWhole = next === lines.count || BLANK.test(lines.written(next));
  if (!isWhole) return null;
  const table = next > line + 1 ? plainTable(lines, parse, line, next) : null;
  return { blocks: table ? [table] : parseLines(lines, parse, line, next), next };
}

function readQuote(lines: Lines, parse: Parse, line: number): Read | null {
  let next = line;
  while (next < lines.count && lines.written(next).startsWith(">")) next++;
  const isWhole = next === lines.count || BLANK.test(lines.written(next));
  return isWhole && isApart(lines, line) ? { blocks: parseLines(lines, parse, line, next), next } : null;
}

/** What interrupts a paragraph may be read in other ways than what stands alone. */
const isApart = (lines: Lines, line: number): boolean => line === 0 || BLANK.test(lines.written(line - 1));

/** A comment with its lines to their ends. */
function readComment(lines: Lines, line: number, written: string): Read | null {
  if (!/^<!--[^->]/.test(written) && written !== "<!--") return null;
  let next = line;
  while (next < lines.count && !lines.written(next).includes("-->")) next++;
  if (next === lines.count || lines.written(next).endsWith(" ")) return null;
  const [start, end] = [lines.start(line), lines.end(next)];
  const position = lines.position(line, start, next, end);
  return { blocks: [{ type: "html", value: lines.text.slice(start, end), position }], next: next + 1 };
}

/** A fence that is closed. */
function readFence(lines: Lines, parse: Parse, line: number, written: string): Read | null {
  const [, mark, info] = FENCE.exec(written)!;
  const closing = new RegExp(`^ {0,3}[${mark![0]!}]{${mark!.length},} *$`);
  let last = line + 1;
  while (last < lines.count && !closing.test(lines.written(last))) last++;
  if (last >= lines.count) return null;
  const next = last + 1;
  if (/^ | {2}| $/.test(info!) || /^ | $/.test(lines.written(last)))
    return { blocks: parseLines(lines, parse, line, next), next };
  const [, lang = null, meta = null] = /^([^ ]+)(?: (.*))?$/.exec(info!) ?? [];
  const code: Code = {
    type: "code",
    lang,
    meta,
    value: last === line + 1 ? "" : lines.text.slice(lines.start(line + 1), lines.end(last - 1)),
    position: lines.position(line, lines.start(line), last, lines.end(last)),
  };
  return { blocks: [code], next };
}
