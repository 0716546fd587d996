import { createRequire } from "node:module";
import type { WebhookDefinition } from "@octokit/webhooks-examples";
import type { FakeGitHub } from "./fake-github.js";
import type { PullRequest } from "./pull-request.js";
import type { Repository } from "./repository.js";
import { label } from "./represent/label.js";
import { pullRequest } from "./represent/pull-request.js";
import { repository } from "./represent/repository.js";
import { user } from "./represent/user.js";

/** What starts a workflow. */
export type Occasion =
  | {
      readonly name: "pull_request" | "pull_request_target";
      readonly action: string;
      readonly pullRequest: PullRequest;
      /** Of `labeled` and `unlabeled`. */
      readonly label?: string;
      /** Of `edited`. */
      readonly changes?: Readonly<Record<string, unknown>>;
      readonly sender?: string;
    }
  | { readonly name: "merge_group"; readonly pullRequests: readonly [PullRequest, ...PullRequest[]] }
  | { readonly name: "push"; readonly repository: Repository; readonly branch: string; readonly before?: string }
  | { readonly name: "workflow_run"; readonly pullRequest: PullRequest; readonly conclusion?: string }
  | { readonly name: "workflow_dispatch" | "schedule"; readonly repository: Repository };

/** An event as a runner knows it: the payload, and what its variables say about it. */
export interface WorkflowEvent {
  readonly name: Occasion["name"];
  readonly payload: Payload;
  readonly repository: Repository;
  readonly sha: string;
  readonly ref: string;
  readonly headRef: string;
  readonly baseRef: string;
  readonly actor: string;
}

export type Payload = { readonly [key: string]: unknown };

type Circumstances = Omit<WorkflowEvent, "name" | "payload" | "repository">;

const NO_COMMIT = "0".repeat(40);

/** A real payload of GitHub's with this repository's names, numbers and commits put in. */
export function workflowEvent(github: FakeGitHub, occasion: Occasion): WorkflowEvent {
  const home = homeOf(occasion);
  const circumstances = circumstancesOf(occasion, home);
  const common = {
    repository: { ...objectIn(exampleOf("push"), "repository"), ...repository(github.addresses, home) },
    sender: user(github.addresses, github.state.account(circumstances.actor)),
  };
  return {
    name: occasion.name,
    payload: { ...payloadOf(github, occasion, home, circumstances), ...common },
    repository: home,
    ...circumstances,
  };
}

function homeOf(occasion: Occasion): Repository {
  if ("repository" in occasion) return occasion.repository;
  return "pullRequests" in occasion ? occasion.pullRequests[0].repository : occasion.pullRequest.repository;
}

function circumstancesOf(occasion: Occasion, home: Repository): Circumstances {
  const onDefaultBranch = {
    sha: home.tip(home.defaultBranch),
    ref: `refs/heads/${home.defaultBranch}`,
    headRef: "",
    baseRef: "",
    actor: home.owner.login,
  };
  switch (occasion.name) {
    case "pull_request": {
      const { pullRequest: shown, sender } = occasion;
      const merge = home.mergeCommit(shown);
      if (merge === undefined) throw new Error(`GitHub starts no workflow: pull request ${shown.number} has conflicts`);
      const ref = `refs/pull/${shown.number}/merge`;
      const actor = sender ?? shown.author.login;
      return { sha: merge.sha, ref, headRef: shown.headRef, baseRef: shown.baseRef, actor };
    }
    case "pull_request_target": {
      const { headRef, baseRef, author } = occasion.pullRequest;
      return { ...onDefaultBranch, headRef, baseRef, actor: occasion.sender ?? author.login };
    }
    case "merge_group": {
      const { sha, ref } = queued(home, occasion.pullRequests);
      return { ...onDefaultBranch, sha, ref, actor: "github-merge-queue[bot]" };
    }
    case "push":
      return { ...onDefaultBranch, sha: home.tip(occasion.branch), ref: `refs/heads/${occasion.branch}` };
    case "workflow_run":
    case "workflow_dispatch":
    case "schedule":
      return onDefaultBranch;
  }
}

