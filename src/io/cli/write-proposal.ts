import { mkdir, realpath, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { createInterface } from "node:readline/promises";
import { diffLines } from "./diff-lines.js";
import type { Proposal, ProposedFile } from "../../model/proposal.js";
import { SetupError } from "../../model/setup-error.js";
import { plainText } from "../../render/shared/plain-text.js";
import { fileOf } from "./file-of.js";
import { printable } from "./printable.js";

/** What stands before anything is written: each file as a diff, and what it is for. */
export function proposalText({ files, remarks }: Proposal): string {
  const lines = files.flatMap(({ path, before, after, action, about }) => [
    `${plainText(path)}: ${action === "keep" ? "is there and stays as it is; proposed was " : ""}${about}`,
    ...diffLines(path, before, after).map(printable),
    "",
  ]);
  return [...lines, ...remarks.map((remark) => plainText(remark)), ""].join("\n");
}

/**
 * Writes what is to be written: new files where nothing is, plans as long as they hold what was read. Answers with the
 * paths. Throws a SetupError `bad-input` rather than replace anything.
 */
export async function writeProposal(files: readonly ProposedFile[], root: string): Promise<string[]> {
  const toWrite = files.filter(({ action }) => action === "write");
  const known: (string | null)[] = [];
  for (const { path, before } of toWrite) {
    known.push(before === null ? null : await fileOf({ path, text: before }, root));
  }
  for (const [index, { path, after }] of toWrite.entries()) {
    const file = known[index] ?? (await roomFor(path, root));
    try {
      await writeFile(file, after, { encoding: "utf8", flag: known[index] ? "w" : "wx" });
    } catch (error) {
      const { message } = error as NodeJS.ErrnoException;
      throw new SetupError("bad-input", `${path} cannot be written: ${message}.`, {
        mend: "Look what is in the way; what was written before it stays. Nothing is ever replaced.",
      });
    }
  }
  return toWrite.map(({ path }) => path);
}

async function roomFor(path: string, root: string): Promise<string> {
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  const isInside = !relative(await realpath(root), await realpath(dirname(file))).startsWith("..");
  if (isInside) return file;
  throw new SetupError("bad-input", `${path} would be written outside of the repository.`, {
    mend: "Replace the symbolic link on the way to it by a folder.",
  });
}

/** Asks at the terminal; everything but a yes is a no, also the end of input. */
export async function agree(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
  try {
    return /^y(?:es)?$/i.test((await Promise.race([terminal.question(question), ended])).trim());
  } finally {
    terminal.close();
  }
}
