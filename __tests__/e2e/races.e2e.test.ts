import { afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { markerLine, readMarker } from "../../src/io/publish/shared/marker.js";
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
} from "./scene.js";

describe("runs of the built action at the same time", () => {
  let scene: Scene;
  const open = async (options?: SceneOptions) => (scene = await Scene.open(options));
  beforeAll(buildOnce, 120_000);
  afterEach(() => scene.close());

  const openComments = () => scene.comments.filter(({ minimizedReason }) => minimizedReason === null);

  it("leave one open comment, about the newest head", async () => {
    await open();
    const first = Array.from({ length: 3 }, () => scene.run());
    scene.push({ "docs/PLAN.md": planText({ tier: 1, title: "Interface, second cut" }) });
    const second = Array.from({ length: 2 }, () => scene.run());
    const runs = await Promise.all([...first, ...second]);
    for (const run of runs) {
      expectTidy(run);
      expect(run.exitCode).toBe(1);
      expect(commandsOf(run, "warning")).toEqual([]);
    }
    expect(openComments()).toHaveLength(1);
    expect(readMarker(openComments()[0]!.body)?.headSha).toBe(scene.pull.headSha);
    expect(scene.github.requests.filter(({ method }) => method === "DELETE")).toEqual([]);
  });

  it("judge the new head when they have overwritten what was said of it", async () => {
    await open();
    await scene.run();
    scene.push({ "docs/PLAN.md": planText({ tier: 1, title: "Interface, second cut" }) });
    // Between this run's look and its write somebody pushes, and the run for that has come and gone.
    scene.github.fault({
      method: "PATCH",
      times: 1,
      meanwhile: () => {
        scene.push({ "docs/PLAN.md": CHANGED });
        const marker = { key: "Plan gate:gate", hash: "0a", headSha: scene.pull.headSha, run: "2000000.1" };
        scene.comments[0]!.body = `${markerLine(marker)}\nof the newer run`;
      },
    });
    const run = await scene.run();
    expectTidy(run);
    // The verdict is about the head that was there when the run began; the comment is about the one there now.
    expect(run.exitCode).toBe(1);
    expect(scene.comments).toHaveLength(1);
    expect(readMarker(scene.comments[0]!.body)?.headSha).toBe(scene.pull.headSha);
    expect(scene.comments[0]?.body).toContain("Plan gate passed");
  });

  it("of which one is older than the comment, leave that alone; a repetition writes", async () => {
    await open();
    await scene.run({}, { runNumber: 7 });
    scene.pull.addLabel("any", "alice");
    const older = await scene.run({ "fail-on": "never" }, { runNumber: 6 });
    expect(older.stdout).toContain("another run for this commit has reported meanwhile");
    const repeated = await scene.run({ "fail-on": "never" }, { runNumber: 7, runAttempt: 2 });
    expect(repeated.stdout).toContain("comment: published");
    expect(openComments()).toHaveLength(1);
  });

  it("fold duplicates away and delete nothing, whoever has answered", async () => {
    await open();
    for (const hash of ["01", "02", "03"]) {
      const marker = { key: "Plan gate:gate", hash, headSha: "0".repeat(40), run: "1.1" };
      scene.pull.addComment(BOT, `${markerLine(marker)}\nan earlier report`);
      scene.pull.addComment("alice", "I see, thank you.");
    }
    await scene.run();
    expect(scene.comments).toHaveLength(6);
    expect(openComments().map(({ author }) => author.login)).toEqual([BOT, "alice", "alice", "alice"]);
    expect(scene.github.requests.filter(({ method }) => method === "DELETE")).toEqual([]);
  });

  it("say how much they asked of GitHub, and write nothing when nothing is new", async () => {
    await open({ head: { "docs/PLAN.md": BROKEN } });
    const first = await scene.count();
    expect(first.run.stdout).toContain(`GitHub was asked: ${first.requests.length} requests, 1 write.`);
    expect(first.requests.length).toBeLessThanOrEqual(12);
    const again = await scene.count();
    expect(again.writes).toEqual([]);
    expect(again.run.stdout).toContain(`GitHub was asked: ${again.requests.length} requests, 0 writes.`);
  });
});