/** Merges the pull requests on top of each other into the queue's own branch. */
function queued(home: Repository, group: readonly PullRequest[]): { sha: string; ref: string } {
  const last = group.at(-1);
  if (last === undefined) throw new Error("A merge group holds a pull request");
  const branch = `gh-readonly-queue/${last.baseRef}/pr-${last.number}-${home.tip(last.baseRef)}`;
  home.branch(branch, last.baseRef);
  for (const member of group) home.merge(branch, member.headSha);
  return { sha: home.tip(branch), ref: `refs/heads/${branch}` };
}

function payloadOf(github: FakeGitHub, occasion: Occasion, home: Repository, { sha, ref }: Circumstances): Payload {
  const { addresses } = github;
  switch (occasion.name) {
    case "pull_request":
    case "pull_request_target": {
      const shown = occasion.pullRequest;
      const example = exampleOf("pull_request", occasion.action);
      const { before, after } = example;
      return {
        action: occasion.action,
        number: shown.number,
        pull_request: { ...objectIn(example, "pull_request"), ...pullRequest(addresses, shown) },
        ...(occasion.label !== undefined && { label: label(addresses, shown, occasion.label) }),
        ...(occasion.changes && { changes: occasion.changes }),
        ...(before !== undefined &&
          after !== undefined && { before: previous(home, shown.headSha), after: shown.headSha }),
      };
    }
    case "merge_group": {
      const { tree, message, committer, author } = home.objects.existingCommit(sha);
      const { baseRef } = occasion.pullRequests[0];
      return {
        action: "checks_requested",
        merge_group: {
          head_sha: sha,
          head_ref: ref,
          base_sha: home.tip(baseRef),
          base_ref: `refs/heads/${baseRef}`,
          head_commit: { id: sha, tree_id: tree, message, timestamp: committer.date, author, committer },
        },
      };
    }
    case "push": {
      const { tree, message, committer } = home.objects.existingCommit(sha);
      const identity = { name: committer.name, email: committer.email, username: committer.name };
      const example = exampleOf("push");
      const head = { ...objectIn(example, "head_commit"), id: sha, tree_id: tree, message };
      const commit = { ...head, timestamp: committer.date, author: identity, committer: identity };
      const before = occasion.before ?? previous(home, sha);
      return { ...example, ref, before, after: sha, base_ref: null, commits: [commit], head_commit: commit };
    }
    case "workflow_run": {
      const shown = occasion.pullRequest;
      const example = exampleOf("workflow_run", "completed");
      const isFork = shown.headRepository !== home;
      return {
        ...example,
        workflow_run: {
          ...objectIn(example, "workflow_run"),
          event: "pull_request",
          status: "completed",
          conclusion: occasion.conclusion ?? "success",
          head_branch: shown.headRef,
          head_sha: shown.headSha,
          // GitHub leaves the list empty for forks.
          pull_requests: isFork ? [] : [{ id: shown.id, number: shown.number }],
          repository: repository(addresses, home),
          head_repository: shown.headRepository && repository(addresses, shown.headRepository),
        },
      };
    }
    case "workflow_dispatch":
      return { ...exampleOf("workflow_dispatch"), inputs: {}, ref };
    case "schedule":
      return { schedule: "0 6 * * 1" };
  }
}

const previous = (home: Repository, sha: string) => home.objects.existingCommit(sha).parents[0] ?? NO_COMMIT;

let examples: readonly WebhookDefinition[] | undefined;

/** An example with this action, or, as there is none of every action, the first one. */
function exampleOf(name: string, action?: string): Payload {
  examples ??= createRequire(import.meta.url)("@octokit/webhooks-examples") as WebhookDefinition[];
  const definition = examples.find((candidate) => candidate.name === name);
  const payloads = (definition?.examples ?? []) as unknown as Payload[];
  const example = payloads.find((payload) => payload["action"] === action) ?? payloads[0];
  if (example === undefined) throw new Error(`GitHub's examples hold no ${name}`);
  // The examples tell of organisations and apps that these repositories do not have.
  return Object.fromEntries(
    Object.entries(example).filter(([key]) => key !== "organization" && key !== "installation"),
  );
}

const objectIn = (payload: Payload, key: string) => payload[key] as Payload;
