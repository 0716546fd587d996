import { ApiError, notFound } from "../api-error.js";
import type { Commit, FileTree } from "../git-objects.js";
import { ancestry, commitsBetween, mergeBase } from "../history.js";
import { limits } from "../limits.js";
import { pageOf } from "../pages.js";
import type { Repository } from "../repository.js";
import { changedFile } from "../represent/changed-file.js";
import { commit } from "../represent/commit.js";
import { repositoryPage, repositoryUrl } from "../represent/repository.js";
import { type Call, ok, type Routes } from "../route.js";

const EMPTY_TREE: FileTree = new Map();

/** History: single commits, lists of them, and what lies between two. */
export const commitRoutes: Routes = {
  "repos/get-commit": (call) => {
    const { repository } = call;
    const found = repository.resolve(call.parameter("ref"));
    if (found === undefined) throw new ApiError(422, `No commit found for SHA: ${call.parameter("ref")}`);
    const files = changesOf(repository, found).map((change) =>
      changedFile(call.addresses, repository, change, found.sha),
    );
    const additions = files.reduce((sum, file) => sum + file.additions, 0);
    const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
    const page = pageOf(call, files, { pageDefault: limits.comparedFiles, pageMost: limits.comparedFiles });
    const stats = { total: additions + deletions, additions, deletions };
    return ok({ ...commit(call.state, call.addresses, repository, found), stats, files: page.items }, page.headers);
  },

  "repos/list-commits": (call) => {
    const { repository, query } = call;
    const from = repository.resolve(query.get("sha") ?? repository.defaultBranch);
    if (from === undefined) throw notFound();
    const path = query.get("path");
    const author = query.get("author");
    const since = query.get("since");
    const until = query.get("until");
    const wanted = ancestry(repository.objects, from.sha)
      .filter((shown) => path === null || touches(repository, shown, path))
      .filter((shown) => author === null || shown.author.name === author || shown.author.email === author)
      .filter(({ committer }) => since === null || Date.parse(committer.date) >= Date.parse(since))
      .filter(({ committer }) => until === null || Date.parse(committer.date) <= Date.parse(until));
    const { items, headers } = pageOf(call, wanted);
    return ok(
      items.map((shown) => commit(call.state, call.addresses, repository, shown)),
      headers,
    );
  },

  "repos/compare-commits-with-basehead": (call) => {
    const { repository, addresses, state } = call;
    const basehead = call.parameter("basehead");
    const [base, head] = basehead.split("...").map((name) => comparedCommit(call, name));
    if (base === undefined || head === undefined) throw notFound();
    const origin = mergeBase(repository.objects, base.sha, head.sha);
    if (origin === undefined)
      throw new ApiError(404, `No common ancestor between ${basehead.replace("...", " and ")}.`);
    const ahead = commitsBetween(repository.objects, base.sha, head.sha);
    const behind = commitsBetween(repository.objects, head.sha, base.sha);
    const page = pageOf(call, ahead, { pageDefault: limits.comparedCommits, pageMost: limits.comparedCommits });
    const files = page.number === 1 ? repository.changes(origin.sha, head.sha).slice(0, limits.comparedFiles) : [];
    const htmlUrl = `${repositoryPage(addresses, repository)}/compare/${encodeURIComponent(basehead)}`;
    return ok(
      {
        url: `${repositoryUrl(addresses, repository)}/compare/${encodeURIComponent(basehead)}`,
        html_url: htmlUrl,
        permalink_url: htmlUrl,
        diff_url: `${htmlUrl}.diff`,
        patch_url: `${htmlUrl}.patch`,
        base_commit: commit(state, addresses, repository, base),
        merge_base_commit: commit(state, addresses, repository, origin),
        status: relation(ahead.length, behind.length),
        ahead_by: ahead.length,
        behind_by: behind.length,
        total_commits: ahead.length,
        commits: page.items.map((shown) => commit(state, addresses, repository, shown)),
        files: files.map((change) => changedFile(addresses, repository, change, head.sha)),
      },
      page.headers,
    );
  },
};

/** `branch`, `sha`, `owner:branch` or `owner:repository:branch`. */
function comparedCommit({ repository, state }: Call, name: string): Commit | undefined {
  const parts = name.split(":");
  const ref = parts.pop() ?? "";
  const [owner, repositoryName = repository.name] = parts;
  if (owner === undefined) return repository.resolve(ref);
  return state.repositoryNamed(`${owner}/${repositoryName}`)?.resolve(ref);
}

function relation(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? "diverged" : "ahead";
  return behind > 0 ? "behind" : "identical";
}

/** Against the first parent, as GitHub shows a commit. */
function changesOf(repository: Repository, { sha, parents: [parent] }: Commit) {
  if (parent !== undefined) return repository.changes(parent, sha);
  const files = [...repository.objects.filesOf(sha)];
  return files.map(([path, after]) => ({ status: "added" as const, path, after }));
}

function touches(repository: Repository, { sha, parents: [parent] }: Commit, path: string): boolean {
  const after = repository.objects.filesOf(sha);
  const before = parent === undefined ? EMPTY_TREE : repository.objects.filesOf(parent);
  const inPath = (name: string) => name === path || name.startsWith(`${path}/`);
  const names = [...new Set([...before.keys(), ...after.keys()])].filter(inPath);
  return names.some((name) => before.get(name)?.sha !== after.get(name)?.sha);
}
