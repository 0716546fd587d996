import type { Addresses } from "../addresses.js";
import type { Comment } from "../comment.js";
import type { PullRequest } from "../pull-request.js";
import { repositoryPage, repositoryUrl } from "./repository.js";
import { association, user } from "./user.js";

export function comment(addresses: Addresses, pullRequest: PullRequest, shown: Comment) {
  const { repository, number } = pullRequest;
  const url = repositoryUrl(addresses, repository);
  const commentUrl = `${url}/issues/comments/${shown.id}`;
  return {
    url: commentUrl,
    html_url: commentPage(addresses, pullRequest, shown),
    issue_url: `${url}/issues/${number}`,
    id: shown.id,
    node_id: shown.nodeId,
    user: user(addresses, shown.author),
    created_at: shown.createdAt,
    updated_at: shown.updatedAt,
    author_association: association(shown.author, repository.owner),
    body: shown.body,
    reactions: {
      url: `${commentUrl}/reactions`,
      total_count: 0,
      "+1": 0,
      "-1": 0,
      laugh: 0,
      hooray: 0,
      confused: 0,
      heart: 0,
      rocket: 0,
      eyes: 0,
    },
    performed_via_github_app: null,
  };
}

/** Where people see it. */
export const commentPage = (addresses: Addresses, { repository, number }: PullRequest, { id }: Comment) =>
  `${repositoryPage(addresses, repository)}/pull/${number}#issuecomment-${id}`;
