import { afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { BOT, buildOnce, expectTidy, planText, Scene, type SceneOptions, SOUND } from "./scene.js";

const ONLY = { suggestions: "true", comment: "never" };

/** Pairs of phases, the second of each waiting for the first, in the tier given for all second ones. */
const pairs = (count: number, tier: number): string =>
  Array.from({ length: count }, (_, index) => {
    const phase = (number: number, ownTier: number, on: string) =>
      `## Phase ${number}: Part ${number}\n\n- **Tier**: ${ownTier}\n- **Duration**: 4 weeks\n- **Depends on**: ${on}\n`;
    return `${phase(2 * index + 1, 1, "none")}\n${phase(2 * index + 2, tier, `Phase ${2 * index + 1}`)}`;
  }).join("\n");

describe("suggestions on a pull request", () => {
  let scene: Scene;
  const open = async (options: SceneOptions = {}) => (scene = await Scene.open(options));
  const suggestions = () => scene.pull.reviewComments.filter(({ replyTo }) => replyTo === null);
  beforeAll(buildOnce, 120_000);
  afterEach(() => scene.close());

  it("are one review on the lines of the finding's way out, and no write on the next run", async () => {
    await open();
    const { run, writes } = await scene.count(ONLY);
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(writes).toHaveLength(1);
    expect(scene.pull.reviews).toMatchObject([{ state: "COMMENTED", commit: scene.pull.headSha }]);
    expect(suggestions()).toMatchObject([{ path: "docs/PLAN.md", line: 11, startLine: null, side: "RIGHT" }]);
    expect(suggestions()[0]!.body).toMatch(/\n```suggestion\n- \*\*Tier\*\*: 2\n```$/);
    expect((await scene.count(ONLY)).writes).toEqual([]);
  });

  it("are not made unless asked for", async () => {
    await open();
    expect((await scene.count({ comment: "never" })).writes).toEqual([]);
  });

  it("follow their lines while other lines change", async () => {
    await open();
    await scene.run(ONLY);
    scene.push({ "docs/PLAN.md": planText({ tier: 1 }).replace("# Plan\n", "# Plan\n\nFor the ferry.\n") });
    expect((await scene.count(ONLY)).writes).toEqual([]);
  });

  it("are folded away when the finding is gone", async () => {
    await open();
    await scene.run(ONLY);
    scene.push({ "docs/PLAN.md": `${SOUND}\nA word more.\n` });
    const { run, writes } = await scene.count(ONLY);
    expect(run.exitCode).toBe(0);
    expect(writes).toHaveLength(1);
    expect(suggestions()).toMatchObject([{ minimizedReason: "resolved" }]);
    expect((await scene.count(ONLY)).writes).toEqual([]);
  });

  it("stay when people have answered", async () => {
    await open();
    await scene.run(ONLY);
    scene.pull.replyTo(suggestions()[0]!, "bob", "Not so fast.");
    scene.push({ "docs/PLAN.md": `${SOUND}\nA word more.\n` });
    expect((await scene.count(ONLY)).writes).toEqual([]);
    expect(suggestions()).toMatchObject([{ minimizedReason: null }]);
  });

  it("are not offered again when people resolved them", async () => {
    await open();
    await scene.run(ONLY);
    suggestions()[0]!.isResolved = true;
    expect((await scene.count(ONLY)).writes).toEqual([]);
  });

  it("are not taken for ours when somebody else wrote them", async () => {
    await open();
    await scene.run(ONLY);
    const [ours] = suggestions();
    scene.pull.reviewComments[0] = { ...ours!, author: scene.github.state.account("mallory") };
    expect((await scene.count(ONLY)).writes).toHaveLength(1);
    expect(suggestions().map(({ author }) => author.login)).toEqual(["mallory", BOT]);
    expect(suggestions()[0]!.minimizedReason).toBeNull();
  });

  it("are 20 at most, on a pull request with many findings", async () => {
    await open({ base: { "docs/PLAN.md": pairs(30, 2) }, head: { "docs/PLAN.md": pairs(30, 1) } });
    const { run, writes } = await scene.count(ONLY);
    expect(run.outputs["errors"]).toBe("30");
    expect(writes).toHaveLength(1);
    expect(suggestions()).toHaveLength(20);
    expect((await scene.count(ONLY)).writes).toEqual([]);
  });

  it("are left out of a fork's run, with the reason, and the verdict is the same", async () => {
    await open({ fork: true });
    const { run, requests, writes } = await scene.count(ONLY);
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(writes).toEqual([]);
    expect(requests.filter(({ path }) => path.includes("graphql"))).toEqual([]);
    expect(run.stdout).toContain("suggestions: not published, because the token of a pull request from a fork");
  });

  it("are refused with advice where the job lacks the permission, and the verdict is the same", async () => {
    await open({ token: { contents: "read", pull_requests: "read" } });
    const run = await scene.run(ONLY);
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain("suggestions failed: the token may not write to this pull request");
  });

  it("are shown and not made in a dry run", async () => {
    await open();
    const { run, writes } = await scene.count({ ...ONLY, "dry-run": "true" });
    expectTidy(run);
    expect(writes).toEqual([]);
    expect(run.stdout).toContain("Dry run: with a suggestion for docs/PLAN.md:11");
    expect(run.stdout).toContain("```suggestion");
  });

  it("of two jobs do not get in each other's way", async () => {
    await open();
    await scene.run({ ...ONLY, "comment-id": "one" });
    await scene.run({ ...ONLY, "comment-id": "two" });
    expect(suggestions()).toHaveLength(2);
    scene.push({ "docs/PLAN.md": `${SOUND}\nA word more.\n` });
    await scene.run({ ...ONLY, "comment-id": "one" });
    expect(suggestions().map(({ minimizedReason }) => minimizedReason)).toEqual(["resolved", null]);
  });
});

describe("files with the findings", () => {
  let scene: Scene;
  beforeAll(buildOnce, 120_000);
  afterEach(() => scene.close());

  it("are written in the workspace, as SARIF and JUnit XML", async () => {
    scene = await Scene.open();
    const run = await scene.run({ comment: "never", "sarif-file": "out/plan.sarif", "junit-file": "out/plan.xml" });
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(/sarif-file: published, see \S+out\/plan\.sarif/);
    expect(run.stdout).toMatch(/junit-file: published, see \S+out\/plan\.xml/);
  });
});
