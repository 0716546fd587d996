import { afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { buildOnce, expectTidy, Scene } from "./scene.js";

const CONFIG = {
  ".github/plan-gate.yml":
    "rules:\n  missing-checkpoint:\n    severity: error\n    tests: test/handoffs/{from}-to-{to}.*\n",
};

const plan = (status: string) =>
  `| Phase | Tier | Depends on | Status |\n|--|--|--|--|\n| 1 | 0 | none | ${status} |\n| 2 | 1 | 1 | |\n`;

describe("a handoff that needs a test", () => {
  let scene: Scene;
  beforeAll(buildOnce, 120_000);
  afterEach(() => scene.close());

  it("closes the gate until the pull request brings the test", async () => {
    scene = await Scene.open({
      base: { "docs/PLAN.md": plan("open"), ...CONFIG },
      head: { "docs/PLAN.md": plan("done") },
    });
    const missing = await scene.count();
    expectTidy(missing.run);
    expect(missing.run.exitCode).toBe(1);
    expect(scene.comments[0]?.body).toContain("but no integration checkpoint and no test covers it");
    scene.push({ "docs/PLAN.md": plan("done"), "test/handoffs/1-to-2.test.ts": "" });
    const { run, requests } = await scene.count();
    expect(run.exitCode).toBe(0);
    expect(requests.length).toBeLessThanOrEqual(missing.requests.length + 1);
  });
});
