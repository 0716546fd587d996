import type { Account } from "./account.js";
import type { MinimizedReason } from "./comment.js";

export type ReviewState = "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "PENDING";

export interface Review {
  readonly id: number;
  readonly nodeId: string;
  readonly author: Account;
  readonly body: string;
  readonly state: ReviewState;
  readonly commit: string;
  readonly submittedAt: string;
}

/** A comment on lines of the diff. */
export interface ReviewComment {
  readonly id: number;
  readonly nodeId: string;
  readonly review: number;
  readonly author: Account;
  readonly path: string;
  readonly commit: string;
  readonly line: number;
  readonly startLine: number | null;
  readonly side: "LEFT" | "RIGHT";
  readonly hunk: string;
  readonly createdAt: string;
  /** The comment that began the thread, for one that answers it. */
  readonly replyTo: number | null;
  body: string;
  minimizedReason: MinimizedReason | null;
  /** Of the thread that it begins. */
  isResolved: boolean;
}
