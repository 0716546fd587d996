import type { Account } from "./account.js";
import type { Comment } from "./comment.js";
import type { Repository } from "./repository.js";
import type { Review, ReviewComment } from "./review.js";
import { nodeId, type State } from "./state.js";

/** A label put on or taken off, as the timeline tells it. */
export interface LabelEvent {
  readonly id: number;
  readonly event: "labeled" | "unlabeled";
  readonly label: string;
  readonly actor: Account;
  readonly createdAt: string;
}

export interface PullRequestOptions {
  /** Branch of the fork, if there is one, else of the repository. */
  readonly head: string;
  readonly base?: string;
  readonly fork?: Repository;
  readonly author?: string;
  readonly title?: string;
  readonly body?: string;
  readonly draft?: boolean;
  readonly labels?: readonly string[];
}

export class PullRequest {
  readonly id: number;
  readonly nodeId: string;
  readonly author: Account;
  readonly createdAt: string;
  readonly headRef: string;
  readonly headOwner: Account;
  readonly comments: Comment[] = [];
  readonly reviews: Review[] = [];
  readonly reviewComments: ReviewComment[] = [];
  readonly labelEvents: LabelEvent[] = [];
  readonly labels = new Set<string>();
  /** Null once the fork was deleted. */
  headRepository: Repository | null;
  headSha: string;
  baseRef: string;
  /** The base branch's commit when the pull request was last pushed to: GitHub does not keep it up to date. */
  baseSha: string;
  title: string;
  body: string | null;
  draft: boolean;
  open = true;
  locked = false;
  updatedAt: string;

  constructor(
    private readonly state: State,
    readonly repository: Repository,
    readonly number: number,
    { head, base = repository.defaultBranch, fork, ...options }: PullRequestOptions,
  ) {
    const headRepository = fork ?? repository;
    this.id = state.nextId();
    this.nodeId = nodeId("PR", this.id);
    this.author = state.account(options.author ?? (fork ? fork.owner.login : "alice"));
    this.createdAt = state.clock.tick();
    this.updatedAt = this.createdAt;
    this.headRef = head;
    this.headOwner = headRepository.owner;
    this.headRepository = headRepository;
    this.headSha = headRepository.tip(head);
    this.baseRef = base;
    this.baseSha = repository.tip(base);
    this.title = options.title ?? `Change ${head}`;
    this.body = options.body ?? null;
    this.draft = options.draft ?? false;
    for (const label of options.labels ?? []) this.addLabel(label, this.author.login);
  }

  addLabel(label: string, by: string): void {
    this.labels.add(label);
    this.recordLabel("labeled", label, by);
  }

  removeLabel(label: string, by: string): void {
    this.labels.delete(label);
    this.recordLabel("unlabeled", label, by);
  }

  /** Moves it to another base branch. */
  retarget(base: string): void {
    this.baseRef = base;
    this.baseSha = this.repository.tip(base);
    this.updatedAt = this.state.clock.tick();
  }

  close(): void {
    this.open = false;
    this.updatedAt = this.state.clock.tick();
  }

  /** What a push to the head branch does. */
  headMoved(sha: string): void {
    if (!this.open) return;
    this.headSha = sha;
    this.baseSha = this.repository.tip(this.baseRef);
    this.updatedAt = this.state.clock.now();
  }

  addComment(author: string, body: string): Comment {
    const id = this.state.nextId();
    const createdAt = this.state.clock.tick();
    const comment: Comment = {
      id,
      nodeId: nodeId("IC", id),
      author: this.state.account(author),
      body,
      createdAt,
      updatedAt: createdAt,
      minimizedReason: null,
    };
    this.comments.push(comment);
    return comment;
  }

  /** Answers the thread that a comment on lines has begun. */
  replyTo(first: ReviewComment, author: string, body: string): ReviewComment {
    const id = this.state.nextId();
    const reply: ReviewComment = {
      ...first,
      id,
      nodeId: nodeId("PRRC", id),
      author: this.state.account(author),
      createdAt: this.state.clock.tick(),
      replyTo: first.id,
      body,
      minimizedReason: null,
    };
    this.reviewComments.push(reply);
    return reply;
  }

  private recordLabel(event: LabelEvent["event"], label: string, by: string): void {
    this.updatedAt = this.state.clock.tick();
    this.labelEvents.push({
      id: this.state.nextId(),
      event,
      label,
      actor: this.state.account(by),
      createdAt: this.updatedAt,
    });
  }
}
