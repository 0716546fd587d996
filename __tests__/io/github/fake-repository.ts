import type { ChangedFile } from "../../../src/io/github/changed-file.js";
import type { Change } from "../../../src/io/github/change.js";
import type {
  CommitInfo,
  Divergence,
  HeadBranch,
  ListedPullRequest,
  PullRequest,
  Repository,
  TreeFile,
} from "../../../src/io/github/repository.js";

export const HEAD = "a".repeat(40);
export const BASE = "b".repeat(40);
export const MERGE_BASE = "c".repeat(40);

type Content = string | Uint8Array | { readonly mode: string; readonly text?: string; readonly bytes?: number };

/** A repository of plain objects: commit → path → content. */
export class FakeRepository implements Repository {
  readonly asked: string[] = [];
  files: Record<string, Record<string, Content>> = {};
  commits: readonly CommitInfo[] = [];
  divergence: Divergence | null = null;
  listed: readonly ChangedFile[] = [];
  open: readonly ListedPullRequest[] = [];
  parentsOf: Record<string, readonly string[]> = {};

  about() {
    this.asked.push("about");
    return Promise.resolve({ defaultBranch: "main", isPublic: true });
  }

  pullRequest(number: number): Promise<PullRequest> {
    return Promise.resolve(aPullRequest({ number }));
  }

  openPullRequests(from?: HeadBranch): Promise<readonly ListedPullRequest[]> {
    this.asked.push(from ? `pull requests of ${from.owner}:${from.branch}` : "pull requests");
    return Promise.resolve(this.open);
  }

  compare(base: string, head: string): Promise<Divergence | null> {
    this.asked.push(`compare ${base}...${head}`);
    return Promise.resolve(this.divergence);
  }

  pullRequestFiles(number: number): Promise<readonly ChangedFile[]> {
    this.asked.push(`files #${number}`);
    return Promise.resolve(this.listed);
  }

  tree(commit: string): Promise<readonly TreeFile[]> {
    this.asked.push(`tree ${commit}`);
    return Promise.resolve(
      Object.entries(this.files[commit] ?? {}).map(([path, content]) => {
        const text = textOf(content);
        const mode = typeof content === "object" && "mode" in content ? content.mode : "100644";
        const bytes = typeof content === "object" && "mode" in content ? content.bytes : undefined;
        return { path, mode, sha: `sha of ${text.toString()}`, bytes: bytes ?? text.length };
      }),
    );
  }

  parents(commit: string): Promise<readonly string[]> {
    this.asked.push(`parents of ${commit}`);
    return Promise.resolve(this.parentsOf[commit] ?? []);
  }

  commitsSince(commit: string, since: string, page: number): Promise<readonly CommitInfo[]> {
    this.asked.push(`commits ${commit} since ${since} page ${page}`);
    return Promise.resolve(this.commits.slice((page - 1) * 100, page * 100));
  }

  file(path: string, commit: string): Promise<Uint8Array | null> {
    this.asked.push(`file ${path} ${commit}`);
    const content = this.files[commit]?.[path];
    return Promise.resolve(content === undefined ? null : textOf(content));
  }
}

const textOf = (content: Content): Buffer => {
  if (typeof content === "string" || content instanceof Uint8Array) return Buffer.from(content as string);
  return Buffer.from(content.text ?? "");
};

export const aPullRequest = (more: Partial<PullRequest> = {}): PullRequest => ({
  number: 7,
  isDraft: false,
  headSha: HEAD,
  baseRef: "main",
  isFromFork: false,
  changedFiles: 1,
  isOpen: true,
  mergeSha: null,
  ...more,
});

export const aChange = (more: Partial<Change> = {}): Change => ({
  headSha: HEAD,
  mergeBaseSha: MERGE_BASE,
  baseSha: BASE,
  policySha: BASE,
  files: [],
  scope: "touched",
  remarks: [],
  ...more,
});
