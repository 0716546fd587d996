import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { SetupError } from "../../model/setup-error.js";

/** Writes a page to `path`, making the folders above it. Throws a SetupError `bad-arguments` where nothing can be written. */
export async function writePage(path: string, html: string, directory: string): Promise<void> {
  const file = resolve(directory, path);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, html);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown";
    throw new SetupError("bad-arguments", `The page cannot be written to ${path} (${code}).`, {
      mend: "Name a file in a folder that you may write to.",
    });
  }
}
