import { GraphQLError } from "graphql";
import { levelOf, type Token } from "../access.js";
import { type Account, accountType } from "../account.js";
import type { Addresses } from "../addresses.js";
import type { Comment, MinimizedReason } from "../comment.js";
import { movedLine } from "../line-diff.js";
import type { PullRequest } from "../pull-request.js";
import type { Repository } from "../repository.js";
import { commentPage } from "../represent/comment.js";
import { repositoryPage } from "../represent/repository.js";
import { reviewCommentPage } from "../represent/review.js";
import type { ReviewComment } from "../review.js";
import { nodeId, type State } from "../state.js";
import { connection, type ConnectionArguments } from "./connection.js";

/** Who asks, and what there is to ask for. */
export interface Asked {
  readonly state: State;
  readonly addresses: Addresses;
  readonly token: Token;
}

interface UpdateArguments {
  readonly input: { readonly pullRequestReviewCommentId: string; readonly body: string };
}

interface MinimizeArguments {
  readonly input: {
    readonly subjectId: string;
    readonly classifier: string;
    readonly clientMutationId?: string | null;
  };
}

/** The fields of GraphQL's `Query` and `Mutation` that the fake knows. Functions are fields with arguments. */
export function rootFields(asked: Asked) {
  const { state, token } = asked;
  return {
    viewer: () => actor(asked, state.account(token.login)),

    repository({ owner, name }: { owner: string; name: string }) {
      const found = state.repositoryNamed(`${owner}/${name}`);
      if (found === undefined) {
        throw failure("NOT_FOUND", `Could not resolve to a Repository with the name '${owner}/${name}'.`);
      }
      return repositoryFields(asked, found);
    },

    node({ id }: { id: string }) {
      const found = nodes(asked).get(id);
      if (found === undefined) throw unknownNode(id);
      return found();
    },

    minimizeComment({ input }: MinimizeArguments) {
      const { comment, fields } = minimizable(asked, input.subjectId);
      comment.minimizedReason = input.classifier.toLowerCase().replace("_", "-") as MinimizedReason;
      return { clientMutationId: input.clientMutationId ?? null, minimizedComment: fields() };
    },

    unminimizeComment({ input }: MinimizeArguments) {
      const { comment, fields } = minimizable(asked, input.subjectId);
      comment.minimizedReason = null;
      return { clientMutationId: input.clientMutationId ?? null, unminimizedComment: fields() };
    },

    updatePullRequestReviewComment({ input }: UpdateArguments) {
      const { comment, fields } = minimizable(asked, input.pullRequestReviewCommentId);
      if (comment.author.login !== token.login) throw failure("FORBIDDEN", "Resource not accessible by integration");
      comment.body = input.body;
      return { clientMutationId: null, pullRequestReviewComment: fields() };
    },
  };
}

function repositoryFields(asked: Asked, repository: Repository) {
  return {
    __typename: "Repository",
    id: repository.nodeId,
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: repository.fullName,
    isPrivate: repository.isPrivate,
    isFork: repository.parent !== undefined,
    url: repositoryPage(asked.addresses, repository),
    owner: actor(asked, repository.owner),
    defaultBranchRef: { __typename: "Ref", name: repository.defaultBranch, prefix: "refs/heads/" },
    pullRequest({ number }: { number: number }) {
      const found = repository.findPullRequest(number);
      if (found === undefined) {
        throw failure("NOT_FOUND", `Could not resolve to a PullRequest with the number of ${number}.`);
      }
      return pullRequestFields(asked, found);
    },
  };
}

function pullRequestFields(asked: Asked, pullRequest: PullRequest) {
  const { repository, headRepository, comments, labels } = pullRequest;
  return {
    __typename: "PullRequest",
    id: pullRequest.nodeId,
    databaseId: pullRequest.id,
    fullDatabaseId: String(pullRequest.id),
    number: pullRequest.number,
    title: pullRequest.title,
    body: pullRequest.body ?? "",
    state: pullRequest.open ? "OPEN" : "CLOSED",
    isDraft: pullRequest.draft,
    locked: pullRequest.locked,
    isCrossRepository: headRepository !== repository,
    url: `${repositoryPage(asked.addresses, repository)}/pull/${pullRequest.number}`,
    createdAt: pullRequest.createdAt,
    updatedAt: pullRequest.updatedAt,
    author: asked.state.deletedAccounts.has(pullRequest.author.login) ? null : actor(asked, pullRequest.author),
    viewerDidAuthor: pullRequest.author.login === asked.token.login,
    headRefName: pullRequest.headRef,
    headRefOid: pullRequest.headSha,
    baseRefName: pullRequest.baseRef,
    baseRefOid: pullRequest.baseSha,
    headRepository: headRepository && (() => repositoryFields(asked, headRepository)),
    repository: () => repositoryFields(asked, repository),
    comments: (page: ConnectionArguments) =>
      connection(
        "comments",
        comments.map((comment) => commentFields(asked, pullRequest, comment)),
        page,
      ),
    reviewThreads: (page: ConnectionArguments) =>
      connection(
        "reviewThreads",
        pullRequest.reviewComments
          .filter(({ replyTo }) => replyTo === null)
          .map((first) => threadFields(asked, pullRequest, first)),
        page,
      ),
    labels: (page: ConnectionArguments) =>
      connection(
        "labels",
        [...labels].map((name) => labelFields(name)),
        page,
      ),
    timelineItems: ({ itemTypes, ...page }: ConnectionArguments & { readonly itemTypes?: readonly string[] | null }) =>
      connection(
        "timelineItems",
        timeline(asked, pullRequest).filter(({ itemType }) => itemTypes?.includes(itemType) ?? true),
        page,
      ),
  };
}

