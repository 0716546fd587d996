import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { Octokit } from "@octokit/rest";
import { FakeGitHub } from "./github/fake-github.js";
import type { PullRequest } from "./github/pull-request.js";

const COMMENTS = `
  query ($owner: String!, $name: String!, $number: Int!, $after: String) {
    viewer { login }
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) {
        comments(first: 100, after: $after) {
          nodes { id databaseId body createdAt updatedAt isMinimized viewerDidAuthor author { login } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }`;

const MINIMIZE = `
  mutation ($subject: ID!) {
    minimizeComment(input: { subjectId: $subject, classifier: DUPLICATE }) {
      minimizedComment { isMinimized minimizedReason }
    }
  }`;

const THREADS = `
  query ($owner: String!, $name: String!, $number: Int!) {
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) {
        reviewThreads(first: 9) {
          nodes {
            path line startLine isOutdated isResolved
            comments(first: 1) { totalCount nodes { id body viewerDidAuthor minimizedReason } }
          }
        }
      }
    }
  }`;

const REWRITE = `
  mutation ($id: ID!) {
    updatePullRequestReviewComment(input: { pullRequestReviewCommentId: $id, body: "Those." }) { clientMutationId }
    minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { clientMutationId }
  }`;

interface Threads {
  readonly repository: {
    readonly pullRequest: { readonly reviewThreads: { readonly nodes: readonly Readonly<Record<string, unknown>>[] } };
  };
}

interface Comments {
  readonly viewer: { readonly login: string };
  readonly repository: {
    readonly pullRequest: {
      readonly comments: {
        readonly nodes: readonly { readonly viewerDidAuthor: boolean; readonly author: { readonly login: string } }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      };
    };
  };
}

describe("GraphQL of FakeGitHub", () => {
  let github: FakeGitHub;
  let pullRequest: PullRequest;

  const client = (token = "writer") => new Octokit({ auth: token, baseUrl: github.addresses.api, log: quiet });
  const where = { owner: "octo", name: "plans", number: 1 };

  beforeEach(async () => {
    github = await FakeGitHub.start();
    github.token("writer", "write");
    github.token("reader", "read-only");
    const repository = github.repository("octo/plans");
    repository.branch("feature");
    pullRequest = repository.pullRequest({ head: "feature" });
  });

  afterEach(() => github.close());

  it("lists comments page by page and knows its own", async () => {
    for (let count = 0; count < 100; count += 1) pullRequest.addComment("bob", `No. ${count}`);
    pullRequest.addComment("github-actions[bot]", "own");
    const first = await client().graphql<Comments>(COMMENTS, where);
    const { nodes, pageInfo } = first.repository.pullRequest.comments;
    expect([first.viewer.login, nodes.length, pageInfo.hasNextPage]).toEqual(["github-actions", 100, true]);
    const second = await client().graphql<Comments>(COMMENTS, { ...where, after: pageInfo.endCursor });
    expect(second.repository.pullRequest.comments).toMatchObject({
      nodes: [{ viewerDidAuthor: true, isMinimized: false, author: { login: "github-actions" } }],
      pageInfo: { hasNextPage: false },
    });
    expect(github.writes).toEqual([]);
    github.expectNoViolations();
  });

  it("follows a review thread through later commits, until its lines are others", async () => {
    const { repository, number } = pullRequest;
    repository.commit("feature", { "docs/new.md": "one\ntwo\nthree\n" });
    await client().pulls.createReview({
      owner: "octo",
      repo: "plans",
      pull_number: number,
      commit_id: pullRequest.headSha,
      event: "COMMENT",
      body: "Look.",
      comments: [{ path: "docs/new.md", start_line: 1, start_side: "RIGHT", line: 2, side: "RIGHT", body: "These." }],
    });
    const [first] = pullRequest.reviewComments;
    pullRequest.replyTo(first!, "bob", "Yes.");
    const thread = async () =>
      (await client().graphql<Threads>(THREADS, where)).repository.pullRequest.reviewThreads.nodes[0];
    expect(await thread()).toMatchObject({ line: 2, startLine: 1, isOutdated: false, isResolved: false });
    repository.commit("feature", { "docs/new.md": "zero\none\ntwo\nthree\n" });
    expect(await thread()).toMatchObject({ line: 3, startLine: 2, isOutdated: false });
    repository.commit("feature", { "docs/new.md": "zero\none\nbetween\ntwo\n" });
    expect(await thread()).toMatchObject({ line: null, startLine: null, isOutdated: true });
    await client().graphql(REWRITE, { id: first!.nodeId });
    expect(await thread()).toMatchObject({
      comments: { totalCount: 2, nodes: [{ body: "Those.", viewerDidAuthor: true, minimizedReason: "outdated" }] },
    });
    github.expectNoViolations();
  });

  it("minimizes a comment, if the token may", async () => {
    const comment = pullRequest.addComment("github-actions[bot]", "twice");
    const minimize = (token: string) => client(token).graphql(MINIMIZE, { subject: comment.nodeId });
    await expect(minimize("reader")).rejects.toThrow("Resource not accessible by integration");
    expect(comment.minimizedReason).toBeNull();
    expect(await minimize("writer")).toEqual({
      minimizeComment: { minimizedComment: { isMinimized: true, minimizedReason: "duplicate" } },
    });
    expect(github.writes).toHaveLength(2);
    github.expectNoViolations();
  });

  it.each([
    ["a field that GitHub does not have", "{ viewer { nickname } }", 'Cannot query field "nickname"'],
    ["a field that the fake does not know", "{ viewer { login avatarUrl } }", "The fake does not know"],
    ["no query at all", "{", "Syntax Error"],
  ])("records %s", async (_, query, violation) => {
    await expect(client().graphql(query)).rejects.toThrow();
    expect(github.violations.join("\n")).toContain(violation);
  });

  it.each([
    ['{ repository(owner: "octo", name: "none") { id } }', "Could not resolve to a Repository"],
    [
      '{ repository(owner: "octo", name: "plans") { pullRequest(number: 9) { id } } }',
      "PullRequest with the number of 9",
    ],
    [
      '{ repository(owner: "octo", name: "plans") { pullRequest(number: 1) { comments { totalCount } } } }',
      "You must provide a `first` or `last` value",
    ],
  ])("refuses %s as GitHub does", async (query, message) => {
    await expect(client().graphql(query)).rejects.toThrow(message);
    github.expectNoViolations();
  });

  it("breaks databaseId above 31 bits, where fullDatabaseId goes on", async () => {
    const late = await FakeGitHub.start({ firstId: 3_000_000_000 });
    try {
      late.token("writer", "write");
      const repository = late.repository("octo/plans");
      repository.branch("feature");
      const { id } = repository.pullRequest({ head: "feature" }).addComment("bob", "late");
      const octokit = new Octokit({ auth: "writer", baseUrl: late.addresses.api, log: quiet });
      const query = (field: string) =>
        octokit.graphql(
          `{ repository(owner: "octo", name: "plans") { pullRequest(number: 1) { comments(last: 1) { nodes { ${field} } } } } }`,
        );
      await expect(query("databaseId")).rejects.toThrow("Int cannot represent");
      expect(JSON.stringify(await query("fullDatabaseId"))).toContain(String(id));
      late.expectNoViolations();
    } finally {
      await late.close();
    }
  });
});

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
