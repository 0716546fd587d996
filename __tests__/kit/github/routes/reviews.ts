import { ApiError } from "../api-error.js";
import { pageOf } from "../pages.js";
import type { PullRequest } from "../pull-request.js";
import { changedLines } from "../represent/changed-file.js";
import { review, reviewComment } from "../represent/review.js";
import type { Review, ReviewComment, ReviewState } from "../review.js";
import { type Call, created, ok, type Routes } from "../route.js";
import { nodeId } from "../state.js";

interface WrittenComment {
  readonly path: string;
  readonly body: string;
  readonly line?: number;
  readonly start_line?: number;
  readonly side?: "LEFT" | "RIGHT";
}

const STATE_OF_EVENT: Readonly<Record<string, ReviewState>> = {
  APPROVE: "APPROVED",
  COMMENT: "COMMENTED",
  REQUEST_CHANGES: "CHANGES_REQUESTED",
};

/** Reviews, and comments on lines of the diff. */
export const reviewRoutes: Routes = {
  "pulls/list-reviews": (call) => {
    const { items, headers } = pageOf(call, call.pullRequest.reviews);
    return ok(
      items.map((item) => review(call.addresses, call.pullRequest, item)),
      headers,
    );
  },

  "pulls/create-review": (call) => {
    const { pullRequest } = call;
    const comments = (call.body["comments"] ?? []) as WrittenComment[];
    // All lines are looked at before anything is stored: one outside of the diff refuses the whole review.
    for (const comment of comments) hunkOf(pullRequest, comment);
    const added = addReview(call, STATE_OF_EVENT[call.text("event")] ?? "PENDING", call.text("body"));
    for (const comment of comments) addComment(call, added, comment);
    return ok(review(call.addresses, pullRequest, added));
  },

  "pulls/list-review-comments": (call) => {
    const { items, headers } = pageOf(call, call.pullRequest.reviewComments);
    return ok(
      items.map((item) => reviewComment(call.addresses, call.pullRequest, item)),
      headers,
    );
  },

  "pulls/create-review-comment": (call) => {
    const written = call.body as unknown as WrittenComment;
    hunkOf(call.pullRequest, written);
    const added = addComment(call, addReview(call, "COMMENTED", ""), written);
    return created(reviewComment(call.addresses, call.pullRequest, added));
  },
};

function addReview(call: Call, state: ReviewState, body: string): Review {
  const id = call.state.nextId();
  const added: Review = {
    id,
    nodeId: nodeId("PRR", id),
    author: call.state.account(call.token.login),
    body,
    state,
    commit: call.text("commit_id", call.pullRequest.headSha),
    submittedAt: call.state.clock.tick(),
  };
  call.pullRequest.reviews.push(added);
  return added;
}

function addComment(
  call: Call,
  { id: reviewId, author, commit, submittedAt }: Review,
  written: WrittenComment,
): ReviewComment {
  const id = call.state.nextId();
  const added: ReviewComment = {
    id,
    nodeId: nodeId("PRRC", id),
    review: reviewId,
    author,
    path: written.path,
    commit,
    line: written.line ?? 1,
    startLine: written.start_line ?? null,
    side: written.side ?? "RIGHT",
    hunk: hunkOf(call.pullRequest, written),
    createdAt: submittedAt,
    replyTo: null,
    body: written.body,
    minimizedReason: null,
    isResolved: false,
  };
  call.pullRequest.reviewComments.push(added);
  return added;
}

/** The hunk that shows the line; GitHub refuses a comment on any other line. */
function hunkOf(pullRequest: PullRequest, { path, line, start_line, side = "RIGHT" }: WrittenComment): string {
  const { repository } = pullRequest;
  const change = repository.changedFiles(pullRequest).find((candidate) => candidate.path === path);
  if (change === undefined) throw unresolvable("path");
  const hunks = changedLines(repository, change).patch.split(/\n(?=@@ )/);
  const hunk = hunks.find((text) => {
    const range = /^@@ -(\d+),(\d+) \+(\d+),(\d+) @@/.exec(text);
    if (range === null || line === undefined) return false;
    const start = Number(side === "RIGHT" ? range[3] : range[1]);
    const count = Number(side === "RIGHT" ? range[4] : range[2]);
    return (start_line ?? line) >= start && (start_line ?? line) <= line && line < start + count;
  });
  if (hunk === undefined) throw unresolvable("line");
  return hunk;
}

const unresolvable = (field: string) =>
  new ApiError(422, `Validation Failed: pull_request_review_thread.${field} could not be resolved`);
