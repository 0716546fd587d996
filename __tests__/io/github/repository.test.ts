import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createClient } from "../../../src/io/github/client.js";
import { gitHubComments } from "../../../src/io/github/comments.js";
import { dryRunComments } from "../../../src/io/github/dry-run-comments.js";
import { gitHubRepository, type Repository } from "../../../src/io/github/repository.js";
import { FakeGitHub } from "../../kit/github/fake-github.js";
import { faults } from "../../kit/github/fault.js";

const TOKEN = "a-token";

describe("a repository behind the API", () => {
  let github: FakeGitHub;
  let there: ReturnType<FakeGitHub["repository"]>;
  let repository: Repository;
  let waits: number[];
  let debugged: string[];

  const client = (more: Partial<Parameters<typeof createClient>[0]> = {}) =>
    createClient({
      token: TOKEN,
      baseUrl: github.addresses.api,
      onWait: (seconds) => waits.push(seconds),
      debug: (text) => debugged.push(text),
      ...more,
    });

  beforeEach(async () => {
    github = await FakeGitHub.start();
    github.token(TOKEN, "write");
    there = github.repository("octo/plans", {
      files: { "docs/PLAN.md": "# Plan\n", "old.md": "old text\n".repeat(20) },
    });
    waits = [];
    debugged = [];
    repository = gitHubRepository(client(), { owner: "octo", repo: "plans" });
  });
  afterEach(async () => {
    await github.close();
    github.expectNoViolations();
  });

  it("tells what a pull request is now", async () => {
    there.commit("feature", { "docs/PLAN.md": "# New\n" });
    const pull = there.pullRequest({ head: "feature", draft: true });
    expect(await repository.pullRequest(1)).toEqual({
      number: 1,
      isDraft: true,
      headSha: pull.headSha,
      baseRef: "main",
      isFromFork: false,
      changedFiles: 1,
      isOpen: true,
      mergeSha: there.mergeCommit(pull)?.sha,
    });
    pull.open = false;
    there.commit("main", { "docs/PLAN.md": "# Another\n" });
    expect(await repository.pullRequest(1)).toMatchObject({ isOpen: false, mergeSha: null });
  });

  it("lists open pull requests, of one branch if asked, with the repository of their head", async () => {
    const fork = there.fork("mallory/plans");
    for (const [at, branch] of [
      [there, "feature"],
      [there, "other"],
      [fork, "feature"],
    ] as const) {
      at.commit(branch, { [`${at.fullName}-${branch}`]: "1" });
      there.pullRequest({ head: branch, ...(at === fork && { fork }) });
    }
    const numbers = async (...from: Parameters<Repository["openPullRequests"]>) =>
      (await repository.openPullRequests(...from)).map(({ number }) => number).sort();
    expect(await numbers()).toEqual([1, 2, 3]);
    expect(await numbers({ owner: "octo", branch: "feature" })).toEqual([1]);
    expect(await repository.openPullRequests({ owner: "mallory", branch: "feature" })).toEqual([
      { number: 3, headSha: fork.tip("feature"), headRepositoryId: fork.id },
    ]);
    github.delete(fork);
    expect(await repository.openPullRequests({ owner: "mallory", branch: "feature" })).toMatchObject([
      { number: 3, headRepositoryId: null },
    ]);
    there.pullRequests[0]!.open = false;
    expect(await numbers()).toEqual([2, 3]);
  });

  it("knows what a merge was made of", async () => {
    const [onto, merged] = [there.tip("main"), there.commit("feature", { x: "1" }).sha];
    const pull = there.pullRequest({ head: "feature" });
    expect(await repository.parents(there.mergeCommit(pull)!.sha)).toEqual([onto, merged]);
  });

  it("sees a fork, also when it is deleted", async () => {
    const fork = there.fork("mallory/plans");
    fork.commit("feature", { "docs/PLAN.md": "# New\n" });
    there.pullRequest({ head: "feature", fork });
    expect(await repository.pullRequest(1)).toMatchObject({ isFromFork: true });
    github.delete(fork);
    expect(await repository.pullRequest(1)).toMatchObject({ isFromFork: true });
  });

  it("compares from the merge base, with renames", async () => {
    const origin = there.tip("main");
    there.commit("feature/x", {
      "new.md": "old text\n".repeat(20),
      "old.md": null,
      "a.md": "a",
      "docs/PLAN.md": "# New\n",
    });
    const tip = there.commit("main", { "other.md": "x" });
    expect(await repository.compare("main", there.tip("feature/x"))).toEqual({
      baseSha: tip.sha,
      mergeBaseSha: origin,
      files: expect.arrayContaining([
        { path: "a.md", kind: "added" },
        { path: "docs/PLAN.md", kind: "modified" },
        { path: "new.md", kind: "renamed", previousPath: "old.md" },
      ]) as unknown,
    });
    expect(await repository.compare("main", "f".repeat(40))).toBeNull();
  });

  it("lists all pages of a pull request's files", async () => {
    const files = Object.fromEntries(Array.from({ length: 230 }, (_, index) => [`src/${index}.ts`, String(index)]));
    there.commit("feature", { ...files, "old.md": null });
    there.pullRequest({ head: "feature" });
    const listed = await repository.pullRequestFiles(1);
    expect(listed).toHaveLength(231);
    expect(listed).toContainEqual({ path: "old.md", kind: "removed" });
    expect(github.requests).toHaveLength(3);
  });

  it("lists the files of a tree with mode and size, without folders", async () => {
    const tree = await repository.tree(there.tip("main"));
    expect(tree.map(({ path, mode, bytes }) => [path, mode, bytes])).toEqual([
      ["docs/PLAN.md", "100644", 7],
      ["old.md", "100644", 180],
    ]);
  });

  it("refuses a tree that GitHub cuts off", async () => {
    there.treeEntriesMost = 1;
    await expect(repository.tree(there.tip("main"))).rejects.toMatchObject({ code: "too-large" });
  });

  it.each(["# Plan\r\n\u00e9\u{1f600}", "\ufeff# With a mark\n", "", "x".repeat(1_500_000)])(
    "reads the very bytes of a file (%#)",
    async (text) => {
      const path = "docs/a b#c?d%20ü.md";
      there.commit("main", { [path]: text });
      const bytes = await repository.file(path, there.tip("main"));
      expect(Buffer.from(bytes!).toString()).toBe(text);
    },
  );

  it("has null for a file that is not there", async () => {
    expect(await repository.file("none.yml", there.tip("main"))).toBeNull();
  });

  it("names the pull request that cannot be read", async () => {
    await expect(repository.pullRequest(9)).rejects.toMatchObject({
      code: "no-permission",
      message: expect.stringContaining("read pull request #9") as unknown,
    });
  });

  it("repeats reading after a stumble, and prints nothing by itself", async () => {
    github.fault({ ...faults.badGateway(1), method: "GET" });
    expect(await repository.file("docs/PLAN.md", there.tip("main"))).not.toBeNull();
    expect(github.requests.map(({ status }) => status)).toEqual([502, 200]);
    expect(debugged.length).toBeGreaterThan(0);
  });

  it("repeats a query, which is reading although it is a POST", async () => {
    there.commit("feature", { x: "1" });
    there.pullRequest({ head: "feature" });
    github.fault({ ...faults.badGateway(1), path: /graphql/ });
    expect((await gitHubComments(client(), { owner: "octo", repo: "plans" }, 1).read()).own).toEqual([]);
  });

  it("does not repeat writing", async () => {
    there.commit("feature", { x: "1" });
    there.pullRequest({ head: "feature" });
    github.fault({ ...faults.badGateway(1), method: "POST", takesEffect: true });
    const comments = gitHubComments(client(), { owner: "octo", repo: "plans" }, 1);
    await expect(comments.create("text")).rejects.toMatchObject({ status: 502 });
    expect(there.comments(1)).toHaveLength(1);
  });

  it.each([
    ["a secondary limit", faults.secondaryRateLimit(1)],
    ["a plain 429", { status: 429, headers: { "retry-after": "1" }, body: { message: "Too many requests" }, times: 1 }],
  ])("waits for %s, also before a write", async (_, fault) => {
    there.commit("feature", { x: "1" });
    there.pullRequest({ head: "feature" });
    github.fault(fault);
    await gitHubComments(client(), { owner: "octo", repo: "plans" }, 1).create("text");
    expect(waits).toEqual([1]);
    expect(there.comments(1)).toHaveLength(1);
  });

  it("gives up an attempt that takes too long", async () => {
    github.fault({ delayMilliseconds: 400, times: 1 });
    const impatient = gitHubRepository(client({ timeoutMilliseconds: 100 }), { owner: "octo", repo: "plans" });
    expect(await impatient.file("docs/PLAN.md", there.tip("main"))).not.toBeNull();
  });

  it("knows whose comments are its own by GitHub's word, on every page, oldest first", async () => {
    there.commit("feature", { x: "1" });
    const pull = there.pullRequest({ head: "feature" });
    for (let index = 0; index < 120; index++) pull.addComment("mallory", "theirs");
    pull.addComment("github-actions[bot]", "ours");
    const comments = gitHubComments(client(), { owner: "octo", repo: "plans" }, 1);
    const created = await comments.create("second");
    const { own, headSha } = await comments.read();
    expect(headSha).toBe(pull.headSha);
    expect(own.map(({ body }) => body)).toEqual(["ours", "second"]);
    expect(own[1]).toEqual(created);
    await comments.update(created, "third");
    await comments.minimize(created);
    expect((await comments.read()).own[1]).toEqual({ ...created, body: "third", isMinimized: true });
  });

  it("is only read in a dry run", async () => {
    there.commit("feature", { x: "1" });
    const pull = there.pullRequest({ head: "feature" });
    pull.addComment("github-actions[bot]", "ours");
    const shown: string[] = [];
    const comments = dryRunComments(gitHubComments(client(), { owner: "octo", repo: "plans" }, 1), (title) =>
      shown.push(title),
    );
    const [ours] = (await comments.read()).own;
    await comments.create("x");
    await comments.update(ours!, "x");
    await comments.minimize(ours!);
    expect(shown).toHaveLength(3);
    expect(github.writes).toEqual([]);
  });
});
