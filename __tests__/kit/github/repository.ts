import type { Account } from "./account.js";
import type { Comment } from "./comment.js";
import { type WrittenFiles, writeFiles } from "./files.js";
import type { Commit, FileTree } from "./git-objects.js";
import { mergeBase } from "./history.js";
import { mostlySame } from "./line-diff.js";
import { limits } from "./limits.js";
import { ObjectStore } from "./object-store.js";
import { PullRequest, type PullRequestOptions } from "./pull-request.js";
import { nodeId, type State } from "./state.js";
import { type FileChange, mergedTree, treeDiff } from "./tree-diff.js";

export interface RepositoryOptions {
  /** Files of the first commit. */
  readonly files?: WrittenFiles;
  readonly defaultBranch?: string;
  readonly private?: boolean;
}

export interface CommitOptions {
  readonly author?: string;
  /** Begins a new branch without a history, as one for badges is begun. */
  readonly orphan?: boolean;
}

/** A commit status or a check run, as far as anyone asks for it again. */
export interface PostedCheck {
  readonly id: number;
  readonly sha: string;
  readonly given: Readonly<Record<string, unknown>>;
}

export class Repository {
  readonly id: number;
  readonly nodeId: string;
  readonly owner: Account;
  readonly name: string;
  readonly defaultBranch: string;
  readonly isPrivate: boolean;
  readonly createdAt: string;
  readonly objects: ObjectStore;
  /** Name without `refs/`, such as `heads/main`, → commit. */
  readonly refs = new Map<string, string>();
  readonly pullRequests: PullRequest[] = [];
  readonly statuses: PostedCheck[] = [];
  readonly checkRuns: PostedCheck[] = [];
  /** Branches that only a pull request may change. */
  readonly protectedBranches = new Set<string>();
  readonly permissions = new Map<string, "admin" | "write" | "read" | "none">();
  /** Entries after which a recursive tree is cut off; tests lower it to see `truncated`. */
  treeEntriesMost: number = limits.treeEntries;

  constructor(
    private readonly state: State,
    fullName: string,
    options: RepositoryOptions = {},
    readonly parent?: Repository,
  ) {
    const [owner, name] = fullName.split("/");
    if (!owner || !name) throw new Error(`A repository is named owner/name, not ${fullName}`);
    this.id = state.nextId();
    this.nodeId = nodeId("R", this.id);
    this.owner = state.account(owner);
    this.name = name;
    this.defaultBranch = options.defaultBranch ?? parent?.defaultBranch ?? "main";
    this.isPrivate = options.private ?? parent?.isPrivate ?? false;
    this.createdAt = state.clock.tick();
    this.objects = parent?.objects ?? new ObjectStore();
    if (parent) {
      for (const [ref, sha] of parent.refs) this.refs.set(ref, sha);
    } else {
      this.commit(this.defaultBranch, options.files ?? { "README.md": `# ${name}\n` }, "First commit");
    }
    state.repositories.set(fullName.toLowerCase(), this);
  }

  get fullName(): string {
    return `${this.owner.login}/${this.name}`;
  }

  /** Commits changed files on top of a branch; a new branch begins at the default branch. Open pull requests follow. */
  commit(branch: string, files: WrittenFiles, message = "Change files", options: CommitOptions = {}): Commit {
    const start = options.orphan === true ? undefined : this.refs.get(`heads/${this.defaultBranch}`);
    const tip = this.refs.get(`heads/${branch}`) ?? start;
    const tree = writeFiles(this.objects, tip === undefined ? new Map() : this.objects.filesOf(tip), files);
    const commit = this.record(tree, tip === undefined ? [] : [tip], message, options.author ?? this.owner.login);
    this.setRef(`heads/${branch}`, commit.sha);
    return commit;
  }

  /** Starts a branch at another branch or commit. */
  branch(name: string, from: string = this.defaultBranch): string {
    const commit = this.resolve(from);
    if (commit === undefined) throw new Error(`Cannot branch ${name} from ${from}: no such commit`);
    this.setRef(`heads/${name}`, commit.sha);
    return commit.sha;
  }

  tag(name: string, at: string = this.defaultBranch): void {
    this.setRef(`tags/${name}`, this.resolve(at)?.sha ?? this.tip(at));
  }

  tip(branch: string): string {
    const sha = this.refs.get(`heads/${branch}`);
    if (sha === undefined) throw new Error(`${this.fullName} has no branch ${branch}`);
    return sha;
  }

