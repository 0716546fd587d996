import { SetupError } from "../../model/setup-error.js";
import type { ChangedFile } from "./changed-file.js";
import { changedFiles } from "./changed-files.js";
import type { Occasion } from "./events.js";
import type { PullRequest, Repository } from "./repository.js";

/** A change as it is now, with every name resolved to a commit. */
export interface Change {
  readonly headSha: string;
  /** Where head parted from what it is compared with; null when head is judged alone. */
  readonly mergeBaseSha: string | null;
  /** The commit that base is at now; null when head is judged alone. */
  readonly baseSha: string | null;
  /** The commit whose configuration is in force. */
  readonly policySha: string;
  /** Between the merge base and head; null when head is judged alone. */
  readonly files: readonly ChangedFile[] | null;
  readonly scope: "touched" | "all";
  readonly remarks: readonly string[];
}

/** The change of a pull request against its base branch as that is now, not as some event says. */
export async function changeOfPullRequest(repository: Repository, pullRequest: PullRequest): Promise<Change> {
  const { headSha, baseRef, number } = pullRequest;
  const divergence = await repository.compare(baseRef, headSha);
  if (divergence === null) throw notComparable(baseRef, `the head of pull request #${number}, ${headSha}`);
  return {
    headSha,
    mergeBaseSha: divergence.mergeBaseSha,
    baseSha: divergence.baseSha,
    policySha: divergence.baseSha,
    files: await changedFiles(repository, divergence, headSha, pullRequest),
    scope: "touched",
    remarks: [],
  };
}

/** The change between two revisions, or one revision alone. */
export async function changeOfRevisions(
  repository: Repository,
  { headSha, base, needsBase, policyFrom, scope }: Extract<Occasion, { kind: "revisions" }>,
): Promise<Change> {
  const divergence = base === null ? null : await repository.compare(base, headSha);
  if (divergence === null) {
    if (base !== null && needsBase) throw notComparable(base, headSha);
    const remarks = base === null ? [] : [`The commit before, ${base}, is gone: what changed since is not judged.`];
    return { headSha, mergeBaseSha: null, baseSha: null, policySha: headSha, files: null, scope: "all", remarks };
  }
  return {
    headSha,
    mergeBaseSha: divergence.mergeBaseSha,
    baseSha: divergence.baseSha,
    policySha: policyFrom === "base" ? divergence.baseSha : headSha,
    files: await changedFiles(repository, divergence, headSha, null),
    scope,
    remarks: [],
  };
}

const notComparable = (base: string, head: string) =>
  new SetupError("no-such-revision", `${base} cannot be compared with ${head}`, {
    mend: "Check that both exist and share history, and that the token may read the repository's contents.",
  });
