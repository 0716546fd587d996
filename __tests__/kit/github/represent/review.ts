import type { Addresses } from "../addresses.js";
import type { PullRequest } from "../pull-request.js";
import type { Review, ReviewComment } from "../review.js";
import { repositoryPage, repositoryUrl } from "./repository.js";
import { association, user } from "./user.js";

export function review(addresses: Addresses, pullRequest: PullRequest, shown: Review) {
  const { repository, number } = pullRequest;
  const htmlUrl = `${repositoryPage(addresses, repository)}/pull/${number}#pullrequestreview-${shown.id}`;
  const pullRequestUrl = `${repositoryUrl(addresses, repository)}/pulls/${number}`;
  return {
    id: shown.id,
    node_id: shown.nodeId,
    user: user(addresses, shown.author),
    body: shown.body,
    state: shown.state,
    html_url: htmlUrl,
    pull_request_url: pullRequestUrl,
    author_association: association(shown.author, repository.owner),
    _links: { html: { href: htmlUrl }, pull_request: { href: pullRequestUrl } },
    ...(shown.state !== "PENDING" && { submitted_at: shown.submittedAt }),
    commit_id: shown.commit,
  };
}

export function reviewComment(addresses: Addresses, pullRequest: PullRequest, shown: ReviewComment) {
  const { repository, number } = pullRequest;
  const api = repositoryUrl(addresses, repository);
  const url = `${api}/pulls/comments/${shown.id}`;
  const htmlUrl = reviewCommentPage(addresses, pullRequest, shown);
  const pullRequestUrl = `${api}/pulls/${number}`;
  return {
    url,
    pull_request_review_id: shown.review,
    id: shown.id,
    node_id: shown.nodeId,
    diff_hunk: shown.hunk,
    path: shown.path,
    commit_id: shown.commit,
    original_commit_id: shown.commit,
    user: user(addresses, shown.author),
    body: shown.body,
    created_at: shown.createdAt,
    updated_at: shown.createdAt,
    html_url: htmlUrl,
    pull_request_url: pullRequestUrl,
    author_association: association(shown.author, repository.owner),
    _links: { self: { href: url }, html: { href: htmlUrl }, pull_request: { href: pullRequestUrl } },
    start_line: shown.startLine,
    original_start_line: shown.startLine,
    start_side: shown.startLine === null ? null : shown.side,
    line: shown.line,
    original_line: shown.line,
    side: shown.side,
    subject_type: "line",
    ...(shown.replyTo !== null && { in_reply_to_id: shown.replyTo }),
  };
}

/** Where people see it. */
export const reviewCommentPage = (addresses: Addresses, { repository, number }: PullRequest, { id }: ReviewComment) =>
  `${repositoryPage(addresses, repository)}/pull/${number}#discussion_r${id}`;
