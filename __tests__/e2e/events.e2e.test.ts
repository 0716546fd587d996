import { afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { BROKEN, buildOnce, CHANGED, commandsOf, expectTidy, Scene, type SceneOptions, SOUND } from "./scene.js";

describe("the action on other events", () => {
  let scene: Scene;
  const open = async (options?: SceneOptions) => (scene = await Scene.open(options));
  beforeAll(buildOnce, 120_000);
  afterEach(() => scene.close());

  it("merge_group: judges and makes no comment", async () => {
    await open();
    const { run, writes } = await scene.count({}, { on: { name: "merge_group", pullRequests: [scene.pull] } });
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(run.summary).toContain("Plan gate failed: 1 error");
    expect(writes).toEqual([]);
    expect(scene.comments).toEqual([]);
  });

  it("merge_group: is green at once where no plan is touched", async () => {
    await open({ head: { "src/x.ts": "1" } });
    const { run, requests } = await scene.count({}, { on: { name: "merge_group", pullRequests: [scene.pull] } });
    expect(run.exitCode).toBe(0);
    expect(requests).toHaveLength(2);
  });

  it("pull_request_target: reads by the API alone, and comments on a fork's pull request too", async () => {
    await open({ fork: true, token: "write" });
    const run = await scene.run(
      {},
      { on: { name: "pull_request_target", action: "synchronize", pullRequest: scene.pull } },
    );
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(scene.comments).toHaveLength(1);
  });

  it("push: judges what was pushed against what was there", async () => {
    await open();
    const { repository } = scene;
    repository.commit("main", { "docs/PLAN.md": BROKEN });
    const on = { name: "push", repository, branch: "main" } as const;
    const { run, writes } = await scene.count({}, { on });
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(writes).toEqual([]);
    // What was there before does not count again.
    repository.commit("main", { "src/x.ts": "1" });
    expect((await scene.run({}, { on })).exitCode).toBe(0);
  });

  it("push: judges alone when the commit before is gone, or there was none", async () => {
    await open({ base: { "docs/PLAN.md": BROKEN }, head: { x: "1" } });
    const on = { name: "push", repository: scene.repository, branch: "main", before: "f".repeat(40) } as const;
    const gone = await scene.run({}, { on });
    expect(gone.exitCode).toBe(1);
    expect(gone.summary).toContain("is gone");
    expect((await scene.run({}, { on: { ...on, before: "0".repeat(40) } })).exitCode).toBe(1);
  });

  it("workflow_dispatch: judges the branch, against another one if told", async () => {
    await open({ base: { "docs/PLAN.md": BROKEN }, head: { x: "1" } });
    scene.repository.tag("v1");
    const on = { name: "workflow_dispatch", repository: scene.repository } as const;
    expect((await scene.run({}, { on })).exitCode).toBe(1);
    expect((await scene.run({ "base-ref": "v1" }, { on })).exitCode).toBe(0);
    const missing = await scene.run({ "base-ref": "v2" }, { on });
    expect(missing.exitCode).toBe(1);
    expect(commandsOf(missing, "error")[0]?.message).toContain("v2 cannot be compared");
  });

  it("workflow_dispatch: is red where nothing is a plan", async () => {
    await open({ base: { "notes.md": SOUND }, head: { x: "1" } });
    const run = await scene.run({}, { on: { name: "workflow_dispatch", repository: scene.repository } });
    expect(run.exitCode).toBe(1);
    expect(run.summary).toContain("no file of the repository is a plan");
  });

  it("any event: judges the pull request it is told", async () => {
    await open();
    const on = { name: "workflow_dispatch", repository: scene.repository } as const;
    const run = await scene.run({ "pr-number": "1" }, { on });
    expect(run.exitCode).toBe(1);
    expect(scene.comments).toHaveLength(1);
  });

  it("an event that says nothing: is red and names those that do", async () => {
    await open({ head: { "docs/PLAN.md": CHANGED } });
    const { run, requests } = await scene.count({}, { on: { name: "workflow_run", pullRequest: scene.pull } });
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(requests).toEqual([]);
    expect(run.summary).toContain("could not judge this change");
    expect(commandsOf(run, "error")[0]?.message).toContain("merge_group");
  });
});
