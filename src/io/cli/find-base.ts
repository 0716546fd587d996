import { basename, dirname, resolve } from "node:path";
import type { SourceDocument } from "../../model/document.js";
import { SetupError } from "../../model/setup-error.js";
import { gitRevision } from "../sources/git-revision.js";
import type { Revision } from "../sources/revision.js";
import { workingTree } from "../sources/working-tree.js";
import { canonical, statsOf, type Surroundings } from "./find-documents.js";

/** What the plans are compared with. Only a revision decides the policy as well: files on disk are nobody's word. */
export type Base =
  | { readonly kind: "revision"; readonly tree: Revision }
  | { readonly kind: "folder"; readonly tree: Revision }
  | { readonly kind: "file"; readonly document: SourceDocument; readonly remarks: readonly string[] };

const IS_PATH = /^[.]{0,2}[/\\]/;

/**
 * What `--base` names, or a state of `plan-gate diff`. Throws a SetupError: `no-such-revision` or `no-such-file` when that is nothing,
 * `bad-arguments` when it is two things.
 */
export async function findBase(written: string, { directory, root }: Surroundings): Promise<Base> {
  const file = canonical(resolve(directory, written));
  const stats = statsOf(file);
  if (!stats) {
    if (!IS_PATH.test(written)) return { kind: "revision", tree: await gitRevision(root, written) };
    throw noSuchFile(
      `There is no file or folder ${written} to compare with.`,
      "Check the path; it goes from the folder you are in.",
    );
  }
  if (!IS_PATH.test(written) && (await namesRevision(root, written))) {
    throw new SetupError("bad-arguments", `${written} is a revision as well as a file or folder.`, {
      mend: `Write ./${written} for what is on disk, refs/heads/${written} for the branch.`,
    });
  }
  if (stats.isDirectory()) return { kind: "folder", tree: workingTree(file, written) };
  const { documents, remarks } = await workingTree(dirname(file)).read([basename(file)]);
  const [document] = documents;
  if (!document) throw noSuchFile(`${written} is no file that can be compared with.`, "Name a regular file.");
  return { kind: "file", document: { path: written, text: document.text }, remarks };
}

async function namesRevision(root: string, written: string): Promise<boolean> {
  try {
    await gitRevision(root, written);
    return true;
  } catch (error) {
    if (error instanceof SetupError) return false;
    throw error;
  }
}

const noSuchFile = (message: string, mend: string): SetupError => new SetupError("no-such-file", message, { mend });
