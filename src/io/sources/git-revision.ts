import { SetupError } from "../../model/setup-error.js";
import { decodeDocument, refuseTooLarge } from "./decode-document.js";
import { refuseTooMuch } from "./refuse-too-much.js";
import type { Reading, Revision } from "./revision.js";
import { runGit } from "./run-git.js";

interface TreeEntry {
  readonly mode: string;
  readonly object: string;
}

const REGULAR_FILE = /^100/;
const LINK = "120000";

/**
 * The commit that `ref` names in the repository at `root`. Throws a SetupError `no-such-revision` when it names
 * none, and `bad-arguments` for what git could take for an option.
 */
export async function gitRevision(root: string, ref: string): Promise<Revision> {
  const commit = await commitOf(root, ref);
  let entries: Promise<ReadonlyMap<string, TreeEntry>> | undefined;
  const tree = () => (entries ??= listTree(root, ref, commit));
  return {
    name: ref,
    list: async () => [...(await tree()).keys()],
    read: async (paths) => readBlobs(root, ref, await tree(), paths),
  };
}

async function commitOf(root: string, ref: string): Promise<string> {
  if (ref === "" || ref.startsWith("-") || /[\0-\x20\x7f]/.test(ref)) {
    throw new SetupError("bad-arguments", `${JSON.stringify(ref)} is no name of a revision.`, {
      mend: "Give a branch, a tag or a commit, such as --base main or --base origin/main.",
    });
  }
  const { exitCode, stdout, stderr } = await runGit(root, [
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${ref}^{commit}`,
  ]);
  const commit = stdout.toString("utf8").trim();
  if (exitCode === 0 && /^[0-9a-f]{40,64}$/.test(commit)) return commit;
  throw new SetupError("no-such-revision", `The revision ${JSON.stringify(ref)} is not in this repository.`, {
    mend:
      firstLine(stderr) ||
      "Check the name, or fetch it first: a shallow clone (actions/checkout without `fetch-depth: 0`) has one commit only.",
  });
}

async function listTree(root: string, ref: string, commit: string): Promise<ReadonlyMap<string, TreeEntry>> {
  const { exitCode, stdout, stderr } = await runGit(root, ["ls-tree", "-r", "-z", "--full-tree", commit]);
  if (exitCode !== 0) throw unreadable(`The files of ${ref}`, stderr);
  const rows = stdout.toString("utf8").split("\0").filter(Boolean);
  const entries = rows.map((row): [string, TreeEntry] => {
    const tab = row.indexOf("\t");
    const [mode = "", , object = ""] = row.slice(0, tab).split(" ");
    return [row.slice(tab + 1), { mode, object }];
  });
  const files = entries.filter(([, { mode }]) => REGULAR_FILE.test(mode) || mode === LINK);
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function readBlobs(
  root: string,
  ref: string,
  tree: ReadonlyMap<string, TreeEntry>,
  paths: readonly string[],
): Promise<Reading> {
  const wanted: { path: string; object: string }[] = [];
  const remarks: string[] = [];
  for (const path of paths) {
    const entry = tree.get(path);
    if (entry?.mode === LINK) remarks.push(`${path} is a symbolic link at ${ref} and is not read there.`);
    else if (entry) wanted.push({ path, object: entry.object });
  }
  if (wanted.length === 0) return { documents: [], remarks };

  const objects = wanted.map(({ object }) => `${object}\n`).join("");
  const sizes = await runGit(root, ["cat-file", "--batch-check=%(objectsize)"], objects);
  const sizeOf = sizes.stdout.toString("utf8").split("\n");
  let total = 0;
  wanted.forEach(({ path }, index) => {
    const bytes = Number(sizeOf[index]);
    if (!Number.isInteger(bytes)) throw unreadable(`${path} at ${ref}`, sizes.stderr);
    refuseTooLarge(path, bytes);
    total += bytes;
  });
  refuseTooMuch({ documents: wanted.length, bytes: total });

  const { exitCode, stdout, stderr } = await runGit(root, ["cat-file", "--batch=%(objectsize)"], objects);
  if (exitCode !== 0) throw unreadable(`The documents of ${ref}`, stderr);
  let at = 0;
  const documents = wanted.map(({ path }, index) => {
    const start = stdout.indexOf("\n", at) + 1;
    const end = start + Number(sizeOf[index]);
    at = end + 1;
    const { document, remark } = decodeDocument(path, stdout.subarray(start, end));
    if (remark) remarks.push(`${remark.replace(/[.]$/, "")} (at ${ref}).`);
    return document;
  });
  return { documents, remarks };
}

function unreadable(what: string, stderr: string): SetupError {
  return new SetupError("unreadable", `${what} could not be read with git: ${firstLine(stderr) || "no reason given"}`, {
    mend: "Check that the repository is complete: `git fsck`.",
  });
}

const firstLine = (text: string): string => text.trim().split("\n", 1)[0] ?? "";
