import { limits } from "../../model/limits.js";

/** Deeper than any person writes; a parser's time grows with the square of it, and its stack with it. */
const CONTAINERS = new RegExp(`^(?:[ \\t]{0,8}(?:>|(?:[-*+]|\\d{1,9}[.)])[ \\t])){${limits.nesting}}`);
/** What is said of a line that is not read. */
export const NESTED_TOO_DEEPLY = "This line is nested too deeply to be read; nothing in it counts.";
/** What a table's second row looks like; each further one in a paragraph makes a parser look for the table's head again. */
const DELIMITER_ROW = /^[ \t]{0,8}\|?[ \t]{0,8}:?-{1,200}:?[ \t]{0,8}\|/;
const MARKS = /\\.|(?:\*+|_+|~~+)|[[\]]/gsu;

/**
 * A test for the lines of a document, one after the other: is this line nested deeper than a parser should be asked to
 * follow, by quotes and lists it opens, or by emphasis and brackets left open since the last blank line? Or does it hold
 * more marks than a parser compares with each other in a short time?
 */
export function createNestingTest(): (line: string) => boolean {
  let depth = 0;
  let marks = 0;
  let delimiters = 0;
  return (line) => {
    if (line.length >= limits.nesting && CONTAINERS.test(line)) return true;
    if (/^[ \t]*$/.test(line)) depth = delimiters = 0;
    if (DELIMITER_ROW.test(line)) delimiters++;
    // What stands in an entry, a row or a heading is parsed on its own.
    if (/^[ \t]*(?:$|[|#>]|[-*+][ \t]|\d{1,9}[.)][ \t])/.test(line)) marks = 0;
    marks += line.match(/<[!?]/g)?.length ?? 0;
    let deepest = depth;
    MARKS.lastIndex = 0;
    for (let match = MARKS.exec(line); match !== null; match = MARKS.exec(line)) {
      depth = Math.max(0, depth + step(line, match));
      marks++;
      deepest = Math.max(deepest, depth);
    }
    if (deepest < limits.nesting && delimiters < limits.nesting && marks <= limits.marks) return false;
    depth = marks = delimiters = 0;
    return true;
  };
}

/** 1 for a mark that can only open, -1 for one that can close, 0 for any other. */
function step(line: string, { 0: mark, index }: RegExpExecArray): -1 | 0 | 1 {
  if (mark === "[") return 1;
  if (mark === "]") return -1;
  if (mark.startsWith("\\")) return 0;
  const before = line[index - 1] ?? " ";
  const after = line[index + mark.length] ?? " ";
  if (/\s/.test(after)) return /\s/.test(before) ? 0 : -1;
  if (/\s/.test(before)) return 1;
  const isInWord = /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
  return isInWord ? 0 : /[\p{L}\p{N}]/u.test(before) ? -1 : 1;
}
