import { statSync, watch, type FSWatcher } from "node:fs";
import { basename, dirname, extname } from "node:path";

/** Waits for files to be saved. */
export interface FileWatch {
  /**
   * Also watches these files (absolute paths), and other documents in their folders. One that was written after `since`
   * (milliseconds) counts as saved already, so that nothing is missed between reading and watching.
   */
  cover(files: readonly string[], since: number): void;
  /** Comes back once something was saved and then nothing for a moment; `ended` after `end`. */
  next(): Promise<"saved" | "ended">;
  end(): void;
}

const DOCUMENTS = new Set([".md", ".markdown", ".mdx"]);
/** Editors write a file in several steps, and a formatter once more. */
const SETTLED = 150;

/** Folders are watched, not files: many editors save by putting another file in the place of the old one. */
export function watchFiles(settled = SETTLED): FileWatch {
  const watchers = new Map<string, FSWatcher>();
  const names = new Map<string, Set<string>>();
  let isEnded = false;
  let isSaved = false;
  let timer: NodeJS.Timeout | undefined;
  let wake: (() => void) | undefined;

  const saved = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      isSaved = true;
      wake?.();
    }, settled);
  };
  const coverFolder = (folder: string) => {
    try {
      const watcher = watch(folder, (_, name) => {
        if (name === null || DOCUMENTS.has(extname(name)) || names.get(folder)?.has(name)) saved();
      });
      // A folder that is removed is watched again as soon as a file in it is read again.
      watcher.on("error", () => {
        watcher.close();
        watchers.delete(folder);
      });
      watchers.set(folder, watcher);
    } catch {
      // A folder that is not there holds nothing to be saved; the next check says what is missing.
    }
  };
  return {
    cover(files, since) {
      for (const file of files) {
        const folder = dirname(file);
        names.set(folder, (names.get(folder) ?? new Set()).add(basename(file)));
        if (!watchers.has(folder)) coverFolder(folder);
        if (writtenAt(file) > since) saved();
      }
    },
    async next() {
      while (!isSaved && !isEnded) await new Promise<void>((resolve) => (wake = resolve));
      isSaved = false;
      return isEnded ? "ended" : "saved";
    },
    end() {
      isEnded = true;
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
      wake?.();
    },
  };
}

function writtenAt(file: string): number {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}
