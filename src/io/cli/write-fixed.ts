import { writeFile } from "node:fs/promises";
import type { FixedPlans } from "../../model/fixed-plans.js";
import type { DiffRow } from "../../model/report.js";
import { fileOf } from "./file-of.js";
import { printable } from "./printable.js";

/** Writes what changed, unless it is a dry run, and says what that was. All files are looked at before the first is written. */
export async function writeFixed(fixed: FixedPlans, isDryRun: boolean, directory: string): Promise<string> {
  const changed = fixed.after.filter(({ text }, index) => text !== fixed.before[index]!.text);
  if (!isDryRun) {
    const before = new Map(fixed.before.map((document) => [document.path, document]));
    const files = await Promise.all(changed.map(({ path }) => fileOf(before.get(path)!, directory)));
    for (const [index, file] of files.entries()) await writeFile(file, changed[index]!.text, "utf8");
  }
  const { titles, skipped, forReview, rounds } = fixed;
  const made = isDryRun ? "would be made" : "made";
  const lines = [
    ...rounds.flatMap(diffLines),
    ...(titles.length === 0 ? ["Nothing to fix."] : [`${count(titles.length, "fix", "fixes")} ${made}:`]),
    ...titles.map((title) => `  ${title}`),
    ...(skipped.length === 0 ? [] : ["Left out, because another fix is in the way; run it again:"]),
    ...skipped.map((title) => `  ${title}`),
    ...(forReview.length === 0 ? [] : ["Not made, because a person should look at it; --all makes it, too:"]),
    ...forReview.map((title) => `  ${title}`),
  ];
  return `${lines.map(printable).join("\n")}\n`;
}

/** As in a patch without context. */
function diffLines(rows: readonly DiffRow[]): string[] {
  const lines: string[] = [];
  let last: DiffRow | null = null;
  for (const row of rows) {
    if (last?.path !== row.path) lines.push(`--- ${row.path}`, `+++ ${row.path}`);
    if (last?.path !== row.path || last.line + 1 !== row.line) lines.push(`@@ line ${row.line} @@`);
    if (row.before !== null) lines.push(`-${row.before}`);
    if (row.after !== null) lines.push(`+${row.after}`);
    last = row;
  }
  return lines;
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
