const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u;
const NARROW = /[\p{M}\p{Cf}]/u;

/** Columns that a text takes in a terminal: wide characters two, combining and invisible ones none. */
export function columnsOf(text: string): number {
  if (!/[^ -~]/.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += NARROW.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return columns;
}

/** The text filled with blanks to `columns`, on the right or, for numbers, on the left. */
export function pad(text: string, columns: number, side: "left" | "right" = "right"): string {
  const blanks = " ".repeat(Math.max(0, columns - columnsOf(text)));
  return side === "right" ? text + blanks : blanks + text;
}

/** Rows as aligned lines, two blanks between columns; columns named in `numbers` are right-aligned. */
export function alignedRows(rows: readonly (readonly string[])[], numbers: ReadonlySet<number>): string[] {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, index) => Math.max(widest[index] ?? 0, columnsOf(cell))),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, index) => pad(cell, widths[index]!, numbers.has(index) ? "left" : "right"))
      .join("  ")
      .trimEnd(),
  );
}

/** The text broken at blanks into lines of at most `columns`; a longer word stays whole, so paths can be copied. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(" ")) {
    const needed = columnsOf(word);
    if (line !== "" && used + 1 + needed > columns) {
      lines.push(line);
      line = word;
      used = needed;
    } else {
      used = line === "" ? needed : used + 1 + needed;
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
