import type { Addresses } from "../addresses.js";
import { lineDiff } from "../line-diff.js";
import type { Repository } from "../repository.js";
import type { FileChange } from "../tree-diff.js";
import { repositoryPage, repositoryUrl } from "./repository.js";

/** One entry of a list of changed files. `ref` is the commit that the links lead to. */
export function changedFile(addresses: Addresses, repository: Repository, change: FileChange, ref: string) {
  const before = "before" in change ? change.before : undefined;
  const after = "after" in change ? change.after : undefined;
  const path = encodeURIComponent(change.path);
  const page = repositoryPage(addresses, repository);
  const { additions, deletions, patch } = changedLines(repository, change);
  return {
    sha: (after ?? before)?.sha ?? null,
    filename: change.path,
    status: change.status,
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: `${page}/blob/${ref}/${path}`,
    raw_url: `${page}/raw/${ref}/${path}`,
    contents_url: `${repositoryUrl(addresses, repository)}/contents/${path}?ref=${ref}`,
    ...(patch !== "" && { patch }),
    ...(change.status === "renamed" && { previous_filename: change.previousPath }),
  };
}

/** GitHub shows no patch of a binary file, nor of a very large one. */
export function changedLines(repository: Repository, change: FileChange) {
  const text = (side: { sha: string } | undefined) => (side && repository.objects.blob(side.sha)?.toString()) ?? "";
  const before = text("before" in change ? change.before : undefined);
  const after = text("after" in change ? change.after : undefined);
  const diff = lineDiff(before, after);
  const hasPatch = !before.includes("\0") && !after.includes("\0") && diff.patch.length <= 1_000_000;
  return hasPatch ? diff : { ...diff, patch: "" };
}
