import { afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import {
  BROKEN,
  buildOnce,
  CHANGED,
  commandsOf,
  expectTidy,
  planText,
  Scene,
  type SceneOptions,
  SOUND,
} from "./scene.js";

const announcing = (effective: string): string =>
  planText({
    more: `\n## Breaking changes\n\n| Service | Change | Announced | Effective |\n|---|---|---|---|\n| Fares | amounts become cents | 2026-11-01 | ${effective} |\n`,
  });

describe("the action as a required check", () => {
  let scene: Scene;
  const open = async (options?: SceneOptions) => (scene = await Scene.open(options));
  beforeAll(buildOnce, 120_000);
  afterEach(() => scene.close());

  it("judges the pull request as it is now when an old event is run again", async () => {
    await open();
    const event = scene.eventOf({ name: "pull_request", action: "opened", pullRequest: scene.pull });
    expect((await scene.run({}, { event })).exitCode).toBe(1);
    scene.push({ "docs/PLAN.md": CHANGED });
    const again = await scene.run({}, { event, runAttempt: 2 });
    expectTidy(again);
    expect(again.exitCode).toBe(0);
    expect(scene.comments[0]?.body).toContain("Plan gate passed");
  });

  it("makes no check, no status and no review of its own: one comment is all it writes", async () => {
    await open();
    const { writes } = await scene.count();
    expect(writes.map(({ operationId }) => operationId)).toEqual(["issues/create-comment"]);
  });

  it("answers to the day: the same change is red while notice is short, and green in time", async () => {
    await open({ head: { "docs/PLAN.md": announcing("2026-11-20") } });
    const late = await scene.run({ "as-of": "2026-11-10" });
    expectTidy(late);
    expect(late.exitCode).toBe(1);
    expect(late.summary).toContain("2026-11-24");
    expect(late.summary).toContain("judged as of 2026-11-10");
    expect((await scene.run({ "as-of": "2026-11-01" })).exitCode).toBe(0);
  });

  it("schedule: judges the default branch as it is on that day", async () => {
    await open({ base: { "docs/PLAN.md": BROKEN }, head: { x: "1" } });
    const on = { name: "schedule", repository: scene.repository } as const;
    const { run, writes } = await scene.count({}, { on });
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(writes).toEqual([]);
    scene.repository.commit("main", { "docs/PLAN.md": SOUND });
    expect((await scene.run({}, { on })).exitCode).toBe(0);
  });

  it("merge_group: judges several pull requests as what they are together", async () => {
    const config = { ".github/plan-gate.yml": "plans:\n  - name: piers\n    documents: [piers/*.md]\n" };
    const phase = (number: number, tier: number, on: string) =>
      `## Phase ${number}: Pier ${number}\n\n- **Tier**: ${tier}\n- **Duration**: 2 weeks\n- **Depends on**: ${on}\n`;
    await open({
      base: { ...config, "piers/1.md": phase(1, 1, "none") },
      head: { "piers/1.md": phase(1, 2, "none") },
    });
    const { repository, pull } = scene;
    repository.commit("second", { "piers/2.md": phase(2, 2, "Phase 1") });
    const second = repository.pullRequest({ head: "second" });
    for (const one of [pull, second]) {
      const alone = await scene.run({}, { on: { name: "merge_group", pullRequests: [one] } });
      expect(alone.exitCode).toBe(0);
    }
    const together = await scene.run({}, { on: { name: "merge_group", pullRequests: [pull, second] } });
    expect(together.exitCode).toBe(1);
    expect(commandsOf(together, "error")[0]?.message).toContain("Phase 2");
  });

  it("merge_group: is red in a queue whose base cannot be compared, and takes no other base instead", async () => {
    await open();
    const event = scene.eventOf({ name: "merge_group", pullRequests: [scene.pull] });
    const group = event.payload["merge_group"] as Record<string, unknown>;
    const lost = { ...event, payload: { ...event.payload, merge_group: { ...group, base_sha: "f".repeat(40) } } };
    const { run, requests } = await scene.count({}, { event: lost });
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(run.summary).toContain("could not judge this change");
    expect(requests).toHaveLength(1);
  });

  it("reads a plan larger than the contents API shows in JSON", async () => {
    await open({ head: { "docs/PLAN.md": planText({ tier: 1, more: `\n${"word ".repeat(208_000)}` }) } });
    const run = await scene.run();
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(run.outputs["errors"]).toBe("1");
  });
});
