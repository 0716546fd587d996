import { afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { LoggedRequest } from "../kit/github/request-log.js";
import { buildOnce, commandsOf, expectTidy, Scene, SOUND } from "./scene.js";

const CONFIG = { ".github/plan-gate.yml": "plans:\n  - name: piers\n    documents: [piers/*.md]\n  - docs/*PLAN.md\n" };

const phase = (number: number, tier: number, on: string) =>
  `## Phase ${number}: Pier ${number}\n\n- **Tier**: ${tier}\n- **Duration**: 2 weeks\n- **Depends on**: ${on}\n`;

const BASE = { ...CONFIG, "piers/1.md": phase(1, 1, "none"), "piers/2.md": phase(2, 3, "Phase 1") };

/** Advice about the workflow is only asked for where requests are left. */
const judging = (requests: readonly LoggedRequest[]) => requests.filter(({ path }) => !path.includes("workflows"));

describe("a plan that is only wrong once merged", () => {
  let scene: Scene;
  const open = async (head: Record<string, string>) => (scene = await Scene.open({ base: BASE, head }));
  beforeAll(buildOnce, 120_000);
  afterEach(() => scene.close());

  it("closes the gate, with both commits in the report", async () => {
    await open({ "piers/3.md": phase(3, 2, "Phase 1") });
    expect((await scene.run()).exitCode).toBe(0);
    const left = scene.repository.tip("main");
    scene.repository.commit("main", { "piers/1.md": phase(1, 2, "none") });
    const { run, requests } = await scene.count();
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(run.outputs["errors"]).toBe("1");
    const [error] = commandsOf(run, "error");
    expect(error?.message).toContain("After the merge into the base branch as it is now: Phase 3");
    expect(error?.properties).toMatchObject({ file: "piers/3.md", line: "5" });
    for (const sha of [scene.pull.headSha, left, scene.repository.tip("main")]) expect(run.stdout).toContain(sha);
    expect(scene.comments[0]?.body).toContain("After the merge into the base branch");
    expect(requests.length).toBeLessThanOrEqual(20);
  });

  it("is not looked for where base has not moved, or has moved elsewhere", async () => {
    await open({ "piers/3.md": phase(3, 2, "Phase 1") });
    const still = await scene.count();
    scene.repository.commit("main", { "src/x.ts": "1", "docs/OTHER-PLAN.md": SOUND });
    const elsewhere = await scene.count();
    expect(still.run.exitCode).toBe(0);
    expect(elsewhere.run.exitCode).toBe(0);
    expect(elsewhere.run.stdout).not.toContain("Judged twice");
    expect(judging(elsewhere.requests)).toHaveLength(judging(still.requests).length + 1);
  });

  it("does not hold against a change what base has brought by itself", async () => {
    await open({ "piers/3.md": phase(3, 2, "Phase 1") });
    scene.repository.commit("main", { "piers/2.md": phase(2, 1, "Phase 1") });
    const run = await scene.run();
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain("Judged twice");
  });

  it("is said to be unknown where there are conflicts", async () => {
    await open({ "piers/2.md": phase(2, 4, "Phase 1") });
    scene.repository.commit("main", { "piers/2.md": phase(2, 5, "Phase 1") });
    const on = { name: "pull_request_target", action: "synchronize", pullRequest: scene.pull } as const;
    const run = await scene.run({}, { on });
    expectTidy(run);
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain("GitHub has no merge of");
  });
});
