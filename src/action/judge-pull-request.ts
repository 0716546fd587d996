import { context } from "@actions/github";
import { changeOfPullRequest, type Change } from "../io/github/change.js";
import type { Client } from "../io/github/client.js";
import type { Inputs } from "../io/github/inputs.js";
import { readOverride } from "../io/github/override.js";
import { plansAfterMerge } from "../io/github/plans-after-merge.js";
import type { PullRequest, Repository } from "../io/github/repository.js";
import type { Report } from "../model/report.js";
import { judgeChange } from "./judge-change.js";

export interface JudgedPullRequest {
  readonly pullRequest: PullRequest;
  readonly change: Change;
  readonly report: Report;
}

/** Null where drafts are not judged, and it is one. */
export async function judgePullRequest(
  client: Client,
  repository: Repository,
  pullRequest: PullRequest,
  inputs: Inputs,
): Promise<JudgedPullRequest | null> {
  if (pullRequest.isDraft && inputs.drafts === "skip") return null;
  const change = await changeOfPullRequest(repository, pullRequest);
  const warnOnly = inputs.warnOnly || (pullRequest.isDraft && inputs.drafts === "warn");
  const report = await judgeChange(repository, change, inputs, {
    client,
    warnOnly,
    readOverride: (setting) => readOverride(client, context.repo, pullRequest.number, setting),
    readAfterMerge: (config, judged) => plansAfterMerge(repository, config, change, pullRequest, judged),
  });
  return { pullRequest, change, report };
}
