import type { ChangedLines } from "../../../render/index.js";
import type { DiffLine } from "./diff-lines.js";

/** Lines of the diff, both included, and what to put in their place. */
export interface PlacedSuggestion {
  readonly path: string;
  readonly startLine: number;
  readonly line: number;
  /** Markdown: the block by which GitHub offers to commit it. */
  readonly block: string;
}

// A reviewer could not see what these do: control and direction characters, halves of characters, a byte order mark.
const UNSEEN = /(?!\t)[\p{Cc}\p{Cs}\u2028\u2029\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u;

/**
 * Where a change goes in the diff; null where the diff does not show all of its lines, or not in one piece, or not as
 * the plan was read, and where a reviewer could not see what would be committed.
 */
export function placeSuggestion(
  change: ChangedLines,
  lines: ReadonlyMap<number, DiffLine> | undefined,
): PlacedSuggestion | null {
  const range = lines && (change.before.length > 0 ? replaced(change, lines) : inserted(change, lines));
  if (!range || [...range.before, ...range.after].some((text) => UNSEEN.test(text))) return null;
  const { startLine, before, after } = range;
  return { path: change.path, startLine, line: startLine + before.length - 1, block: block(after) };
}

interface Range {
  readonly startLine: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

function replaced({ line, before, after }: ChangedLines, lines: ReadonlyMap<number, DiffLine>): Range | null {
  const hunk = lines.get(line)?.hunk;
  const isShown = before.every((text, index) => {
    const shown = lines.get(line + index);
    return shown?.text === text && shown.hunk === hunk;
  });
  return isShown ? { startLine: line, before, after } : null;
}

/** A suggestion replaces lines, so that what only goes in between takes a neighbour along. */
function inserted({ line, after }: ChangedLines, lines: ReadonlyMap<number, DiffLine>): Range | null {
  const above = lines.get(line - 1);
  if (above) return { startLine: line - 1, before: [above.text], after: [above.text, ...after] };
  const below = lines.get(line);
  return below ? { startLine: line, before: [below.text], after: [...after, below.text] } : null;
}

/** In a fence that is longer than any in the text. */
function block(lines: readonly string[]): string {
  const longest = lines.reduce(
    (most, line) => (line.match(/`+/g) ?? []).reduce((sofar, run) => Math.max(sofar, run.length), most),
    2,
  );
  const fence = "`".repeat(longest + 1);
  return [`${fence}suggestion`, ...lines, fence].join("\n");
}
