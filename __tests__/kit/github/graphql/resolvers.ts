import { GraphQLError } from "graphql";
import { levelOf, type Token } from "../access.js";
import { type Account, accountType } from "../account.js";
import type { Addresses } from "../addresses.js";
import type { Comment, MinimizedReason } from "../comment.js";
import type { PullRequest } from "../pull-request.js";
import type { Repository } from "../repository.js";
import { commentPage } from "../represent/comment.js";
import { repositoryPage } from "../represent/repository.js";
import { nodeId, type State } from "../state.js";
import { connection, type ConnectionArguments } from "./connection.js";

/** Who asks, and what there is to ask for. */
export interface Asked {
  readonly state: State;
  readonly addresses: Addresses;
  readonly token: Token;
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
      const { pullRequest, comment } = minimizable(asked, input.subjectId);
      comment.minimizedReason = input.classifier.toLowerCase().replace("_", "-") as MinimizedReason;
      return {
        clientMutationId: input.clientMutationId ?? null,
        minimizedComment: commentFields(asked, pullRequest, comment),
      };
    },

    unminimizeComment({ input }: MinimizeArguments) {
      const { pullRequest, comment } = minimizable(asked, input.subjectId);
      comment.minimizedReason = null;
      return {
        clientMutationId: input.clientMutationId ?? null,
        unminimizedComment: commentFields(asked, pullRequest, comment),
      };
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

function minimizable(asked: Asked, id: string): { pullRequest: PullRequest; comment: Comment } {
  if (!mayWrite(asked)) throw failure("FORBIDDEN", "Resource not accessible by integration");
  for (const repository of asked.state.repositories.values()) {
    for (const pullRequest of repository.pullRequests) {
      const comment = pullRequest.comments.find((candidate) => candidate.nodeId === id);
      if (comment !== undefined) return { pullRequest, comment };
    }
  }
  throw unknownNode(id);
}

const mayWrite = ({ token }: Asked) =>
  levelOf(token.kind, "pull_requests") === "write" || levelOf(token.kind, "issues") === "write";

const unknownNode = (id: string) => failure("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'`);

const failure = (type: string, message: string) => new GraphQLError(message, { extensions: { type } });
