import type { FileTree, TreeEntry } from "./git-objects.js";

/** One file that two trees differ in. */
export type FileChange =
  | { readonly status: "added"; readonly path: string; readonly after: TreeEntry }
  | { readonly status: "removed"; readonly path: string; readonly before: TreeEntry }
  | { readonly status: "modified"; readonly path: string; readonly before: TreeEntry; readonly after: TreeEntry }
  | {
      readonly status: "renamed";
      readonly path: string;
      readonly previousPath: string;
      readonly before: TreeEntry;
      readonly after: TreeEntry;
    };

/** Whether two contents are alike enough for a removal and an addition to be one rename. */
export type Alike = (oldSha: string, newSha: string) => boolean;

/** What changed, sorted by path. Renames are found as git does: first by equal content, then by similar content. */
export function treeDiff(before: FileTree, after: FileTree, alike: Alike): FileChange[] {
  const removed = new Map([...before].filter(([path]) => !after.has(path)));
  const added = new Map([...after].filter(([path]) => !before.has(path)));
  const changes: FileChange[] = [
    ...renames(removed, added, (oldSha, newSha) => oldSha === newSha),
    ...renames(removed, added, alike),
  ];
  for (const [path, entry] of added) changes.push({ status: "added", path, after: entry });
  for (const [path, entry] of removed) changes.push({ status: "removed", path, before: entry });
  for (const [path, entry] of after) {
    const old = before.get(path);
    if (old !== undefined && !sameEntry(old, entry))
      changes.push({ status: "modified", path, before: old, after: entry });
  }
  return changes.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Takes pairs out of `removed` and `added`; each file belongs to one rename at most. */
function renames(removed: Map<string, TreeEntry>, added: Map<string, TreeEntry>, alike: Alike): FileChange[] {
  const found: FileChange[] = [];
  for (const [path, after] of added) {
    const pair = [...removed].find(([, before]) => alike(before.sha, after.sha));
    if (pair === undefined) continue;
    const [previousPath, before] = pair;
    removed.delete(previousPath);
    added.delete(path);
    found.push({ status: "renamed", path, previousPath, before, after });
  }
  return found;
}

/** Merges two trees file by file; undefined when both sides changed one file differently. */
export function mergedTree(base: FileTree, ours: FileTree, theirs: FileTree): FileTree | undefined {
  const merged = new Map<string, TreeEntry>();
  for (const path of new Set([...base.keys(), ...ours.keys(), ...theirs.keys()])) {
    const origin = base.get(path);
    const our = ours.get(path);
    const their = theirs.get(path);
    const ourChange = !sameEntry(origin, our);
    const theirChange = !sameEntry(origin, their);
    if (ourChange && theirChange && !sameEntry(our, their)) return undefined;
    const chosen = ourChange ? our : their;
    if (chosen !== undefined) merged.set(path, chosen);
  }
  return merged;
}

const sameEntry = (a: TreeEntry | undefined, b: TreeEntry | undefined) => a?.sha === b?.sha && a?.mode === b?.mode;
