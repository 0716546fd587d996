import { existsSync } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, relative, isAbsolute, sep } from "node:path";
import { SetupError } from "../../model/setup-error.js";
import type { SourceDocument } from "../../model/document.js";
import { decodeDocument, refuseTooLarge } from "./decode-document.js";
import { refuseTooMuch } from "./refuse-too-much.js";
import { repositoryPath } from "./repository-path.js";
import type { Revision } from "./revision.js";
import { runGit } from "./run-git.js";

/** Folders that hold other people's documents. */
const SKIPPED_FOLDERS = new Set([".git", "node_modules"]);

/**
 * The files of a folder as they are on disk now. Where `root` is a git work tree, what git ignores is not listed.
 * A symbolic link is read when it stays inside `root`; one that leaves it is a SetupError `bad-input`.
 */
export function workingTree(root: string, name = "working tree"): Revision {
  return {
    name,
    list: async () => {
      const paths = (await listByGit(root)) ?? (await walk(root, ""));
      return [...paths].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    },
    read: async (paths) => {
      const documents: SourceDocument[] = [];
      const remarks: string[] = [];
      let total = 0;
      refuseTooMuch({ documents: paths.length, bytes: 0 });
      for (const path of paths) {
        const bytes = await readInside(root, repositoryPath(path));
        if (!bytes) continue;
        total += bytes.byteLength;
        refuseTooMuch({ documents: paths.length, bytes: total });
        const { document, remark } = decodeDocument(path, bytes);
        documents.push(document);
        if (remark) remarks.push(remark);
      }
      return { documents, remarks };
    },
  };
}

async function listByGit(root: string): Promise<readonly string[] | null> {
  if (!existsSync(join(root, ".git"))) return null;
  const { exitCode, stdout } = await runGit(root, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  if (exitCode !== 0) return null;
  // A conflicted file is listed once for each side.
  return [...new Set(stdout.toString("utf8").split("\0").filter(Boolean))];
}

async function walk(root: string, folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (!entry.isDirectory()) paths.push(path);
    else if (!SKIPPED_FOLDERS.has(entry.name)) paths.push(...(await walk(root, path)));
  }
  return paths;
}

async function readInside(root: string, path: string): Promise<Uint8Array | null> {
  const place = { path, line: 1, column: 1 };
  try {
    const file = await realpath(join(root, path));
    const inside = relative(await realpath(root), file);
    if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
      throw new SetupError("bad-input", `${path} is a symbolic link that leads out of the tree.`, {
        mend: "Put the document itself into the repository.",
        place,
      });
    }
    const { size, isRegular } = await stat(file).then((s) => ({ size: s.size, isRegular: s.isFile() }));
    if (!isRegular) return null;
    refuseTooLarge(path, size);
    return await readFile(file);
  } catch (error) {
    if (error instanceof SetupError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw new SetupError("unreadable", `${path} could not be read: ${message}.`, {
      mend: "Check the permissions of the file.",
      place,
    });
  }
}
