import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { Octokit } from "@octokit/rest";
import { FakeGitHub } from "./github/fake-github.js";
import { faults } from "./github/fault.js";
import { OpenApiDescription } from "./github/openapi-description.js";
import type { Repository } from "./github/repository.js";
import { routes } from "./github/routes/index.js";

const where = { owner: "octo", repo: "plans" };

describe("FakeGitHub", () => {
  let github: FakeGitHub;
  let repository: Repository;

  /** A client without retries or waits, as the fake's own behaviour is looked at. */
  const client = (token = "writer") => new Octokit({ auth: token, baseUrl: github.addresses.api, log: quiet });

  beforeEach(async () => {
    github = await FakeGitHub.start();
    github.token("writer", "write");
    github.token("reader", "read-only");
    github.token("stranger", "none");
    repository = github.repository("octo/plans", {
      files: {
        "README.md": "# Plans\n",
        "docs/PLAN.md": "# Plan\n\n- one\n- two\n",
        "docs/old.md": "kept\nas it was\n",
      },
    });
  });

  afterEach(() => github.close());

  describe("pull requests", () => {
    it("lists changes since the branches parted, with renames", async () => {
      repository.branch("feature");
      repository.commit("feature", {
        "docs/PLAN.md": "# Plan\n\n- one\n- 2\n",
        "docs/new.md": "kept\nas it was\n",
        "docs/old.md": null,
        "docs/added.md": "more\n",
      });
      repository.commit("main", { "elsewhere.md": "another's change\n" });
      const { number } = repository.pullRequest({ head: "feature", labels: ["plan"] });

      const { data: files } = await client().rest.pulls.listFiles({ ...where, pull_number: number });
      const { data: pull } = await client().rest.pulls.get({ ...where, pull_number: number });

      expect(files.map(({ filename, status, previous_filename }) => [filename, status, previous_filename])).toEqual([
        ["docs/PLAN.md", "modified", undefined],
        ["docs/added.md", "added", undefined],
        ["docs/new.md", "renamed", "docs/old.md"],
      ]);
      expect(files[0]?.patch).toBe("@@ -1,4 +1,4 @@\n # Plan\n \n - one\n-- two\n+- 2");
      expect(pull).toMatchObject({ changed_files: 3, commits: 1, mergeable: true, labels: [{ name: "plan" }] });
      github.expectNoViolations();
    });

    it("keeps the base commit of the last push, as GitHub does", async () => {
      const old = repository.tip("main");
      repository.branch("feature");
      repository.commit("feature", { "docs/PLAN.md": "changed\n" });
      const pullRequest = repository.pullRequest({ head: "feature" });
      repository.commit("main", { "README.md": "moved on\n" });

      const pull = async () => (await client().rest.pulls.get({ ...where, pull_number: 1 })).data;
      expect((await pull()).base.sha).toBe(old);
      const { sha } = repository.commit("feature", { "docs/PLAN.md": "again\n" });
      expect((await pull()).base.sha).toBe(repository.tip("main"));
      expect((await pull()).head.sha).toBe(sha);
      expect(pullRequest.headSha).toBe(sha);
      github.expectNoViolations();
    });

    it("has no head repository once the fork is deleted", async () => {
      const fork = repository.fork("alice/plans");
      fork.commit("feature", { "docs/PLAN.md": "changed\n" });
      repository.pullRequest({ head: "feature", fork });
      const pull = async () => (await client().rest.pulls.get({ ...where, pull_number: 1 })).data;

      expect((await pull()).head.repo.full_name).toBe("alice/plans");
      github.delete(fork);
      expect((await pull()).head.repo).toBeNull();
      // The commits stay with the base repository.
      const { headSha } = repository.findPullRequest(1) ?? {};
      await client().rest.repos.getContent({ ...where, path: "docs/PLAN.md", ref: String(headSha) });
      github.expectNoViolations();
    });

    it("lists at most 3000 files, a hundred on a page", async () => {
      repository.branch("feature");
      repository.commit(
        "feature",
        Object.fromEntries(Array.from({ length: 3050 }, (_, i) => [`many/${i}.md`, `${i}\n`])),
      );
      repository.pullRequest({ head: "feature" });

      const octokit = client();
      const files = await octokit.paginate(octokit.rest.pulls.listFiles, { ...where, pull_number: 1, per_page: 100 });
      const { data: pull } = await octokit.rest.pulls.get({ ...where, pull_number: 1 });

      expect(files).toHaveLength(3000);
      expect(pull.changed_files).toBe(3050);
      expect(github.requests).toHaveLength(31);
      github.expectNoViolations();
    });

    it("are found by any of their commits", async () => {
      const { sha } = repository.commit("feature", { "a.md": "1\n" });
      repository.commit("feature", { "a.md": "2\n" });
      repository.pullRequest({ head: "feature" }).close();
      const { data } = await client().rest.repos.listPullRequestsAssociatedWithCommit({ ...where, commit_sha: sha });
      expect(data).toMatchObject([{ number: 1, state: "closed" }]);
      github.expectNoViolations();
    });

    it("shows labels with who set them", async () => {
      repository.branch("feature");
      const pullRequest = repository.pullRequest({ head: "feature", author: "alice" });
      pullRequest.addLabel("plan: waived", "bob");
      pullRequest.addLabel("other", "bob");
      pullRequest.removeLabel("other", "alice");

      const { data: labels } = await client().rest.issues.listLabelsOnIssue({ ...where, issue_number: 1 });
      const { data: timeline } = await client().rest.issues.listEventsForTimeline({ ...where, issue_number: 1 });

      expect(labels.map(({ name }) => name)).toEqual(["plan: waived"]);
      expect(timeline.map((event) => ("label" in event ? [event.event, event.actor.login] : []))).toEqual([
        ["labeled", "bob"],
        ["labeled", "bob"],
        ["unlabeled", "alice"],
      ]);
      github.expectNoViolations();
    });

    it("refuses review comments on lines outside of the diff", async () => {
      repository.branch("feature");
      const lines = Array.from({ length: 30 }, (_, i) => `line ${i}`);
      repository.commit("main", { "long.md": lines.join("\n") });
      repository.branch("feature");
      repository.commit("feature", { "long.md": ["first", ...lines.slice(1)].join("\n") });
      repository.pullRequest({ head: "feature" });
      const review = (line: number) =>
        client().rest.pulls.createReview({
          ...where,
          pull_number: 1,
          event: "COMMENT",
          body: "See below",
          comments: [{ path: "long.md", line, side: "RIGHT", body: "```suggestion\n```" }],
        });

      await expect(review(20)).rejects.toMatchObject({ status: 422 });
      expect(await review(2)).toMatchObject({ status: 200, data: { state: "COMMENTED" } });
      const { data: comments } = await client().rest.pulls.listReviewComments({ ...where, pull_number: 1 });
      expect(comments).toMatchObject([{ line: 2, path: "long.md" }]);
      github.expectNoViolations();
    });
  });

  describe("comparison", () => {
    it.each([
      ["main...main", "identical", 0, 0],
      ["main...ahead", "ahead", 2, 0],
      ["ahead...main", "behind", 0, 2],
      ["side...ahead", "diverged", 2, 1],
    ])("%s is %s", async (basehead, status, ahead_by, behind_by) => {
      const start = repository.tip("main");
      repository.branch("ahead");
      repository.branch("side");
      repository.commit("ahead", { "a.md": "1\n" });
      repository.commit("ahead", { "a.md": "2\n" });
      repository.commit("side", { "b.md": "1\n" });
      const { data } = await client().rest.repos.compareCommitsWithBasehead({ ...where, basehead });
      expect(data).toMatchObject({ status, ahead_by, behind_by, merge_base_commit: { sha: expect.any(String) } });
      if (status === "diverged") expect(data.merge_base_commit.sha).toBe(start);
      github.expectNoViolations();
    });

    it("knows branches of forks", async () => {
      const fork = repository.fork("alice/plans");
      fork.commit("feature/one", { "a.md": "1\n" });
      const { data } = await client().rest.repos.compareCommitsWithBasehead({
        ...where,
        basehead: "main...alice:feature/one",
      });
      expect(data.files?.map(({ filename }) => filename)).toEqual(["a.md"]);
      github.expectNoViolations();
    });

    it("names the older of two merged histories", async () => {
      repository.branch("feature");
      repository.commit("feature", { "a.md": "1\n" });
      const { sha: moved } = repository.commit("main", { "b.md": "1\n" });
      repository.merge("feature", moved);
      repository.commit("main", { "b.md": "2\n" });
      const { data } = await client().rest.repos.compareCommitsWithBasehead({ ...where, basehead: "main...feature" });
      expect(data.merge_base_commit.sha).toBe(moved);
      expect(data.files?.map(({ filename }) => filename)).toEqual(["a.md"]);
      github.expectNoViolations();
    });
  });

  describe("contents", () => {
    const content = (path: string, ref?: string) =>
      client().rest.repos.getContent({ ...where, path, ...(ref !== undefined && { ref }) });

    it("gives a file as base64, and as it is", async () => {
      const { data } = await content("docs/PLAN.md");
      expect(data).toMatchObject({ type: "file", encoding: "base64", path: "docs/PLAN.md" });
      const encoded = "content" in data ? data.content : "";
      expect(Buffer.from(encoded, "base64").toString()).toBe("# Plan\n\n- one\n- two\n");
      const raw = await client().rest.repos.getContent({
        ...where,
        path: "docs/PLAN.md",
        mediaType: { format: "raw" },
      });
      expect(raw.data).toBe("# Plan\n\n- one\n- two\n");
      github.expectNoViolations();
    });

    it("leaves the content of a large file out of JSON", async () => {
      const large = "x".repeat(1_500_000);
      repository.commit("main", { "large.md": large });
      expect((await content("large.md")).data).toMatchObject({ encoding: "none", content: "", size: 1_500_000 });
      const raw = await client().rest.repos.getContent({ ...where, path: "large.md", mediaType: { format: "raw" } });
      expect(raw.data).toHaveLength(large.length);
      github.expectNoViolations();
    });

    it("tells directories, links and submodules apart", async () => {
      repository.commit("main", {
        "docs/link.md": { symlinkTo: "PLAN.md" },
        "docs/outside.md": { symlinkTo: "../../etc/passwd" },
        "docs/module": { submoduleAt: "1".repeat(40) },
      });
      const { data } = await content("docs");
      expect((data as { name: string; type: string }[]).map(({ name, type }) => `${name} ${type}`)).toEqual([
        "PLAN.md file",
        "link.md symlink",
        "module submodule",
        "old.md file",
        "outside.md symlink",
      ]);
      expect((await content("docs/link.md")).data).toMatchObject({ type: "file", path: "docs/PLAN.md" });
      expect((await content("docs/outside.md")).data).toMatchObject({ type: "symlink", target: "../../etc/passwd" });
      github.expectNoViolations();
    });

    it("says which of file and ref is missing", async () => {
      await expect(content("docs/none.md")).rejects.toMatchObject({
        status: 404,
        message: expect.stringMatching(/^Not Found/),
      });
      await expect(content("docs/PLAN.md", "none")).rejects.toThrow("No commit found for the ref none");
      github.expectNoViolations();
    });
  });

  describe("git data", () => {
    it("gives the ids that git gives", () => {
      const other = github.repository("octo/empty", { files: { "a.txt": "hello\n" } });
      const { tree } = other.objects.existingCommit(other.tip("main"));
      // `git hash-object` and `git write-tree` of the same file.
      expect(other.objects.tree(tree)?.get("a.txt")?.sha).toBe("ce013625030ba8dba906f756967f9e9ca394464a");
      expect(tree).toBe("2e81171448eb9f2ee3821e3d447aa6b2fe3ddba1");
    });

    it("reads trees, and says when it leaves something out", async () => {
      const whole = await client().rest.git.getTree({ ...where, tree_sha: "main", recursive: "1" });
      expect(whole.data.tree.map(({ path }) => path)).toEqual(["README.md", "docs", "docs/PLAN.md", "docs/old.md"]);
      repository.treeEntriesMost = 2;
      const cut = await client().rest.git.getTree({ ...where, tree_sha: whole.data.sha, recursive: "1" });
      expect([cut.data.truncated, cut.data.tree.length]).toEqual([true, 2]);
      const below = await client().rest.git.getTree({ ...where, tree_sha: String(whole.data.tree[1]?.sha) });
      expect(below.data.tree.map(({ path }) => path)).toEqual(["PLAN.md", "old.md"]);
      github.expectNoViolations();
    });

    it("builds a branch from blob to reference", async () => {
      const { git } = client().rest;
      const { data: blob } = await git.createBlob({ ...where, content: "{}", encoding: "utf-8" });
      const { data: tree } = await git.createTree({
        ...where,
        tree: [
          { path: "badges/plan.json", mode: "100644", type: "blob", sha: blob.sha },
          { path: "badges/plan.svg", mode: "100644", type: "blob", content: "<svg/>" },
        ],
      });
      const { data: commit } = await git.createCommit({ ...where, message: "Badges", tree: tree.sha, parents: [] });
      await git.createRef({ ...where, ref: "refs/heads/badges", sha: commit.sha });
      expect(repository.fileText("badges", "badges/plan.svg")).toBe("<svg/>");
      await expect(git.createRef({ ...where, ref: "refs/heads/badges", sha: commit.sha })).rejects.toThrow(
        /already exists/,
      );

      const next = await git.createTree({
        ...where,
        base_tree: tree.sha,
        tree: [{ path: "badges/plan.svg", mode: "100644", type: "blob", sha: null }],
      });
      const { data: other } = await git.createCommit({
        ...where,
        message: "Less",
        tree: next.data.sha,
        parents: [commit.sha],
      });
      const { data: beside } = await git.createCommit({ ...where, message: "Beside", tree: tree.sha, parents: [] });
      await git.updateRef({ ...where, ref: "heads/badges", sha: other.sha });
      expect((await git.getRef({ ...where, ref: "heads/badges" })).data.object.sha).toBe(other.sha);
      await expect(git.updateRef({ ...where, ref: "heads/badges", sha: beside.sha })).rejects.toThrow(
        /not a fast forward/,
      );
      await git.updateRef({ ...where, ref: "heads/badges", sha: beside.sha, force: true });

      repository.protectedBranches.add("main");
      await expect(git.updateRef({ ...where, ref: "heads/main", sha: beside.sha, force: true })).rejects.toThrow(
        /pull request/,
      );
      expect((await client().rest.repos.getBranchRules({ ...where, branch: "main" })).data).toMatchObject([
        { type: "pull_request" },
      ]);
      github.expectNoViolations();
    });
  });

  describe("comments", () => {
    beforeEach(() => {
      repository.branch("feature");
      repository.pullRequest({ head: "feature" });
    });

    const comment = (body: string, token?: string) =>
      client(token).rest.issues.createComment({ ...where, issue_number: 1, body });

    it("are written, changed, listed page by page and deleted", async () => {
      for (let count = 0; count < 31; count += 1) repository.findPullRequest(1)?.addComment("bob", `No. ${count}`);
      const { data: own } = await comment("first");
      expect(own.user?.login).toBe("github-actions[bot]");
      const octokit = client();
      await octokit.rest.issues.updateComment({ ...where, comment_id: own.id, body: "second" });
      const first = await octokit.rest.issues.listComments({ ...where, issue_number: 1 });
      expect([first.data.length, first.headers.link]).toEqual([
        30,
        expect.stringMatching(/page=2>; rel="next".*rel="last"/),
      ]);
      expect(await octokit.paginate(octokit.rest.issues.listComments, { ...where, issue_number: 1 })).toHaveLength(32);
      await octokit.rest.issues.deleteComment({ ...where, comment_id: own.id });
      expect(repository.comments(1)).toHaveLength(31);
      expect(github.writes.map(({ operationId }) => operationId)).toEqual([
        "issues/create-comment",
        "issues/update-comment",
        "issues/delete-comment",
      ]);
      github.expectNoViolations();
    });

    it("are refused above 65,536 characters", async () => {
      await expect(comment("x".repeat(65_537))).rejects.toMatchObject({
        status: 422,
        message: expect.stringContaining("Body is too long (maximum is 65536 characters)"),
      });
      // Characters, not UTF-16 units.
      await comment("🚀".repeat(65_536));
      github.expectNoViolations();
    });

    it("of others cannot be changed", async () => {
      const { id } = repository.findPullRequest(1)!.addComment("mallory", "<!-- plan-gate -->");
      await expect(
        client().rest.issues.updateComment({ ...where, comment_id: id, body: "mine" }),
      ).rejects.toMatchObject({ status: 403 });
      github.expectNoViolations();
    });
  });

  describe("tokens", () => {
    beforeEach(() => {
      repository.branch("feature");
      repository.pullRequest({ head: "feature" });
    });

    const comment = (token: string) =>
      client(token).rest.issues.createComment({ ...where, issue_number: 1, body: "x" });

    it("of forks may read and not write", async () => {
      await client("reader").rest.pulls.get({ ...where, pull_number: 1 });
      await expect(comment("reader")).rejects.toMatchObject({
        status: 403,
        message: expect.stringContaining("Resource not accessible by integration"),
        response: { headers: { "x-accepted-github-permissions": "issues=write; pull_requests=write" } },
      });
      expect(github.writes).toMatchObject([{ status: 403, token: "read-only" }]);
      github.expectNoViolations();
    });

    it("have the permissions that a workflow names, and no others", async () => {
      github.token("narrow", { contents: "read", pull_requests: "write" });
      await comment("narrow");
      const status = () =>
        client("narrow").rest.repos.createCommitStatus({ ...where, sha: repository.tip("main"), state: "success" });
      await expect(status()).rejects.toMatchObject({ status: 403 });
      const secret = github.repository("octo/secret", { private: true });
      github.token("blind", { pull_requests: "read" });
      const read = (token: string) =>
        client(token).rest.repos.getContent({ ...where, repo: secret.name, path: "README.md" });
      await expect(read("blind")).rejects.toMatchObject({ status: 403 });
      await read("narrow");
      github.expectNoViolations();
    });

    it("that GitHub does not know are refused", async () => {
      await expect(client("stranger").rest.repos.get(where)).rejects.toMatchObject({ status: 401 });
      await expect(client("made up").rest.repos.get(where)).rejects.toMatchObject({ status: 401 });
      await expect(client().rest.users.getAuthenticated()).rejects.toMatchObject({ status: 403 });
      github.expectNoViolations();
    });
  });

  it("lists the workflows of the default branch", async () => {
    repository.commit("main", { ".github/workflows/plan.yml": "on: pull_request\nname: Plan\n" });
    const { data } = await client().rest.actions.listRepoWorkflows(where);
    expect(data).toMatchObject({ total_count: 1, workflows: [{ name: "Plan", path: ".github/workflows/plan.yml" }] });
    github.expectNoViolations();
  });

  it("tells who may do what", async () => {
    repository.permissions.set("bob", "write");
    const level = async (username: string) =>
      (await client().rest.repos.getCollaboratorPermissionLevel({ ...where, username })).data.permission;
    expect([await level("octo"), await level("bob"), await level("eve")]).toEqual(["admin", "write", "read"]);
    expect((await client().rest.rateLimit.get()).data.rate.remaining).toBeLessThan(1000);
    github.expectNoViolations();
  });

  describe("checks", () => {
    it("keeps statuses and check runs", async () => {
      const sha = repository.tip("main");
      await client().rest.repos.createCommitStatus({ ...where, sha, state: "success", context: "plan" });
      const { data: run } = await client().rest.checks.create({
        ...where,
        name: "plan",
        head_sha: sha,
        status: "in_progress",
      });
      const output = { title: "Plan", summary: "fine" };
      const { data } = await client().rest.checks.update({
        ...where,
        check_run_id: run.id,
        conclusion: "success",
        output,
      });
      expect(data).toMatchObject({ status: "completed", conclusion: "success" });
      expect([repository.statuses.length, repository.checkRuns.length]).toEqual([1, 1]);
      github.expectNoViolations();
    });
  });

  describe("violations", () => {
    const raw = (path: string, init?: RequestInit) =>
      fetch(`${github.addresses.api}${path}`, { ...init, headers: { authorization: "Bearer writer" } });

    it("begin where the slice of GitHub's description ends", () => {
      expect(Object.keys(routes).sort()).toEqual([...new OpenApiDescription().operationIds].sort());
    });

    it.each([
      ["an unknown operation", "/repos/octo/plans/stargazers", "GET", undefined, "no operation", 404],
      [
        "an unknown parameter",
        "/repos/octo/plans/contents/README.md?branch=main",
        "GET",
        undefined,
        "query parameter branch",
        200,
      ],
      ["a wrong parameter", "/repos/octo/plans/pulls?state=opened", "GET", undefined, "query parameter state", 422],
      ["a missing body", "/repos/octo/plans/issues/1/comments", "POST", undefined, "request body", 422],
      [
        "a wrong body",
        "/repos/octo/plans/issues/1/comments",
        "POST",
        { body: 1 },
        "request body/body: must be string",
        422,
      ],
      ["an unknown key", "/repos/octo/plans/git/blobs", "POST", { content: "", enc: "utf-8" }, "request body/enc", 201],
    ])("records %s", async (_, path, method, body, violation, status) => {
      const response = await raw(path, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
      expect(response.status).toBe(status);
      expect(github.violations.join("\n")).toContain(violation);
      expect(() => github.expectNoViolations()).toThrow("Not as GitHub describes it");
    });
  });

  describe("faults", () => {
    const get = () => client().rest.repos.get(where);

    it("meets as many requests as it was told to", async () => {
      github.fault({ ...faults.badGateway(2), path: /^\/repos\/octo\/plans$/, after: 1 });
      await get();
      await expect(get()).rejects.toMatchObject({ status: 502 });
      await expect(get()).rejects.toMatchObject({ status: 502 });
      await get();
      expect(github.requests.map(({ status }) => status)).toEqual([200, 502, 502, 200]);
      github.expectNoViolations();
    });

    it("sends GitHub's rate-limit headers", async () => {
      github.fault(faults.secondaryRateLimit(7));
      await expect(get()).rejects.toMatchObject({ status: 403, response: { headers: { "retry-after": "7" } } });
      github.fault(faults.primaryRateLimit(2));
      await expect(get()).rejects.toMatchObject({
        status: 403,
        response: { headers: { "x-ratelimit-remaining": "0" } },
      });
    });

    it("may spoil an answer whose request took effect", async () => {
      repository.branch("feature");
      repository.pullRequest({ head: "feature" });
      github.fault({ ...faults.badGateway(), method: "POST", takesEffect: true });
      const create = client().rest.issues.createComment({ ...where, issue_number: 1, body: "twice?" });
      await expect(create).rejects.toMatchObject({ status: 502 });
      expect(repository.comments(1)).toHaveLength(1);
      github.expectNoViolations();
    });

    it("lets others act meanwhile, delays, and ends connections", async () => {
      github.fault({
        times: 1,
        delayMilliseconds: 20,
        meanwhile: () => repository.commit("main", { "race.md": "won\n" }),
      });
      const { data } = await client().rest.repos.getContent({ ...where, path: "race.md" });
      expect(data).toMatchObject({ name: "race.md" });
      github.fault({ reset: true, times: 1 });
      await expect(get()).rejects.toThrow();
      await get();
      expect(github.requests.at(-2)?.status).toBe(0);
      github.expectNoViolations();
    });
  });

  it("answers 304 to what the client already has", async () => {
    const { headers } = await client().rest.repos.get(where);
    const again = client().rest.repos.get({ ...where, headers: { "if-none-match": String(headers.etag) } });
    await expect(again).rejects.toMatchObject({ status: 304 });
  });

  it("can be an Enterprise Server", async () => {
    const enterprise = await FakeGitHub.start({ basePath: "/api/v3" });
    try {
      enterprise.token("writer", "write");
      enterprise.repository("octo/plans");
      expect(enterprise.addresses.graphql).toMatch(/\/api\/graphql$/);
      const octokit = new Octokit({ auth: "writer", baseUrl: enterprise.addresses.api });
      expect((await octokit.rest.repos.get(where)).data.url).toContain("/api/v3/repos/octo/plans");
      await octokit.graphql("{ viewer { login } }");
      enterprise.expectNoViolations();
    } finally {
      await enterprise.close();
    }
  });
});

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
