import type { Account } from "../account.js";
import type { Addresses } from "../addresses.js";
import { commitsBetween } from "../history.js";
import type { PullRequest } from "../pull-request.js";
import type { Repository } from "../repository.js";
import { changedLines } from "./changed-file.js";
import { label } from "./label.js";
import { repository, repositoryPage, repositoryUrl } from "./repository.js";
import { association, user } from "./user.js";

/** A pull request as lists show it. */
export function pullRequestInList(addresses: Addresses, shown: PullRequest) {
  const home = shown.repository;
  const url = `${repositoryUrl(addresses, home)}/pulls/${shown.number}`;
  const issueUrl = `${repositoryUrl(addresses, home)}/issues/${shown.number}`;
  const page = `${repositoryPage(addresses, home)}/pull/${shown.number}`;
  const statusesUrl = `${repositoryUrl(addresses, home)}/statuses/${shown.headSha}`;
  const closedAt = shown.open ? null : shown.updatedAt;
  return {
    url,
    id: shown.id,
    node_id: shown.nodeId,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issueUrl,
    number: shown.number,
    state: shown.open ? "open" : "closed",
    locked: shown.locked,
    title: shown.title,
    user: user(addresses, shown.author),
    body: shown.body,
    created_at: shown.createdAt,
    updated_at: shown.updatedAt,
    closed_at: closedAt,
    merged_at: null,
    merge_commit_sha: home.mergeCommit(shown)?.sha ?? null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    labels: [...shown.labels].map((name) => label(addresses, shown, name)),
    milestone: null,
    draft: shown.draft,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${repositoryUrl(addresses, home)}/pulls/comments{/number}`,
    comments_url: `${issueUrl}/comments`,
    statuses_url: statusesUrl,
    head: side(addresses, shown.headOwner, shown.headRef, shown.headSha, shown.headRepository),
    base: side(addresses, home.owner, shown.baseRef, shown.baseSha, home),
    _links: {
      self: { href: url },
      html: { href: page },
      issue: { href: issueUrl },
      comments: { href: `${issueUrl}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${repositoryUrl(addresses, home)}/pulls/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: statusesUrl },
    },
    author_association: association(shown.author, home.owner),
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** A pull request as its own operation shows it. */
export function pullRequest(addresses: Addresses, shown: PullRequest) {
  const home = shown.repository;
  const changes = home.changedFiles(shown);
  const lines = changes.map((change) => changedLines(home, change));
  const mergeable = home.mergeCommit(shown) !== undefined;
  return {
    ...pullRequestInList(addresses, shown),
    merged: false,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeable ? "clean" : "dirty",
    merged_by: null,
    comments: shown.comments.length,
    review_comments: shown.reviewComments.length,
    maintainer_can_modify: false,
    commits: commitsBetween(home.objects, home.tip(shown.baseRef), shown.headSha).length,
    additions: lines.reduce((sum, { additions }) => sum + additions, 0),
    deletions: lines.reduce((sum, { deletions }) => sum + deletions, 0),
    // Not cut off as the list of files is: that is how a reader notices that files are missing.
    changed_files: changes.length,
  };
}

const side = (addresses: Addresses, owner: Account, ref: string, sha: string, shown: Repository | null) => ({
  label: `${owner.login}:${ref}`,
  ref,
  sha,
  user: user(addresses, owner),
  repo: shown && repository(addresses, shown),
});
