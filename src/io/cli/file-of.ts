import { realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { SourceDocument } from "../../model/document.js";
import { SetupError } from "../../model/setup-error.js";
import { gitRoot } from "../sources/run-git.js";

/** The file a document was read from, which must still hold exactly what was read. */
export async function fileOf({ path, text }: SourceDocument, directory: string): Promise<string> {
  const here = realpathSync(directory);
  const root = (await gitRoot(here)) ?? here;
  for (const file of new Set([join(root, path), resolve(here, path)])) {
    const bytes = await readFile(file).catch(() => null);
    if (bytes?.equals(Buffer.from(text, "utf8"))) return file;
  }
  throw new SetupError(
    "bad-input",
    `${path} cannot be written: it is no file of valid UTF-8 that holds what was read.`,
    {
      mend: "Name a file on disk, saved as UTF-8; anything else cannot be written back.",
    },
  );
}
