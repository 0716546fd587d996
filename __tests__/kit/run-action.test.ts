import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { fileURLToPath } from "node:url";
import { FakeGitHub } from "./github/fake-github.js";
import type { Repository } from "./github/repository.js";
import { type Occasion, workflowEvent } from "./github/workflow-event.js";
import { commandFile } from "./runner/command-file.js";
import { runAction } from "./runner/run-action.js";

const action = fileURLToPath(new URL("runner/sample-action", import.meta.url));

describe("runAction", () => {
  let github: FakeGitHub;
  let repository: Repository;

  beforeEach(async () => {
    github = await FakeGitHub.start();
    github.token("ghs_secret", "write");
    repository = github.repository("octo/plans");
    repository.commit("feature", { "docs/PLAN.md": "# Plan\n" });
    repository.pullRequest({ head: "feature", author: "alice" });
  });

  afterEach(() => github.close());

  const run = (occasion: Occasion, more: Partial<Parameters<typeof runAction>[0]> = {}) =>
    runAction({ github, event: workflowEvent(github, occasion), token: "ghs_secret", action, ...more });

  const opened = (): Occasion => ({ name: "pull_request", action: "opened", pullRequest: repository.pullRequests[0]! });

  it("gives an action its inputs, its event and an empty workspace, and collects what it says", async () => {
    const result = await run(opened(), { inputs: { "fail-on": "warning" }, env: { MORE: "yes" } });

    expect(result.exitCode).toBe(1);
    expect(result.commands).toEqual([
      { name: "error", properties: { file: "docs/PLAN.md", line: "3" }, message: "Two\nlines" },
    ]);
    expect(result.outputs["status"]).toBe("200");
    expect(JSON.parse(result.outputs["inputs"] ?? "")).toEqual({
      "INPUT_GITHUB-TOKEN": "ghs_secret",
      "INPUT_CONFIG-FILE": ".github/plan-gate.yml",
      "INPUT_FAIL-ON": "warning",
      INPUT_PULL_REQUEST: "1 of octo/plans",
    });
    expect(result.summary).toBe("# octo/plans, event opened\n");
    expect(result.environment).toEqual({ PLAN: "checked" });
    expect(result.stdout).toMatch(/^workspace {2}node v\d+/m);
    const environment = JSON.parse(result.outputs["environment"] ?? "") as string[];
    const foreign = environment.filter((name) => !/^(GITHUB_|RUNNER_|INPUT_)/.test(name));
    expect(foreign.filter((name) => name !== "NODE_V8_COVERAGE")).toEqual(["CI", "HOME", "MORE", "PATH"]);
    expect(github.requests).toHaveLength(1);
    github.expectNoViolations();
  });

  it("fills the workspace if asked to", async () => {
    const { stdout } = await run(opened(), { workspace: { "docs/PLAN.md": "# Plan\n", "README.md": "" } });
    expect(stdout).toContain("workspace README.md,docs ");
  });

  it("refuses an input that the action does not have", async () => {
    await expect(run(opened(), { inputs: { "fail-at": "warning" } })).rejects.toThrow("no input fail-at");
  });

  it("ends an action that does not end", async () => {
    await expect(run(opened(), { env: { HANG: "1" }, timeoutMilliseconds: 1_500 })).rejects.toThrow(
      "longer than 1500 ms",
    );
  });
});

describe("workflowEvent", () => {
  let github: FakeGitHub;
  let repository: Repository;

  beforeEach(async () => {
    github = await FakeGitHub.start();
    repository = github.repository("octo/plans");
    repository.commit("feature", { "docs/PLAN.md": "# Plan\n" });
    repository.commit("main", { "README.md": "moved on\n" });
  });

  afterEach(() => github.close());

  it("runs a pull request on its merge commit", () => {
    const pullRequest = repository.pullRequest({ head: "feature" });
    const event = workflowEvent(github, { name: "pull_request", action: "synchronize", pullRequest });
    const { parents } = repository.objects.existingCommit(event.sha);
    expect(parents).toEqual([repository.tip("main"), repository.tip("feature")]);
    expect(event).toMatchObject({ ref: "refs/pull/1/merge", headRef: "feature", baseRef: "main" });
    expect(event.payload).toMatchObject({
      action: "synchronize",
      number: 1,
      after: pullRequest.headSha,
      pull_request: { number: 1, head: { sha: pullRequest.headSha, repo: { full_name: "octo/plans" } } },
      repository: { full_name: "octo/plans" },
    });
    expect(event.payload["organization"]).toBeUndefined();
    expect(JSON.stringify(event.payload)).not.toContain("Codertocat/Hello-World/pulls/");
  });

  it("runs pull_request_target on the default branch", () => {
    repository.branch("release");
    const pullRequest = repository.pullRequest({ head: "feature", base: "release" });
    const event = workflowEvent(github, { name: "pull_request_target", action: "opened", pullRequest });
    expect(event).toMatchObject({ ref: "refs/heads/main", sha: repository.tip("main"), baseRef: "release" });
  });

  it("starts no workflow for a pull request with conflicts", () => {
    repository.commit("feature", { "README.md": "another\n" });
    const pullRequest = repository.pullRequest({ head: "feature" });
    expect(() => workflowEvent(github, { name: "pull_request", action: "opened", pullRequest })).toThrow("conflicts");
  });

  it("merges a group in the queue's branch", () => {
    repository.commit("second", { "second.md": "2\n" });
    const pullRequests = [
      repository.pullRequest({ head: "feature" }),
      repository.pullRequest({ head: "second" }),
    ] as const;
    const event = workflowEvent(github, { name: "merge_group", pullRequests });
    expect(event.ref).toBe(`refs/heads/gh-readonly-queue/main/pr-2-${repository.tip("main")}`);
    expect(event.payload).toMatchObject({
      merge_group: {
        base_sha: repository.tip("main"),
        head_sha: event.sha,
        head_ref: event.ref,
        base_ref: "refs/heads/main",
      },
    });
    expect(repository.fileText(event.sha, "second.md")).toBe("2\n");
    expect(repository.fileText(event.sha, "docs/PLAN.md")).toBe("# Plan\n");
  });

  it("names both commits of a push", () => {
    const before = repository.tip("main");
    const { sha } = repository.commit("main", { "a.md": "1\n" });
    const event = workflowEvent(github, { name: "push", repository, branch: "main" });
    expect(event.payload).toMatchObject({ ref: "refs/heads/main", before, after: sha, head_commit: { id: sha } });
  });

  it("leaves a fork's pull request out of workflow_run", () => {
    const fork = repository.fork("alice/plans");
    const inside = repository.pullRequest({ head: "feature" });
    const outside = repository.pullRequest({ head: "feature", fork });
    const of = (pullRequest: typeof inside) => workflowEvent(github, { name: "workflow_run", pullRequest }).payload;
    expect(of(inside)).toMatchObject({ workflow_run: { pull_requests: [{ number: 1 }] } });
    expect(of(outside)).toMatchObject({
      workflow_run: { pull_requests: [], head_repository: { full_name: "alice/plans" }, head_sha: outside.headSha },
    });
  });
});

describe("commandFile", () => {
  it("reads single lines and blocks", () => {
    expect(commandFile("a=1=2\nb<<end\nx\n\ny=z\nend\nc=\n")).toEqual({ a: "1=2", b: "x\n\ny=z", c: "" });
  });

  it.each(["no equals sign", "a<<end\nnever ended\n"])("refuses %j", (text) => {
    expect(() => commandFile(text)).toThrow(/^Invalid/);
  });
});
