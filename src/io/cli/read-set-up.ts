import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import type { SourceDocument } from "../../model/document.js";
import { SetupError } from "../../model/setup-error.js";
import type { Revision } from "../sources/revision.js";
import { gitRoot } from "../sources/run-git.js";
import { workingTree } from "../sources/working-tree.js";
import { statsOf } from "./find-documents.js";

/** What decides about the gate in a repository on disk. */
export interface SetUp {
  readonly root: string;
  readonly tree: Revision;
  readonly paths: readonly string[];
  readonly documents: readonly SourceDocument[];
}

const SET_UP = /^\.github\/workflows\/[^/]+\.ya?ml$|(?:^|\/)action\.ya?ml$|^(?:\.github\/|docs\/)?CODEOWNERS$/;
const MOST_DOCUMENTS = 500;

/**
 * Reads the set-up of the repository that a folder belongs to. `alsoIn` names what else is wanted, by what was read.
 * Throws a SetupError `no-such-file` for no folder.
 */
export async function readSetUp(
  written: string | null,
  directory: string,
  alsoIn: (documents: readonly SourceDocument[]) => readonly string[],
): Promise<SetUp> {
  const folder = resolve(directory, written ?? ".");
  if (!statsOf(folder)?.isDirectory()) {
    throw new SetupError("no-such-file", `There is no folder ${written}.`, { mend: "Name the repository's folder." });
  }
  const here = realpathSync(folder);
  const root = realpathSync((await gitRoot(here)) ?? here);
  const tree = workingTree(root);
  const paths = await tree.list();
  const { documents } = await tree.read(paths.filter((path) => SET_UP.test(path)).slice(0, MOST_DOCUMENTS));
  const more = await tree.read(alsoIn(documents));
  return { root, tree, paths, documents: [...documents, ...more.documents] };
}