  /** Moves or makes a reference; pull requests from or into the branch notice. */
  setRef(ref: string, sha: string): void {
    this.refs.set(ref, sha);
    for (const repository of this.state.repositories.values()) {
      for (const pullRequest of repository.pullRequests) {
        if (pullRequest.headRepository === this && `heads/${pullRequest.headRef}` === ref) pullRequest.headMoved(sha);
      }
    }
  }

  fork(fullName: string): Repository {
    return new Repository(this.state, fullName, {}, this);
  }

  pullRequest(options: PullRequestOptions): PullRequest {
    const pullRequest = new PullRequest(this.state, this, this.pullRequests.length + 1, options);
    this.pullRequests.push(pullRequest);
    return pullRequest;
  }

  findPullRequest(number: number): PullRequest | undefined {
    return this.pullRequests.find((pullRequest) => pullRequest.number === number);
  }

  comments(number: number): readonly Comment[] {
    return this.findPullRequest(number)?.comments ?? [];
  }

  /** The repository's file at a commit or branch, as text; undefined if there is none. */
  fileText(ref: string, path: string): string | undefined {
    const commit = this.resolve(ref);
    const entry = commit && this.objects.filesOf(commit.sha).get(path);
    return entry && this.objects.blob(entry.sha)?.toString();
  }

  /** What a `ref` parameter may say: a branch, a tag, a full reference, or a commit. */
  resolve(ref: string): Commit | undefined {
    const name = ref.replace(/^refs\//, "");
    const pull = /^pull\/(\d+)\/(head|merge)$/.exec(name);
    if (pull) {
      const pullRequest = this.findPullRequest(Number(pull[1]));
      if (pullRequest === undefined) return undefined;
      return pull[2] === "merge" ? this.mergeCommit(pullRequest) : this.objects.commit(pullRequest.headSha);
    }
    const sha = this.refs.get(`heads/${name}`) ?? this.refs.get(`tags/${name}`) ?? this.refs.get(name);
    return sha === undefined ? this.objects.commitBeginning(name) : this.objects.commit(sha);
  }

  /** The commit of `refs/pull/N/merge`; undefined if the branches conflict. */
  mergeCommit({ baseRef, headSha }: PullRequest): Commit | undefined {
    return this.merged(this.tip(baseRef), headSha);
  }

  /** Merges a commit into a branch. */
  merge(branch: string, head: string): Commit {
    const commit = this.merged(this.tip(branch), head, this.state.clock.tick());
    if (commit === undefined) throw new Error(`${head} conflicts with ${branch}`);
    this.setRef(`heads/${branch}`, commit.sha);
    return commit;
  }

  /** Changed files from one commit to another, as the pull request's and the comparison's lists show them. */
  changes(from: string, to: string): FileChange[] {
    return treeDiff(this.objects.filesOf(from), this.objects.filesOf(to), (oldSha, newSha) => {
      const before = this.objects.blob(oldSha);
      const after = this.objects.blob(newSha);
      return before !== undefined && after !== undefined && mostlySame(before.toString(), after.toString());
    });
  }

  /** Files of a pull request: from where its branch left the base branch, which may have moved on. */
  changedFiles(pullRequest: PullRequest): FileChange[] {
    const origin = mergeBase(this.objects, this.tip(pullRequest.baseRef), pullRequest.headSha);
    return origin === undefined ? [] : this.changes(origin.sha, pullRequest.headSha);
  }

  private merged(
    base: string,
    head: string,
    date = this.objects.existingCommit(head).committer.date,
  ): Commit | undefined {
    const origin = mergeBase(this.objects, base, head);
    const [from, ours, theirs] = [origin?.sha, base, head].map((sha) => sha && this.objects.filesOf(sha));
    const tree = from && ours && theirs ? mergedTree(from, ours, theirs) : undefined;
    if (tree === undefined) return undefined;
    // The same merge has the same id whenever it is asked for.
    return this.record(tree, [base, head], `Merge ${head} into ${base}`, "web-flow", date);
  }

  private record(tree: FileTree, parents: readonly string[], message: string, login: string, date?: string): Commit {
    const signature = {
      name: login,
      email: `${login}@users.noreply.github.com`,
      date: date ?? this.state.clock.tick(),
    };
    return this.objects.addCommit({
      tree: this.objects.addTree(tree),
      parents,
      message,
      author: signature,
      committer: signature,
    });
  }
}
