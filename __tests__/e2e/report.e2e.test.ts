import { afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { BROKEN, buildOnce, CHANGED, commandsOf, Scene, type SceneOptions } from "./scene.js";

const REPORT = { mode: "report", "comment-id": "plan gate" };

describe("the mode report", () => {
  let scene: Scene;
  const open = async (options?: SceneOptions) => (scene = await Scene.open(options));
  const afterRun = () => ({ on: { name: "workflow_run", pullRequest: scene.pull } as const });
  beforeAll(buildOnce, 120_000);
  afterEach(() => scene.close());

  it("writes the comment of a fork's pull request, and is green although the verdict is not", async () => {
    await open({ fork: true, token: "write" });
    const { run, writes } = await scene.count(REPORT, afterRun());
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toBe("");
    expect(run.outputs).toMatchObject({ conclusion: "failure", errors: "1" });
    expect(scene.comments).toHaveLength(1);
    expect(scene.comments[0]?.body).toContain("Plan gate failed: 1 error");
    expect(writes).toHaveLength(1);
    expect(commandsOf(run)).toEqual([]);
  });

  it("turns its comment green with the plan, and writes nothing when nothing has changed", async () => {
    await open({ fork: true, token: "write" });
    await scene.run(REPORT, afterRun());
    scene.push({ "docs/PLAN.md": CHANGED });
    await scene.run(REPORT, afterRun());
    expect(scene.comments).toHaveLength(1);
    expect(scene.comments[0]?.body).toContain("Plan gate passed");
    expect((await scene.count(REPORT, afterRun())).writes).toEqual([]);
  });

  it("says nothing of a commit that is not the pull request's head any more", async () => {
    await open({ fork: true, token: "write" });
    const { on } = afterRun();
    const event = scene.eventOf(on);
    scene.push({ "docs/PLAN.md": CHANGED });
    const { run, requests } = await scene.count(REPORT, { event });
    expect(run.exitCode).toBe(0);
    expect(run.summary).toContain("the branch has a newer commit");
    expect(requests).toHaveLength(1);
  });

  it("leaves closed pull requests, and those of other branches with the same commit, alone", async () => {
    await open();
    const { repository } = scene;
    repository.branch("copy", "feature");
    const other = repository.pullRequest({ head: "copy" });
    scene.pull.open = false;
    const closed = await scene.count(REPORT, afterRun());
    expect(closed.run.exitCode).toBe(0);
    expect(closed.run.summary).toContain("no open pull request comes from the branch");
    expect(repository.comments(other.number)).toEqual([]);
  });

  it("does not take a fork's branch of the same name for this repository's", async () => {
    await open();
    const event = scene.eventOf(afterRun().on);
    const run = event.payload["workflow_run"] as Record<string, unknown>;
    const forged = {
      ...event,
      payload: { ...event.payload, workflow_run: { ...run, head_repository: { id: 1, owner: { login: "octo" } } } },
    };
    const { run: told, writes } = await scene.count(REPORT, { event: forged });
    expect(told.exitCode).toBe(0);
    expect(writes).toEqual([]);
  });

  it("is quiet where the fork is gone", async () => {
    await open({ fork: true, token: "write" });
    const event = scene.eventOf(afterRun().on);
    const run = event.payload["workflow_run"] as Record<string, unknown>;
    const gone = { ...event, payload: { ...event.payload, workflow_run: { ...run, head_repository: null } } };
    const told = await scene.run(REPORT, { event: gone });
    expect(told.exitCode).toBe(0);
    expect(told.summary).toContain("is gone");
  });

  it("has nothing to say of a run that was about no pull request", async () => {
    await open();
    const event = scene.eventOf(afterRun().on);
    const run = event.payload["workflow_run"] as Record<string, unknown>;
    const pushed = { ...event, payload: { ...event.payload, workflow_run: { ...run, event: "push" } } };
    const { run: told, requests } = await scene.count(REPORT, { event: pushed });
    expect(told.exitCode).toBe(0);
    expect(requests).toEqual([]);
  });

  it("is red when it could not judge", async () => {
    await open({ fork: true, token: "write" });
    scene.github.fault({ path: /\/contents\//, status: 401, body: { message: "Bad credentials" } });
    const run = await scene.run(REPORT, afterRun());
    expect(run.exitCode).toBe(1);
    expect(run.summary).toContain("could not judge this change");
    expect(scene.comments).toEqual([]);
  });

  it("on a schedule, brings the comments of all open pull requests up to date", async () => {
    await open();
    const { repository } = scene;
    repository.commit("second", { "docs/PLAN.md": BROKEN, "docs/more.md": "x" });
    const second = repository.pullRequest({ head: "second" });
    const run = await scene.run(REPORT, { on: { name: "schedule", repository } });
    expect(run.exitCode).toBe(0);
    expect(scene.comments).toHaveLength(1);
    expect(repository.comments(second.number)).toHaveLength(1);
    // A line each: reports of all of them may be more than the page of a run holds.
    expect(run.summary.trim().split("\n")).toEqual([
      expect.stringMatching(/^- \[#2\]\(.*\/pull\/2\): ❌ failed, errors: 1, warnings: \d+$/),
      expect.stringMatching(/^- \[#1\]/),
    ]);
  });

  it("on a schedule, goes on when one pull request cannot be judged, and is red in the end", async () => {
    await open();
    const { repository } = scene;
    repository.commit("second", { ".github/plan-gate.yml": "fail-onn: never\n", "docs/PLAN.md": BROKEN });
    const second = repository.pullRequest({ head: "second" });
    const run = await scene.run(REPORT, { on: { name: "schedule", repository } });
    expect(run.exitCode).toBe(1);
    expect(scene.comments).toHaveLength(1);
    expect(repository.comments(second.number)).toEqual([]);
  });

  it("is refused on an event that says nothing of a pull request", async () => {
    await open();
    const on = { name: "push", repository: scene.repository, branch: "main" } as const;
    const { run, requests } = await scene.count(REPORT, { on });
    expect(run.exitCode).toBe(1);
    expect(requests).toEqual([]);
    expect(commandsOf(run, "error")[0]?.message).toContain("Use the mode report on workflow_run");
  });
});
