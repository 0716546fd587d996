import {
  blobSha,
  type Commit,
  commitSha,
  type DirectoryChild,
  type FileTree,
  type TreeEntry,
  treeSha,
} from "./git-objects.js";

/** The git objects of a repository and its forks, which GitHub keeps together too. */
export class ObjectStore {
  private readonly blobs = new Map<string, Buffer>();
  private readonly trees = new Map<string, FileTree>();
  private readonly commits = new Map<string, Commit>();

  addBlob(content: Buffer): string {
    const sha = blobSha(content);
    this.blobs.set(sha, content);
    return sha;
  }

  /** Stores a directory and every directory in it; the answer is its id. */
  addTree(files: FileTree): string {
    const below = new Map<string, Map<string, TreeEntry>>();
    const children: DirectoryChild[] = [];
    for (const [path, entry] of files) {
      const slash = path.indexOf("/");
      if (slash === -1) {
        children.push({ name: path, ...entry });
        continue;
      }
      const directory = path.slice(0, slash);
      const inside = below.get(directory) ?? new Map<string, TreeEntry>();
      below.set(directory, inside.set(path.slice(slash + 1), entry));
    }
    for (const [name, inside] of below) children.push({ name, mode: "040000", sha: this.addTree(inside) });
    const sha = treeSha(children);
    this.trees.set(sha, files);
    return sha;
  }

  addCommit(commit: Omit<Commit, "sha">): Commit {
    const stored = { sha: commitSha(commit), ...commit };
    this.commits.set(stored.sha, stored);
    return stored;
  }

  blob(sha: string): Buffer | undefined {
    return this.blobs.get(sha);
  }

  tree(sha: string): FileTree | undefined {
    return this.trees.get(sha);
  }

  commit(sha: string): Commit | undefined {
    return this.commits.get(sha);
  }

  /** The commit with this id, or with the only id that begins so. */
  commitBeginning(prefix: string): Commit | undefined {
    const exact = this.commits.get(prefix);
    if (exact !== undefined || !/^[0-9a-f]{7,39}$/.test(prefix)) return exact;
    const found = [...this.commits.values()].filter(({ sha }) => sha.startsWith(prefix));
    return found.length === 1 ? found[0] : undefined;
  }

  filesOf(commit: string): FileTree {
    const { tree } = this.existingCommit(commit);
    const files = this.trees.get(tree);
    if (files === undefined) throw new Error(`The fake has no tree ${tree}`);
    return files;
  }

  existingCommit(sha: string): Commit {
    const commit = this.commits.get(sha);
    if (commit === undefined) throw new Error(`The fake has no commit ${sha}`);
    return commit;
  }
}
