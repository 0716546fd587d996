import type { ChangedFile } from "./changed-file.js";
import type { Divergence, PullRequest, Repository, TreeFile } from "./repository.js";

/** Files that a comparison lists; where there are more it does not say so. */
const MOST_COMPARED = 300;
/** Files of a pull request that GitHub lists; where there are more it does not say so. */
const MOST_LISTED = 3000;

/**
 * Every file that differs between the merge base and head, by as few requests as give a complete answer: the
 * comparison's own list, the pull request's pages, or both trees.
 */
export async function changedFiles(
  repository: Repository,
  { files, mergeBaseSha }: Divergence,
  headSha: string,
  pullRequest: PullRequest | null,
): Promise<readonly ChangedFile[]> {
  const count = pullRequest?.changedFiles ?? files.length;
  if (files.length === count && count < MOST_COMPARED) return files;
  if (pullRequest !== null && count < MOST_LISTED) {
    const listed = await repository.pullRequestFiles(pullRequest.number);
    if (listed.length === count) return listed;
  }
  const [base, head] = await Promise.all([repository.tree(mergeBaseSha), repository.tree(headSha)]);
  return treeDifference(base, head);
}

/** What differs between two trees. A file that went and one that came with the same content are a rename. */
export function treeDifference(base: readonly TreeFile[], head: readonly TreeFile[]): ChangedFile[] {
  const before = new Map(base.map((file) => [file.path, file]));
  const after = new Map(head.map((file) => [file.path, file]));
  const gone = new Map<string, string[]>();
  for (const { path, sha } of base) {
    if (!after.has(path)) gone.set(sha, [...(gone.get(sha) ?? []), path]);
  }
  const changes: ChangedFile[] = [];
  for (const { path, sha, mode } of head) {
    const old = before.get(path);
    if (old !== undefined) {
      if (old.sha !== sha || old.mode !== mode) changes.push({ path, kind: "modified" });
      continue;
    }
    const previousPath = gone.get(sha)?.shift();
    changes.push(previousPath === undefined ? { path, kind: "added" } : { path, kind: "renamed", previousPath });
  }
  for (const path of [...gone.values()].flat()) changes.push({ path, kind: "removed" });
  return changes;
}
