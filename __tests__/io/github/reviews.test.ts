import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createClient } from "../../../src/io/github/client.js";
import { gitHubReviews } from "../../../src/io/github/reviews.js";
import type { Reviews } from "../../../src/io/publish/suggestions.js";
import { FakeGitHub } from "../../kit/github/fake-github.js";
import type { PullRequest } from "../../kit/github/pull-request.js";

describe("reviews on GitHub", () => {
  let github: FakeGitHub;
  let pull: PullRequest;
  let reviews: Reviews;

  beforeEach(async () => {
    github = await FakeGitHub.start();
    github.token("writer", "write");
    const repository = github.repository("octo/plans");
    const files = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`src/${index}.md`, "text\n"]));
    repository.commit("feature", { "docs/PLAN.md": "one\ntwo\nthree\n", "docs/picture.md": "\0", ...files });
    pull = repository.pullRequest({ head: "feature" });
    const client = createClient({
      token: "writer",
      baseUrl: github.addresses.api,
      onWait: () => undefined,
      debug: () => undefined,
    });
    reviews = gitHubReviews(client, { owner: "octo", repo: "plans" }, pull.number);
  });

  afterEach(async () => {
    await github.close();
    github.expectNoViolations();
  });

  const comment = (more: { startLine?: number; line?: number } = {}) => ({
    path: "docs/PLAN.md",
    startLine: 2,
    line: 2,
    body: "text",
    ...more,
  });

  it("gives the patches asked for, as far as there are any, from no more pages than needed", async () => {
    const before = github.requests.length;
    const patches = await reviews.patches(new Set(["docs/PLAN.md", "docs/picture.md"]));
    expect([...patches]).toEqual([["docs/PLAN.md", "@@ -0,0 +1,3 @@\n+one\n+two\n+three"]]);
    expect(github.requests.length - before).toBe(1);
    expect([...(await reviews.patches(new Set(["src/99.md", "not-there.md"]))).keys()]).toEqual(["src/99.md"]);
    expect(github.requests.length - before).toBe(3);
  });

  it("reads every page of threads, those of our account only, with what became of them", async () => {
    await reviews.create(pull.headSha, "Look.", [comment({ startLine: 1 })]);
    const [first] = pull.reviewComments;
    const other = github.state.account("bob");
    for (let count = 0; count < 120; count += 1) {
      pull.reviewComments.push({ ...first!, id: 5000 + count, nodeId: `other ${count}`, author: other });
    }
    await reviews.create(pull.headSha, "Look.", [comment({ line: 3, startLine: 3 })]);
    pull.replyTo(first!, "bob", "No.");
    pull.reviewComments.at(-2)!.isResolved = true;
    const { headSha, own } = await reviews.read();
    expect(headSha).toBe(pull.headSha);
    expect(own).toMatchObject([
      { line: 2, startLine: 1, hasReplies: true, isResolved: false, minimizedReason: null, path: "docs/PLAN.md" },
      { line: 3, startLine: null, hasReplies: false, isResolved: true },
    ]);
    await reviews.update(own[0]!, "Other words.");
    await reviews.minimize(own[0]!, "OUTDATED");
    expect((await reviews.read()).own[0]).toMatchObject({ body: "Other words.", minimizedReason: "outdated" });
    pull.repository.commit("feature", { "docs/PLAN.md": "one\nnew\nthree\n" });
    expect((await reviews.read()).own.map(({ line, startLine }) => [line, startLine])).toEqual([
      [null, null],
      [3, null],
    ]);
  });

  it("names the commit, and the first line only of several", async () => {
    expect(await reviews.create(pull.headSha, "Look.", [comment(), comment({ startLine: 1, line: 3 })])).toMatch(
      /pull\/1#pullrequestreview-\d+$/,
    );
    expect(pull.reviews).toMatchObject([{ commit: pull.headSha, state: "COMMENTED", body: "Look." }]);
    expect(pull.reviewComments.map(({ startLine, line }) => [startLine, line])).toEqual([
      [null, 2],
      [1, 3],
    ]);
    await expect(reviews.create(pull.headSha, "Look.", [comment({ line: 9, startLine: 9 })])).rejects.toMatchObject({
      status: 422,
    });
  });
});
