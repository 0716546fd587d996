import { writeFile } from "node:fs/promises";
import type { SourceDocument } from "../../model/document.js";
import { SetupError } from "../../model/setup-error.js";
import { plainText } from "../../render/shared/plain-text.js";
import type { SyncCommand } from "./command.js";
import { fileOf } from "./file-of.js";

interface Synced {
  readonly document: SourceDocument;
  readonly newText: string;
  readonly written: readonly string[];
  readonly sections: number;
}

/**
 * Brings documents up to date on disk, or only says what is out of date, or gives the text of one. All files are looked
 * at before the first is written.
 */
export async function syncDocuments(
  synced: readonly Synced[],
  to: SyncCommand["to"],
  directory: string,
): Promise<{ readonly text: string; readonly exitCode: 0 | 1 }> {
  const [only] = synced;
  if (to === "stdout") {
    if (synced.length !== 1) {
      throw new SetupError("bad-arguments", `--stdout is for one document; there are ${synced.length}.`, {
        mend: "Name the one document.",
      });
    }
    return { text: only!.newText, exitCode: 0 };
  }
  const outdated = synced.filter(({ written }) => written.length > 0);
  if (to === "files") {
    const files = await Promise.all(outdated.map(({ document }) => fileOf(document, directory)));
    for (const [index, file] of files.entries()) await writeFile(file, outdated[index]!.newText, "utf8");
  }
  const lines = outdated.map(
    ({ document, written }) =>
      `${plainText(document.path)}: ${to === "files" ? "wrote" : "out of date:"} ${written.join(", ")}`,
  );
  const isNone = synced.every(({ sections }) => sections === 0);
  if (lines.length === 0) lines.push(isNone ? "There is no managed section." : "All managed sections are up to date.");
  return { text: `${lines.join("\n")}\n`, exitCode: to === "nowhere" && outdated.length > 0 ? 1 : 0 };
}
