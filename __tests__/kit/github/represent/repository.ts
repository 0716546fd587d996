import type { Addresses } from "../addresses.js";
import type { Repository } from "../repository.js";
import { user } from "./user.js";

/** Address templates of a repository: key → what follows the repository's own address. */
const TEMPLATES = {
  archive: "{archive_format}{/ref}",
  assignees: "assignees{/user}",
  blobs: "git/blobs{/sha}",
  branches: "branches{/branch}",
  collaborators: "collaborators{/collaborator}",
  comments: "comments{/number}",
  commits: "commits{/sha}",
  compare: "compare/{base}...{head}",
  contents: "contents/{+path}",
  contributors: "contributors",
  deployments: "deployments",
  downloads: "downloads",
  events: "events",
  forks: "forks",
  git_commits: "git/commits{/sha}",
  git_refs: "git/refs{/sha}",
  git_tags: "git/tags{/sha}",
  hooks: "hooks",
  issue_comment: "issues/comments{/number}",
  issue_events: "issues/events{/number}",
  issues: "issues{/number}",
  keys: "keys{/key_id}",
  labels: "labels{/name}",
  languages: "languages",
  merges: "merges",
  milestones: "milestones{/number}",
  notifications: "notifications{?since,all,participating}",
  pulls: "pulls{/number}",
  releases: "releases{/id}",
  stargazers: "stargazers",
  statuses: "statuses/{sha}",
  subscribers: "subscribers",
  subscription: "subscription",
  tags: "tags",
  teams: "teams",
  trees: "git/trees{/sha}",
};

/** Where a repository is in the API. */
export const repositoryUrl = ({ api }: Addresses, { fullName }: Repository) => `${api}/repos/${fullName}`;

/** Where people see it. */
export const repositoryPage = ({ server }: Addresses, { fullName }: Repository) => `${server}/${fullName}`;

/** A repository as it is shown inside other things. */
export function repository(addresses: Addresses, shown: Repository) {
  const url = repositoryUrl(addresses, shown);
  const page = repositoryPage(addresses, shown);
  const host = new URL(addresses.server).host;
  return {
    id: shown.id,
    node_id: shown.nodeId,
    name: shown.name,
    full_name: shown.fullName,
    private: shown.isPrivate,
    owner: user(addresses, shown.owner),
    html_url: page,
    description: null,
    fork: shown.parent !== undefined,
    url,
    ...Object.fromEntries(Object.entries(TEMPLATES).map(([key, template]) => [`${key}_url`, `${url}/${template}`])),
    created_at: shown.createdAt,
    updated_at: shown.createdAt,
    pushed_at: shown.createdAt,
    git_url: `git://${host}/${shown.fullName}.git`,
    ssh_url: `ssh://git@${host}/${shown.fullName}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    size: 1,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: true,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    forks_count: 0,
    archived: false,
    disabled: false,
    open_issues_count: 0,
    license: null,
    allow_forking: true,
    is_template: false,
    topics: [],
    visibility: shown.isPrivate ? "private" : "public",
    forks: 0,
    open_issues: 0,
    watchers: 0,
    default_branch: shown.defaultBranch,
  };
}

/** A repository as its own operation shows it. */
export const fullRepository = (addresses: Addresses, shown: Repository) => ({
  ...repository(addresses, shown),
  ...(shown.parent && {
    parent: repository(addresses, shown.parent),
    source: repository(addresses, shown.parent),
  }),
  network_count: 0,
  subscribers_count: 0,
});
