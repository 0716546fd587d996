import type { Addresses } from "../addresses.js";
import type { Commit } from "../git-objects.js";
import type { Repository } from "../repository.js";
import type { State } from "../state.js";
import { repositoryPage, repositoryUrl } from "./repository.js";
import { user } from "./user.js";

const UNSIGNED = { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null };

/** Git's ids are names enough; GitHub prefixes them with the repository. */
export const gitNodeId = (kind: string, sha: string) => `${kind}_${Buffer.from(sha).toString("base64url")}`;

/** A commit as the repository's history shows it. */
export function commit(state: State, addresses: Addresses, repository: Repository, shown: Commit) {
  const url = repositoryUrl(addresses, repository);
  const page = repositoryPage(addresses, repository);
  return {
    sha: shown.sha,
    node_id: gitNodeId("C", shown.sha),
    commit: {
      author: shown.author,
      committer: shown.committer,
      message: shown.message,
      tree: { sha: shown.tree, url: `${url}/git/trees/${shown.tree}` },
      url: `${url}/git/commits/${shown.sha}`,
      comment_count: 0,
      verification: UNSIGNED,
    },
    url: `${url}/commits/${shown.sha}`,
    html_url: `${page}/commit/${shown.sha}`,
    comments_url: `${url}/commits/${shown.sha}/comments`,
    author: user(addresses, state.account(shown.author.name)),
    committer: user(addresses, state.account(shown.committer.name)),
    parents: parents(url, page, shown, "commits"),
  };
}

/** A commit as the git data operations show it. */
export function gitCommit(addresses: Addresses, repository: Repository, shown: Commit) {
  const url = repositoryUrl(addresses, repository);
  const page = repositoryPage(addresses, repository);
  return {
    sha: shown.sha,
    node_id: gitNodeId("C", shown.sha),
    url: `${url}/git/commits/${shown.sha}`,
    html_url: `${page}/commit/${shown.sha}`,
    author: shown.author,
    committer: shown.committer,
    tree: { sha: shown.tree, url: `${url}/git/trees/${shown.tree}` },
    message: shown.message,
    parents: parents(url, page, shown, "git/commits"),
    verification: UNSIGNED,
  };
}

const parents = (url: string, page: string, shown: Commit, below: string) =>
  shown.parents.map((sha) => ({ sha, url: `${url}/${below}/${sha}`, html_url: `${page}/commit/${sha}` }));
