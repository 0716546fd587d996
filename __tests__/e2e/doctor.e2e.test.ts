import { afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { GOOD, WORKFLOW } from "../doctor/good-set-up.js";
import { BROKEN, buildOnce, CHANGED, expectTidy, Scene, SOUND } from "./scene.js";

const WHY = "`paths` keeps the gate from starting on some changes.";
const FILTERED = GOOD.replace("  merge_group:\n", "    paths: ['docs/**']\n  merge_group:\n");

describe("advice about the workflow of the run", () => {
  let scene: Scene;
  const open = async (workflow: string, head: string) =>
    (scene = await Scene.open({
      base: { "docs/PLAN.md": SOUND, [WORKFLOW]: workflow },
      head: { "docs/PLAN.md": head },
    }));
  beforeAll(buildOnce, 120_000);
  afterEach(() => scene.close());

  it("stands in the report and changes no verdict", async () => {
    await open(FILTERED, CHANGED);
    const { run, requests } = await scene.count();
    expectTidy(run);
    expect(run.exitCode).toBe(0);
    expect(run.summary).toContain("keeps the gate from starting on some changes");
    expect(run.stdout).toContain(`${WORKFLOW}:5: ${WHY}`);
    expect(requests.length).toBeLessThanOrEqual(12);
  });

  it("is read from base, never from the pull request, and not given where all is well", async () => {
    await open(GOOD, BROKEN);
    scene.push({ [WORKFLOW]: FILTERED });
    const run = await scene.run();
    expect(run.exitCode).toBe(1);
    expect(run.stdout).not.toContain(WHY);
  });
});
