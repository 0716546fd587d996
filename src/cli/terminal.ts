import { showProgress, type Progress } from "../io/cli/show-progress.js";
import { wantsColor, widthOf, write } from "../io/cli/standard-streams.js";
import { plainText } from "../render/shared/plain-text.js";
import { terminalStyle, type Paint } from "../render/shared/terminal-style.js";

/** Beside the answer: a remark may name a file, and anybody names files. */
export const tell = (remarks: readonly string[]): Promise<void> =>
  write(process.stderr, remarks.map((remark) => `plan-gate: ${plainText(remark)}\n`).join(""));

/** The clock of the whole program: the calendar day, UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** What the standard output is. */
export const terminal = (): { color: boolean; width: number } => ({
  color: wantsColor(process.stdout),
  width: widthOf(process.stdout),
});

/** Colours, where the standard output has some. */
export const paint = (): Paint => terminalStyle(wantsColor(process.stdout));

/** A line across with a title. */
export const ruler = (title: string): string =>
  paint()(`── ${title} `.padEnd(Math.min(widthOf(process.stdout), 100), "─"), "dim");

/** Shows that work is going on while it is, if somebody is looking. */
export async function working<Answer>(
  { quiet }: { readonly quiet: boolean },
  work: (progress: Progress) => Promise<Answer>,
): Promise<Answer> {
  const progress = showProgress(!quiet && process.stderr.isTTY === true);
  try {
    return await work(progress);
  } finally {
    await progress.end();
  }
}