const labelFields = (name: string) => ({ __typename: "Label", id: nodeId("LA", name.length), name });

/** Labels put on and taken off, and comments, the oldest first. */
function timeline(asked: Asked, pullRequest: PullRequest) {
  const ghosts = asked.state.deletedAccounts;
  const labelEvents = pullRequest.labelEvents.map(({ id, event, label, actor: by, createdAt }) => ({
    __typename: event === "labeled" ? "LabeledEvent" : "UnlabeledEvent",
    itemType: event === "labeled" ? "LABELED_EVENT" : "UNLABELED_EVENT",
    id: nodeId(event === "labeled" ? "LE" : "UNLE", id),
    createdAt,
    actor: ghosts.has(by.login) ? null : actor(asked, by),
    label: labelFields(label),
  }));
  const comments = pullRequest.comments.map((comment) => ({
    itemType: "ISSUE_COMMENT",
    ...commentFields(asked, pullRequest, comment),
  }));
  return [...labelEvents, ...comments].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

function commentFields(asked: Asked, pullRequest: PullRequest, comment: Comment) {
  const isOwn = comment.author.login === asked.token.login;
  return {
    __typename: "IssueComment",
    id: comment.nodeId,
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    body: comment.body,
    url: commentPage(asked.addresses, pullRequest, comment),
    createdAt: comment.createdAt,
    updatedAt: comment.updatedAt,
    author: actor(asked, comment.author),
    viewerDidAuthor: isOwn,
    viewerCanUpdate: isOwn && mayWrite(asked),
    viewerCanDelete: isOwn && mayWrite(asked),
    viewerCanMinimize: mayWrite(asked),
    isMinimized: comment.minimizedReason !== null,
    minimizedReason: comment.minimizedReason,
  };
}

/** A thread follows its lines through later commits; it is outdated once one of them is another. */
function threadFields(asked: Asked, pullRequest: PullRequest, first: ReviewComment) {
  const { repository, headSha, reviewComments } = pullRequest;
  const text = (commit: string) => repository.fileText(commit, first.path) ?? "";
  const now = (line: number) => movedLine(text(first.commit), text(headSha), line);
  const start = first.startLine ?? first.line;
  const lines = Array.from({ length: first.line - start + 1 }, (_, index) => now(start + index));
  const isOutdated = lines.some((line, index) => line === null || line !== lines[0]! + index);
  return {
    __typename: "PullRequestReviewThread",
    id: nodeId("PRRT", first.id),
    path: first.path,
    diffSide: first.side,
    line: isOutdated ? null : lines.at(-1),
    startLine: isOutdated || first.startLine === null ? null : lines[0],
    originalLine: first.line,
    originalStartLine: first.startLine,
    isOutdated,
    isResolved: first.isResolved,
    comments: (page: ConnectionArguments) =>
      connection(
        "comments",
        reviewComments
          .filter(({ id, replyTo }) => id === first.id || replyTo === first.id)
          .map((comment) => reviewCommentFields(asked, pullRequest, comment)),
        page,
      ),
  };
}

function reviewCommentFields(asked: Asked, pullRequest: PullRequest, comment: ReviewComment) {
  return {
    __typename: "PullRequestReviewComment",
    id: comment.nodeId,
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    body: comment.body,
    path: comment.path,
    url: reviewCommentPage(asked.addresses, pullRequest, comment),
    createdAt: comment.createdAt,
    author: actor(asked, comment.author),
    viewerDidAuthor: comment.author.login === asked.token.login,
    isMinimized: comment.minimizedReason !== null,
    minimizedReason: comment.minimizedReason,
  };
}

/** GraphQL names a bot without the brackets that REST writes. */
function actor({ addresses, state }: Asked, account: Account) {
  const login = account.login.replace("[bot]", "");
  return {
    __typename: account.type,
    id: nodeId("U", account.id),
    databaseId: account.id,
    login: accountType(account.login) === "Bot" ? login : account.login,
    url: `${addresses.server}/${account.type === "Bot" ? "apps/" : ""}${login}`,
    createdAt: state.clock.now(),
  };
}

/** Everything that has an id, without building any of it. */
function nodes(asked: Asked): Map<string, () => unknown> {
  const found = new Map<string, () => unknown>();
  for (const repository of asked.state.repositories.values()) {
    found.set(repository.nodeId, () => repositoryFields(asked, repository));
    for (const pullRequest of repository.pullRequests) {
      found.set(pullRequest.nodeId, () => pullRequestFields(asked, pullRequest));
      for (const comment of pullRequest.comments) {
        found.set(comment.nodeId, () => commentFields(asked, pullRequest, comment));
      }
    }
  }
  return found;
}

/** A comment of either kind, and how it looks in an answer. */
function minimizable(asked: Asked, id: string): { comment: Comment | ReviewComment; fields: () => unknown } {
  if (!mayWrite(asked)) throw failure("FORBIDDEN", "Resource not accessible by integration");
  for (const repository of asked.state.repositories.values()) {
    for (const pullRequest of repository.pullRequests) {
      const comment = pullRequest.comments.find((candidate) => candidate.nodeId === id);
      if (comment !== undefined) return { comment, fields: () => commentFields(asked, pullRequest, comment) };
      const onLines = pullRequest.reviewComments.find((candidate) => candidate.nodeId === id);
      if (onLines !== undefined)
        return { comment: onLines, fields: () => reviewCommentFields(asked, pullRequest, onLines) };
    }
  }
  throw unknownNode(id);
}

const mayWrite = ({ token }: Asked) =>
  levelOf(token.kind, "pull_requests") === "write" || levelOf(token.kind, "issues") === "write";

const unknownNode = (id: string) => failure("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'`);

const failure = (type: string, message: string) => new GraphQLError(message, { extensions: { type } });
