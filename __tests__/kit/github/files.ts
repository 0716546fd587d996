import type { FileTree, TreeEntry } from "./git-objects.js";
import type { ObjectStore } from "./object-store.js";

/** How a test writes one file down: its text, its bytes, or one of git's special entries. Null deletes it. */
export type WrittenFile =
  | string
  | Buffer
  | null
  | { readonly executable: string }
  | { readonly symlinkTo: string }
  | { readonly submoduleAt: string };

export type WrittenFiles = Readonly<Record<string, WrittenFile>>;

/** The tree after these files were written over it. */
export function writeFiles(objects: ObjectStore, tree: FileTree, files: WrittenFiles): FileTree {
  const written = new Map(tree);
  for (const [path, file] of Object.entries(files)) {
    if (file === null) {
      if (!written.delete(path)) throw new Error(`Cannot delete ${path}: there is no such file`);
    } else {
      written.set(path, entryOf(objects, file));
    }
  }
  return written;
}

function entryOf(objects: ObjectStore, file: Exclude<WrittenFile, null>): TreeEntry {
  if (typeof file === "string") return { mode: "100644", sha: objects.addBlob(Buffer.from(file)) };
  if (Buffer.isBuffer(file)) return { mode: "100644", sha: objects.addBlob(file) };
  if ("executable" in file) return { mode: "100755", sha: objects.addBlob(Buffer.from(file.executable)) };
  if ("symlinkTo" in file) return { mode: "120000", sha: objects.addBlob(Buffer.from(file.symlinkTo)) };
  return { mode: "160000", sha: file.submoduleAt };
}
