import type { Config } from "../../config/config.js";
import { matchPlans } from "../../config/match-plans.js";
import { changeOfRevisions, type Change } from "./change.js";
import { touchedPaths } from "./changed-file.js";
import { changedFiles } from "./changed-files.js";
import { readPlans, type PlanSources } from "./plan-documents.js";
import type { PullRequest, Repository } from "./repository.js";

/** The judged plans as they would be after the merge. */
export interface PlansAfterMerge {
  /** Head is GitHub's merge commit, base the tip of the base branch. Empty where there is nothing more to learn. */
  readonly plans: readonly PlanSources[];
  readonly remarks: readonly string[];
}

const NOTHING_MORE: PlansAfterMerge = { plans: [], remarks: [] };

/**
 * Two changes can be right each by itself and wrong together. Where base has moved on since head left it, and has
 * changed one of the plans that are judged, those plans are read once more out of the merge that GitHub has made.
 */
export async function plansAfterMerge(
  repository: Repository,
  config: Pick<Config, "plans">,
  change: Change,
  pullRequest: PullRequest,
  judged: readonly Pick<PlanSources, "name">[],
): Promise<PlansAfterMerge> {
  const { baseSha, mergeBaseSha, headSha } = change;
  if (baseSha === null || mergeBaseSha === null || baseSha === mergeBaseSha) return NOTHING_MORE;
  if (!(await movedOnBase(repository, config, { baseSha, headSha }, judged))) return NOTHING_MORE;
  const mergeSha = await presentMerge(repository, pullRequest, { baseSha, headSha });
  if (mergeSha === null) {
    return {
      plans: [],
      remarks: [
        `The base branch, now at ${baseSha}, has changed these plans since ${mergeBaseSha}, and GitHub has no merge of ${headSha} into it: there are conflicts, or it is still at work. The plan after the merge is not judged here.`,
      ],
    };
  }
  const merge = await changeOfRevisions(repository, {
    kind: "revisions",
    headSha: mergeSha,
    base: baseSha,
    needsBase: true,
    policyFrom: "base",
    scope: "touched",
  });
  const { plans, remarks } = await readPlans(repository, config, merge);
  return {
    plans,
    remarks: [
      ...remarks,
      `Judged twice, because the base branch has changed these plans meanwhile: ${headSha} against ${mergeBaseSha}, where it left the base branch, and merged into ${baseSha}, where the base branch is now.`,
    ],
  };
}

/** Whether base, since head left it, has changed one of the plans. */
async function movedOnBase(
  repository: Repository,
  config: Pick<Config, "plans">,
  { baseSha, headSha }: { baseSha: string; headSha: string },
  judged: readonly Pick<PlanSources, "name">[],
): Promise<boolean> {
  const divergence = await repository.compare(headSha, baseSha);
  if (divergence === null) return false;
  const moved = await changedFiles(repository, divergence, baseSha, null);
  const names = new Set(judged.map(({ name }) => name));
  return matchPlans(config, touchedPaths(moved)).some(({ name }) => names.has(name));
}

/** The merge commit of these two, which GitHub makes some time after either has moved. */
async function presentMerge(
  repository: Repository,
  pullRequest: PullRequest,
  { baseSha, headSha }: { baseSha: string; headSha: string },
): Promise<string | null> {
  // The first question may be what made GitHub begin, so that a second one is worth it.
  for (const ask of [() => Promise.resolve(pullRequest), () => repository.pullRequest(pullRequest.number)]) {
    const { mergeSha } = await ask();
    if (mergeSha === null) continue;
    const [onto, merged] = await repository.parents(mergeSha);
    if (onto === baseSha && merged === headSha) return mergeSha;
  }
  return null;
}
