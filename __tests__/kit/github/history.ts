import type { Commit } from "./git-objects.js";
import type { ObjectStore } from "./object-store.js";

/** A commit and all before it, newest first. */
export function ancestry(objects: ObjectStore, from: string): Commit[] {
  const seen = new Set<string>([from]);
  const waiting = [from];
  const found: Commit[] = [];
  for (let sha = waiting.shift(); sha !== undefined; sha = waiting.shift()) {
    const commit = objects.existingCommit(sha);
    found.push(commit);
    for (const parent of commit.parents) {
      if (!seen.has(parent)) waiting.push(parent);
      seen.add(parent);
    }
  }
  return found.sort((a, b) => Date.parse(b.committer.date) - Date.parse(a.committer.date));
}

/** Commits reachable from `head` and not from `base`, oldest first, as GitHub lists them. */
export function commitsBetween(objects: ObjectStore, base: string, head: string): Commit[] {
  const known = new Set(ancestry(objects, base).map(({ sha }) => sha));
  return ancestry(objects, head)
    .filter(({ sha }) => !known.has(sha))
    .reverse();
}

/** The best common ancestor: one that no other common ancestor descends from. */
export function mergeBase(objects: ObjectStore, one: string, other: string): Commit | undefined {
  const known = new Set(ancestry(objects, one).map(({ sha }) => sha));
  const common = ancestry(objects, other).filter(({ sha }) => known.has(sha));
  const older = new Set(
    common.flatMap(({ sha }) =>
      ancestry(objects, sha)
        .slice(1)
        .map((ancestor) => ancestor.sha),
    ),
  );
  return common.find(({ sha }) => !older.has(sha));
}
