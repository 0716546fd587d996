/** The lines that two texts differ in, as GitHub's file lists show them. */
export interface LineDiff {
  readonly additions: number;
  readonly deletions: number;
  /** Unified hunks without the file header; empty when the texts are equal. */
  readonly patch: string;
}

interface Line {
  readonly sign: " " | "+" | "-";
  readonly text: string;
}

const CONTEXT = 3;

/** Above this many comparisons the differing middle is shown as wholly replaced: a fake need not find the least change. */
const MOST_COMPARISONS = 1_000_000;

export function lineDiff(before: string, after: string): LineDiff {
  const lines = alignedLines(splitLines(before), splitLines(after));
  return {
    additions: lines.filter(({ sign }) => sign === "+").length,
    deletions: lines.filter(({ sign }) => sign === "-").length,
    patch: hunks(lines),
  };
}

/** Where a line (from 1) of `before` stands in `after`; null when it is not there any more. */
export function movedLine(before: string, after: string, line: number): number | null {
  let oldLine = 0;
  let newLine = 0;
  for (const { sign } of alignedLines(splitLines(before), splitLines(after))) {
    if (sign !== "+") oldLine += 1;
    if (sign !== "-") newLine += 1;
    if (oldLine === line && sign !== "+") return sign === " " ? newLine : null;
  }
  return null;
}

function splitLines(text: string): string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

function alignedLines(before: readonly string[], after: readonly string[]): Line[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const left = Math.min(before.length, after.length) - start;
  while (end < left && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const kept = (text: string): Line => ({ sign: " ", text });
  return [
    ...before.slice(0, start).map(kept),
    ...alignedMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...before.slice(before.length - end).map(kept),
  ];
}

/** Keeps a longest common subsequence of the lines. */
function alignedMiddle(before: readonly string[], after: readonly string[]): Line[] {
  const comparable = before.length * after.length <= MOST_COMPARISONS;
  const width = after.length + 1;
  const longest = new Uint32Array(comparable ? (before.length + 1) * width : 0);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = before.length - 1; comparable && i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const old = before[i];
    const young = after[j];
    if (comparable && old !== undefined && old === young) {
      lines.push({ sign: " ", text: old });
      i += 1;
      j += 1;
    } else if (old !== undefined && (young === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ sign: "-", text: old });
      i += 1;
    } else {
      lines.push({ sign: "+", text: young ?? "" });
      j += 1;
    }
  }
  return lines;
}

function hunks(lines: readonly Line[]): string {
  const shown = new Set<number>();
  for (const [index, { sign }] of lines.entries()) {
    if (sign === " ") continue;
    for (let near = index - CONTEXT; near <= index + CONTEXT; near += 1) shown.add(near);
  }
  const texts: string[] = [];
  let hunk: Line[] = [];
  let oldLine = 1;
  let newLine = 1;
  const close = () => {
    if (hunk.length > 0) texts.push(hunkText(hunk, oldLine, newLine));
    hunk = [];
  };
  for (const [index, line] of lines.entries()) {
    if (shown.has(index)) {
      hunk.push(line);
    } else {
      close();
    }
    if (line.sign !== "+") oldLine += 1;
    if (line.sign !== "-") newLine += 1;
  }
  close();
  return texts.join("\n");
}

/** `oldEnd` and `newEnd` are the lines after the hunk's last one. */
function hunkText(hunk: readonly Line[], oldEnd: number, newEnd: number): string {
  const oldCount = hunk.filter(({ sign }) => sign !== "+").length;
  const newCount = hunk.filter(({ sign }) => sign !== "-").length;
  const range = (end: number, count: number) => `${count === 0 ? end - 1 : end - count},${count}`;
  const header = `@@ -${range(oldEnd, oldCount)} +${range(newEnd, newCount)} @@`;
  return [header, ...hunk.map(({ sign, text }) => sign + text)].join("\n");
}

/** Whether at least half of the lines are the same, which is about where git begins to call a change a rename. */
export function mostlySame(before: string, after: string): boolean {
  const lines = splitLines(before);
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  let same = 0;
  const other = splitLines(after);
  for (const line of other) {
    const left = counts.get(line) ?? 0;
    if (left > 0) same += 1;
    counts.set(line, left - 1);
  }
  return same > 0 && same * 2 >= Math.max(lines.length, other.length);
}
