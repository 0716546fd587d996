import { context } from "@actions/github";
import type { Change } from "../io/github/change.js";
import type { Client } from "../io/github/client.js";
import { gitHubComments } from "../io/github/comments.js";
import { dryRunComments } from "../io/github/dry-run-comments.js";
import { dryRunReviews } from "../io/github/dry-run-reviews.js";
import type { Inputs } from "../io/github/inputs.js";
import { gitHubRepository, type PullRequest } from "../io/github/repository.js";
import { gitHubReviews } from "../io/github/reviews.js";
import { log, pullRequestComment, reviewSuggestions } from "../io/publish/index.js";
import type { Publisher } from "../io/publish/publisher.js";
import type { Report } from "../model/report.js";
import { renderers } from "../render/index.js";
import { judgePullRequest, type JudgedPullRequest } from "./judge-pull-request.js";
import { instanceOf, linksFor, repositoryUrl } from "./where-it-runs.js";

/** The comment on the pull request, and suggestions where they are wanted. */
export const pullRequestPublishers = (client: Client, judged: JudgedPullRequest, inputs: Inputs): Publisher[] => [
  commentFor(client, judged, inputs),
  ...(inputs.suggestions ? [suggestionsFor(client, judged, inputs)] : []),
];

function commentFor(client: Client, { pullRequest, change }: JudgedPullRequest, inputs: Inputs): Publisher {
  const because = readOnlyBecause(pullRequest);
  if (because !== null) return { name: "comment", publish: () => Promise.resolve({ outcome: "skipped", because }) };
  const comments = gitHubComments(client, context.repo, pullRequest.number);
  return pullRequestComment(
    inputs.dryRun ? dryRunComments(comments, (title, text) => log.group(title, text)) : comments,
    {
      key: instanceOf(inputs),
      headSha: change.headSha,
      run: `${context.runId}.${context.runAttempt}`,
      when: inputs.comment,
      runUrl: `${repositoryUrl()}/actions/runs/${context.runId}`,
      render: commentOn(change),
      async judgeAgain(judgedSha) {
        const repository = gitHubRepository(client, context.repo);
        const now = await repository.pullRequest(pullRequest.number);
        const judged = now.headSha === judgedSha ? null : await judgePullRequest(client, repository, now, inputs);
        return judged && { headSha: judged.change.headSha, report: judged.report, render: commentOn(judged.change) };
      },
    },
  );
}

const commentOn = (change: Change) => (report: Report, detailsUrl: string | null) =>
  renderers.markdown(report, { ...linksFor(change), budget: "comment", detailsUrl });

function suggestionsFor(client: Client, { pullRequest, change }: JudgedPullRequest, inputs: Inputs): Publisher {
  const because = readOnlyBecause(pullRequest);
  if (because !== null) return { name: "suggestions", publish: () => Promise.resolve({ outcome: "skipped", because }) };
  const reviews = gitHubReviews(client, context.repo, pullRequest.number);
  return reviewSuggestions(inputs.dryRun ? dryRunReviews(reviews, (title, text) => log.group(title, text)) : reviews, {
    key: instanceOf(inputs),
    headSha: change.headSha,
  });
}

/** GitHub gives these runs a token that cannot write, whatever the workflow's `permissions:` say. */
function readOnlyBecause({ isFromFork }: PullRequest): string | null {
  if (context.eventName !== "pull_request") return null;
  if (isFromFork) return "the token of a pull request from a fork may only read; the job summary has the report";
  if (context.actor === "dependabot[bot]") {
    return "the token of a run that Dependabot started may only read; the job summary has the report";
  }
  return null;
}
