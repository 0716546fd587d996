import { createHash } from "node:crypto";

/** Regular file, executable file, symbolic link, submodule. */
export type FileMode = "100644" | "100755" | "120000" | "160000";

/** One file of a tree. Of a submodule, the id is a commit of another repository. */
export interface TreeEntry {
  readonly mode: FileMode;
  readonly sha: string;
}

/** Every file below a directory, by its path from there. Directories are implied, as they are in git's index. */
export type FileTree = ReadonlyMap<string, TreeEntry>;

/** Who made a commit, and when. */
export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly date: string;
}

export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Signature;
  readonly committer: Signature;
}

/** A blob, a directory or a submodule directly inside a directory. */
export interface DirectoryChild {
  readonly name: string;
  readonly mode: FileMode | "040000";
  readonly sha: string;
}

export const blobSha = (content: Buffer): string => hash("blob", content);

/** The id git gives to a directory with these children. */
export function treeSha(children: readonly DirectoryChild[]): string {
  // Git sorts a directory as if its name ended in a slash, and writes its mode without the leading zero.
  const key = ({ mode, name }: DirectoryChild) => (mode === "040000" ? `${name}/` : name);
  const sorted = [...children].sort((a, b) => Buffer.compare(Buffer.from(key(a)), Buffer.from(key(b))));
  return hash(
    "tree",
    Buffer.concat(
      sorted.flatMap(({ mode, name, sha }) => [
        Buffer.from(`${mode.replace(/^0/, "")} ${name}\0`),
        Buffer.from(sha, "hex"),
      ]),
    ),
  );
}

export function commitSha({ tree, parents, message, author, committer }: Omit<Commit, "sha">): string {
  const lines = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${signatureLine(author)}`,
    `committer ${signatureLine(committer)}`,
    "",
    message,
  ];
  return hash("commit", Buffer.from(lines.join("\n")));
}

const signatureLine = ({ name, email, date }: Signature) => `${name} <${email}> ${Date.parse(date) / 1000} +0000`;

function hash(kind: string, content: Buffer): string {
  return createHash("sha1").update(`${kind} ${content.length}\0`).update(content).digest("hex");
}
