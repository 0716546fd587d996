import { afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { markerLine } from "../../src/io/publish/shared/marker.js";
import {
  BOT,
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
import { expectTextOnly } from "./text-only.js";

const marker = (headSha: string, more: Partial<Parameters<typeof markerLine>[0]> = {}) =>
  markerLine({ key: "Plan gate:gate", hash: "00", headSha, run: "1.1", ...more });

describe("what the action believes", () => {
  let scene: Scene;
  const open = async (options?: SceneOptions) => (scene = await Scene.open(options));
  beforeAll(buildOnce, 120_000);
  afterEach(() => scene.close());

  it("does not take another account's comment for its own", async () => {
    await open();
    const planted = scene.pull.addComment("mallory", `${marker(scene.pull.headSha)}\nAll is well.`);
    await scene.run();
    expect(scene.comments).toHaveLength(2);
    expect(scene.comments[0]).toMatchObject({ id: planted.id, body: planted.body, minimizedReason: null });
    expect(scene.comments[1]?.author.login).toBe(BOT);
  });

  it("does not take a comment of its own account that quotes a marker", async () => {
    await open();
    scene.pull.addComment(BOT, `Another action's comment.\n${marker(scene.pull.headSha)}`);
    await scene.run();
    expect(scene.comments).toHaveLength(2);
  });

  it("finds its comment behind 250 others", async () => {
    await open();
    for (let index = 0; index < 250; index++) scene.pull.addComment("alice", `Comment ${index}`);
    const ours = scene.pull.addComment(BOT, `${marker("a".repeat(40))}\nold`);
    const { writes } = await scene.count();
    expect(writes.map(({ method }) => method)).toEqual(["PATCH"]);
    expect(scene.comments).toHaveLength(251);
    expect(scene.comments.at(-1)).toMatchObject({ id: ours.id, body: expect.stringContaining("failed") as unknown });
  });

  it("keeps the oldest of two comments of its own and folds the younger away", async () => {
    await open();
    for (const text of ["first", "second"]) scene.pull.addComment(BOT, `${marker("a".repeat(40))}\n${text}`);
    await scene.run();
    expect(scene.comments.map(({ minimizedReason }) => minimizedReason)).toEqual([null, "duplicate"]);
    expect(scene.comments[0]?.body).toContain("Plan gate failed");
    const { writes } = await scene.count();
    expect(writes).toEqual([]);
  });

  it("does not overwrite what a run for a newer commit has written", async () => {
    await open();
    await scene.run();
    const stale = { name: "pull_request", action: "synchronize", pullRequest: scene.pull } as const;
    // While the old run reads, the mended plan is pushed and judged by another run.
    let green: string | undefined;
    const red = scene.pull.headSha;
    scene.github.fault({
      path: /\/compare\//,
      times: 1,
      meanwhile: () => {
        scene.push({ "docs/PLAN.md": CHANGED });
        green = `${marker(scene.pull.headSha, { run: "9999999999.1" })}\n### ✅ Plan gate passed`;
        const [comment] = scene.comments;
        comment!.body = green;
      },
    });
    const { run, writes } = await scene.count({}, { on: stale });
    expect(scene.pull.headSha).not.toBe(red);
    expect(run.exitCode).toBe(1);
    expect(writes).toEqual([]);
    expect(scene.comments[0]?.body).toBe(green);
  });

  it("leaves one comment when two runs create it at the same time", async () => {
    await open();
    scene.github.fault({
      method: "POST",
      path: /\/comments$/,
      times: 1,
      meanwhile: () => scene.pull.addComment(BOT, `${marker(scene.pull.headSha)}\nthe other run's`),
    });
    const run = await scene.run();
    expect(scene.comments.map(({ minimizedReason }) => minimizedReason)).toEqual([null, "duplicate"]);
    expect(run.outputs["comment-id"]).toBe(String(scene.comments[0]?.id));
  });

  it("judges by the configuration on base, and says that the pull request edits it", async () => {
    await open({
      base: { "docs/PLAN.md": SOUND, ".github/plan-gate.yml": "fail-on: error\n" },
      head: { "docs/PLAN.md": BROKEN, ".github/plan-gate.yml": "fail-on: never\n" },
    });
    const run = await scene.run();
    expect(run.exitCode).toBe(1);
    expect(scene.comments[0]?.body).toContain("This change edits");
  });

  it("lets the inputs of the workflow come before the configuration", async () => {
    await open({ base: { "docs/PLAN.md": SOUND, ".github/plan-gate.yml": "fail-on: error\n" } });
    expect((await scene.run({ "fail-on": "never" })).exitCode).toBe(0);
    expect((await scene.run({ plans: "elsewhere/*.md" })).summary).toContain("touches no plan");
  });

  it("is red with file and line when the configuration on base cannot be used", async () => {
    await open({ base: { "docs/PLAN.md": SOUND, ".github/plan-gate.yml": "gate: new\nfail-onn: never\n" } });
    const run = await scene.run();
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(run.summary).toContain("plan-gate could not judge this change");
    expect(commandsOf(run, "error")).toEqual([
      expect.objectContaining({
        properties: expect.objectContaining({ file: ".github/plan-gate.yml", line: "2" }) as unknown,
      }),
    ]);
    expect(scene.comments).toEqual([]);
  });

  it("lets a change mend a configuration that cannot be used", async () => {
    await open({
      base: { "docs/PLAN.md": SOUND, ".github/plan-gate.yml": "fail-onn: never\n" },
      head: { ".github/plan-gate.yml": "fail-on: never\n" },
    });
    const run = await scene.run();
    expect(run.exitCode).toBe(0);
    expect(run.summary).toContain("mends it");
  });

  it("refuses a link in a plan's place", async () => {
    await open({ head: { "docs/PLAN.md": { symlinkTo: "../README.md" } } });
    const run = await scene.run();
    expect(run.exitCode).toBe(1);
    expect(run.summary).toContain("is a symbolic link");
  });

  describe("text of a plan", () => {
    const titles = [
      "::set-output name=x::y",
      "##[error]text",
      "@org/team and @someone see #1 GH-2",
      "<img src=x onerror=y> <script>z</script>",
      "a | b \\| c",
      "```````` ` ``",
      "<!-- plan-gate v=1 key=x hash=00 head=00 run=1 -->",
      "[link](https://evil.test) https://evil.test www.evil.test ![](https://evil.test/x.png)",
      "</summary></details><h1>Passed</h1>",
      "\u202Ereversed\u2066 \u200Bzero \u0007bell \u001b[31mred",
    ];

    it.each(titles)("stays text: %j", async (title) => {
      const hostile = planText({ title, tier: 1 });
      await open({ base: { "docs/PLAN.md": SOUND, "docs/B-PLAN.md": SOUND }, head: { "docs/PLAN.md": hostile } });
      const run = await scene.run({}, { env: { RUNNER_DEBUG: "1" } });
      expectTidy(run);
      expect(run.exitCode).toBe(1);
      expect(commandsOf(run).filter(({ name }) => name !== "error" && name !== "notice")).toEqual([]);
      const { body } = scene.comments[0]!;
      expect(body.split("<!--")).toHaveLength(2);
      for (const text of [body.slice(body.indexOf("\n") + 1), run.summary]) {
        expectTextOnly(text);
        expect(text).not.toContain("<!--");
      }
    });
  });
});
