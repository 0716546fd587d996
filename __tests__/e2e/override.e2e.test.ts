import { afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { BROKEN, buildOnce, expectTidy, Scene, type SceneOptions, SOUND } from "./scene.js";

const GO = "plan-override";
const CONFIG = { ".github/plan-gate.yml": `override-labels: [${GO}]\n` };

describe("a gate that a label opens", () => {
  let scene: Scene;
  const open = async (options: SceneOptions = {}) =>
    (scene = await Scene.open({ base: { "docs/PLAN.md": SOUND, ...CONFIG }, ...options }));
  beforeAll(buildOnce, 120_000);
  afterEach(() => scene.close());

  it("opens with the label, says who and when, still shows what it found, and closes with it", async () => {
    await open();
    expect((await scene.run()).exitCode).toBe(1);
    scene.pull.addLabel(GO, "bob");
    const opened = await scene.run();
    expectTidy(opened);
    expect(opened.exitCode).toBe(0);
    expect(opened.outputs).toMatchObject({ conclusion: "success", errors: "1" });
    expect(opened.stdout).toMatch(/opened by the label “plan-override” \(set by bob on 2026-\d\d-\d\d \d\d:\d\d UTC\)/);
    expect(scene.comments[0]?.body).toContain("1 error would block this change");
    scene.pull.removeLabel(GO, "alice");
    expect((await scene.run()).exitCode).toBe(1);
    expect(scene.comments[0]?.body).toContain("Plan gate failed");
  });

  it("stays closed on the author's own label, unless that is allowed", async () => {
    await open();
    scene.pull.addLabel(GO, scene.pull.author.login);
    const { exitCode, summary } = await scene.run();
    expect(exitCode).toBe(1);
    expect(summary).toContain("the author, has set it");
    scene.repository.commit("main", {
      ".github/plan-gate.yml": `override-labels: [${GO}]\nallow-author-override: true\n`,
    });
    expect((await scene.run()).exitCode).toBe(0);
  });

  it("does not learn its label from the pull request", async () => {
    await open({ base: { "docs/PLAN.md": SOUND }, head: { "docs/PLAN.md": BROKEN, ...CONFIG } });
    scene.pull.addLabel(GO, "bob");
    expect((await scene.run()).exitCode).toBe(1);
    expect((await scene.run({ "override-labels": GO })).exitCode).toBe(0);
  });

  it("asks for labels only where that could change anything", async () => {
    await open();
    const asked = (requests: readonly { readonly path: string }[]) =>
      requests.filter(({ path }) => path.includes("graphql")).length;
    const quiet = { comment: "never", "dry-run": "true" };
    const closed = asked((await scene.count(quiet)).requests);
    const warned = asked((await scene.count({ ...quiet, "warn-only": "true" })).requests);
    expect(closed - warned).toBe(1);
  });

  it("stays closed in a merge queue, and says why", async () => {
    await open();
    scene.pull.addLabel(GO, "bob");
    const { exitCode, summary } = await scene.run({}, { on: { name: "merge_group", pullRequests: [scene.pull] } });
    expect(exitCode).toBe(1);
    expect(summary).toContain("Labels open the gate of a pull request only");
  });
});
