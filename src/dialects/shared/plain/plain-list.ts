import type { List, ListItem, Paragraph } from "mdast";
import { parseInline, type Parse } from "./hard-parser.js";
import type { Lines } from "./lines.js";
import { plainInline } from "./plain-inline.js";
import { goesOnPlainly } from "./plain-line.js";

/** The mark of a list entry with the spaces around it. */
const LIST_MARK = /^( *)([-*+]|(\d{1,9})([.)]))( {1,4})(?=[^ ])/;
const CHECKBOX = /^\[([ xX])\] (?=[^ ])/;

interface OpenEntry {
  readonly node: ListItem;
  /** The column from 0 at which what belongs to the entry begins. */
  readonly contentColumn: number;
}

interface OpenParagraph {
  readonly node: Paragraph;
  /** Where the box to tick before it begins, if it has one. */
  readonly checkbox: number | null;
  readonly line: number;
  readonly parts: { readonly start: number; readonly end: number }[];
}

/**
 * Lists without blank lines of which every entry is a paragraph, and perhaps lists. Null for what is written in another
 * way.
 */
export function plainLists(lines: Lines, parse: Parse, line: number, endLine: number): List[] | null {
  const lists: List[] = [];
  const entries: OpenEntry[] = [];
  let paragraph: OpenParagraph | null = null;

  for (let at = line; at < endLine; at++) {
    const written = lines.written(at);
    const mark = LIST_MARK.exec(written);
    if (mark === null) {
      if (paragraph === null || !goesOnPlainly(written)) return null;
      paragraph.parts.push(trimmed(lines, at, 0));
      continue;
    }
    if (paragraph !== null && !close(lines, parse, paragraph, entries)) return null;
    const column = mark[1]!.length;
    while (entries.length > 0 && entries.at(-1)!.contentColumn > column) entries.pop();
    const around = entries.at(-1);
    if (column - (around?.contentColumn ?? 0) > 3) return null;
    const list = listFor(lines, at, mark, around?.node.children ?? lists);
    if (list === null) return null;
    const content = written.slice(mark[0].length);
    const checkbox = CHECKBOX.exec(content);
    if (!(checkbox ? goesOnPlainly(content.slice(checkbox[0].length)) : goesOnPlainly(content))) return null;
    if (!checkbox && /^\[[ xX]\]/.test(content)) return null;
    const part = trimmed(lines, at, mark[0].length + (checkbox?.[0].length ?? 0));
    const node: Paragraph = { type: "paragraph", children: [] };
    const item: ListItem = {
      type: "listItem",
      spread: false,
      checked: checkbox ? checkbox[1] !== " " : null,
      children: [node],
      position: lines.position(at, lines.start(at) + column, at, part.end),
    };
    list.children.push(item);
    entries.push({ node: item, contentColumn: mark[0].length });
    paragraph = { node, checkbox: checkbox && lines.start(at) + mark[0].length, line: at, parts: [part] };
  }
  if (paragraph === null || !close(lines, parse, paragraph, entries)) return null;
  endListsWithLastEntry(lists);
  return lists;
}

/** The list that an entry belongs to: the one before it where the marks are of one kind, else a new one. */
function listFor(
  lines: Lines,
  line: number,
  mark: RegExpExecArray,
  siblings: List[] | ListItem["children"],
): List | null {
  const before = siblings.at(-1);
  const kind = mark[4] ?? mark[2]!;
  if (before?.type === "list" && kindOf(lines, before) === kind) return before;
  const number = mark[3] === undefined ? null : Number(mark[3]);
  // Only a list that begins with 1 may follow a paragraph without a blank line.
  if (before !== undefined && number !== null && number !== 1) return null;
  const start = lines.start(line) + mark[1]!.length;
  const list: List = {
    type: "list",
    ordered: number !== null,
    start: number,
    spread: false,
    children: [],
    position: lines.position(line, start, line, start),
  };
  (siblings as List[]).push(list);
  return list;
}

/** The character that tells one list from the next. */
function kindOf(lines: Lines, list: List): string {
  const start = list.position!.start.offset!;
  if (!list.ordered) return lines.text[start]!;
  return /^\d*(.)/.exec(lines.text.slice(start, start + 10))![1]!;
}

function trimmed(lines: Lines, line: number, from: number): { start: number; end: number } {
  const end = lines.end(line);
  let start = lines.start(line) + from;
  while (lines.text.charCodeAt(start) === 32) start++;
  return { start, end };
}

/** Reads the inline content of a paragraph that has ended; all entries around it reach to its end. */
function close(
  lines: Lines,
  parse: Parse,
  { node, checkbox, line, parts }: OpenParagraph,
  entries: readonly OpenEntry[],
): boolean {
  const last = parts.at(-1)!;
  const endLine = line + parts.length - 1;
  const content = { line, parts };
  const children = plainInline(lines, content) ?? parseInline(lines, parse, content);
  if (children === null) return false;
  node.children = children;
  // The parser of record takes the box out of the paragraph only where text follows.
  const start = checkbox !== null && children[0]?.type !== "text" ? checkbox : parts[0]!.start;
  node.position = lines.position(line, start, endLine, last.end);
  for (const entry of entries) entry.node.position!.end = node.position.end;
  return true;
}

function endListsWithLastEntry(lists: readonly (List | ListItem["children"][number])[]): void {
  for (const list of lists) {
    if (list.type !== "list") continue;
    for (const item of list.children) endListsWithLastEntry(item.children);
    list.position!.end = list.children.at(-1)!.position!.end;
  }
}
