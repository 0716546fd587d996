import { SetupError } from "../../model/setup-error.js";
import { asking, askingIfThere } from "./asking.js";
import type { ChangedFile } from "./changed-file.js";
import type { Client } from "./client.js";

/** What is read of a repository, at commits and of pull requests. Every method rejects with a `SetupError`. */
export interface Repository {
  about(): Promise<{ readonly defaultBranch: string; readonly isPublic: boolean }>;
  pullRequest(number: number): Promise<PullRequest>;
  /** Open pull requests, those last changed first, at most a page; only those from a branch if one is named. */
  openPullRequests(from?: HeadBranch): Promise<readonly ListedPullRequest[]>;
  /** From where the two parted to `head`; null when one of them is not there or they have nothing in common. */
  compare(base: string, head: string): Promise<Divergence | null>;
  /** All files of a pull request, as far as GitHub lists them. */
  pullRequestFiles(number: number): Promise<readonly ChangedFile[]>;
  /** Every file at a commit. */
  tree(commit: string): Promise<readonly TreeFile[]>;
  /** The commits a commit was made on, its own branch first. */
  parents(commit: string): Promise<readonly string[]>;
  /** A page of the commits that lead to a commit and were not made before an instant, in no order to rely on. */
  commitsSince(commit: string, since: string, page: number, pageSize: number): Promise<readonly CommitInfo[]>;
  /** The bytes of a file at a commit, or null when there is none. */
  file(path: string, commit: string): Promise<Uint8Array | null>;
}

/** A pull request as it is now, whatever the event says that started the run. */
export interface PullRequest {
  readonly number: number;
  readonly isDraft: boolean;
  readonly headSha: string;
  readonly baseRef: string;
  /** True as well when the fork has been deleted. */
  readonly isFromFork: boolean;
  readonly changedFiles: number;
  readonly isOpen: boolean;
  /** GitHub's merge of head into base as it last made it, maybe not the present ones; null where it has none. */
  readonly mergeSha: string | null;
}

/** A branch of this repository or of a fork. */
export interface HeadBranch {
  readonly owner: string;
  readonly branch: string;
}

export interface ListedPullRequest {
  readonly number: number;
  readonly headSha: string;
  /** Null when the fork has been deleted. */
  readonly headRepositoryId: number | null;
}

export interface Divergence {
  /** The commit `base` names. */
  readonly baseSha: string;
  readonly mergeBaseSha: string;
  /** What `head` changed since; at most 300 files, whether or not there are more. */
  readonly files: readonly ChangedFile[];
}

export interface CommitInfo {
  readonly sha: string;
  /** An instant, `2026-11-22T09:00:00Z`. */
  readonly committed: string;
  readonly parents: readonly string[];
}

export interface TreeFile {
  readonly path: string;
  readonly mode: string;
  readonly sha: string;
  readonly bytes: number;
}

const PAGE = 100;
const RAW = "application/vnd.github.raw+json";

/** A repository behind GitHub's API. */
export function gitHubRepository(client: Client, repository: { owner: string; repo: string }): Repository {
  return {
    about: () =>
      asking(`read ${repository.owner}/${repository.repo}`, async () => {
        const { data } = await client.repos.get(repository);
        return { defaultBranch: data.default_branch, isPublic: !data.private };
      }),

    pullRequest: (number) =>
      asking(`read pull request #${number}`, async () => {
        const { data } = await client.pulls.get({ ...repository, pull_number: number });
        return {
          number,
          isDraft: data.draft ?? false,
          headSha: data.head.sha,
          baseRef: data.base.ref,
          // The type leaves it out, but of a deleted fork there is no repository.
          isFromFork: (data.head.repo as { id: number } | null)?.id !== data.base.repo.id,
          changedFiles: data.changed_files,
          isOpen: data.state === "open",
          mergeSha: data.mergeable === true ? data.merge_commit_sha : null,
        };
      }),

    openPullRequests: (from) =>
      asking("list the open pull requests", async () => {
        const { data } = await client.pulls.list({
          ...repository,
          state: "open",
          sort: "updated",
          direction: "desc",
          per_page: PAGE,
          ...(from && { head: `${from.owner}:${from.branch}` }),
        });
        return data.map(({ number, head }) => ({
          number,
          headSha: head.sha,
          headRepositoryId: (head.repo as { id: number } | null)?.id ?? null,
        }));
      }),

    compare: (base, head) =>
      askingIfThere(`compare ${base} with ${head}`, async () => {
        // One commit a page, because their list is not wanted; the files are all on the first page.
        const basehead = `${base}...${head}`;
        const { data } = await client.repos.compareCommitsWithBasehead({
          ...repository,
          basehead,
          per_page: 1,
          page: 1,
        });
        return {
          baseSha: data.base_commit.sha,
          mergeBaseSha: data.merge_base_commit.sha,
          files: (data.files ?? []).map(changedFile),
        };
      }),

    pullRequestFiles: (number) =>
      asking(`list the files of pull request #${number}`, async () => {
        const files = await client.paginate(client.pulls.listFiles, {
          ...repository,
          pull_number: number,
          per_page: PAGE,
        });
        return files.map(changedFile);
      }),

    tree: (commit) =>
      asking(`list the files at ${commit}`, async () => {
        const { data } = await client.git.getTree({ ...repository, tree_sha: commit, recursive: "1" });
        if (data.truncated) {
          throw new SetupError("too-large", `the repository has more files at ${commit} than GitHub lists at once`, {
            mend: "Plans can be judged in repositories of up to 100,000 files; use the command line on a checkout here.",
          });
        }
        return data.tree
          .filter(({ type }) => type !== "tree")
          .map(({ path, mode, sha, size }) => ({ path, mode, sha, bytes: size ?? 0 }));
      }),

    parents: (commit) =>
      asking(`read the commit ${commit}`, async () => {
        const { data } = await client.git.getCommit({ ...repository, commit_sha: commit });
        return data.parents.map(({ sha }) => sha);
      }),

    commitsSince: (commit, since, page, pageSize) =>
      asking(`list the commits before ${commit}`, async () => {
        const { data } = await client.repos.listCommits({
          ...repository,
          sha: commit,
          since,
          per_page: pageSize,
          page,
        });
        return data.map(({ sha, commit: { committer }, parents }) => ({
          sha,
          committed: committer?.date ?? "",
          parents: parents.map((parent) => parent.sha),
        }));
      }),

    file: (path, commit) =>
      askingIfThere(`read ${path} at ${commit}`, async () => {
        const { data } = await client.repos.getContent({
          ...repository,
          path,
          ref: commit,
          headers: { accept: RAW },
          // Octokit would decode the text and drop a byte order mark; what is wanted is what is in the file.
          request: { parseSuccessResponseBody: false },
        });
        const stream = data as unknown as ReadableStream<Uint8Array> | null;
        return stream === null ? new Uint8Array() : new Uint8Array(await new Response(stream).arrayBuffer());
      }),
  };
}

interface ListedFile {
  readonly filename: string;
  readonly status: string;
  readonly previous_filename?: string;
}

function changedFile({ filename, status, previous_filename }: ListedFile): ChangedFile {
  if (status === "renamed" && previous_filename !== undefined) {
    return { path: filename, kind: "renamed", previousPath: previous_filename };
  }
  if (status === "removed") return { path: filename, kind: "removed" };
  return { path: filename, kind: status === "added" || status === "copied" ? "added" : "modified" };
}
