/** Lines of a file as a pull request's diff shows them on its right side. */
export interface DiffLine {
  readonly text: string;
  /** Which hunk shows it: comments do not reach over several. */
  readonly hunk: number;
}

const HUNK = /^@@ -\d{1,9}(?:,\d{1,9})? \+(\d{1,9})(?:,\d{1,9})? @@/;

/** The lines of head that a patch shows, changed or not, by their number from 1. */
export function diffLines(patch: string): ReadonlyMap<number, DiffLine> {
  const lines = new Map<number, DiffLine>();
  let hunk = 0;
  let number = 0;
  for (const row of patch.split("\n")) {
    const start = HUNK.exec(row);
    if (start) {
      hunk += 1;
      number = Number(start[1]);
    } else if (hunk > 0 && (row.startsWith(" ") || row.startsWith("+"))) {
      lines.set(number, { text: row.slice(1), hunk });
      number += 1;
    }
  }
  return lines;
}
