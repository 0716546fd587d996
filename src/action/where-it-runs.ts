import * as core from "@actions/core";
import { context } from "@actions/github";
import type { Change } from "../io/github/change.js";
import type { Inputs } from "../io/github/inputs.js";
import { RULES_URL } from "../rules-url.js";
import { VERSION } from "../version.js";

/** The page of the run. */
export const summaryPage = {
  isThere: (process.env["GITHUB_STEP_SUMMARY"] ?? "") !== "",
  write: (markdown: string) => core.summary.addRaw(markdown).write(),
};

/** Tells what this job publishes from what others do. */
export const instanceOf = ({ commentId }: Inputs): string => commentId ?? `${context.workflow}:${context.job}`;

export const repositoryUrl = () => `${context.serverUrl}/${context.repo.owner}/${context.repo.repo}`;

/** What renderers need to link places to files, and rules to their pages. */
export const linksFor = (change: Change | null) => ({
  version: VERSION,
  rulesUrl: RULES_URL,
  links: change && { repositoryUrl: repositoryUrl(), headSha: change.headSha, baseSha: change.mergeBaseSha },
});
