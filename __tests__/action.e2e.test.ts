import { execFileSync } from "node:child_process";
import { afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import {
  BOT,
  BROKEN,
  buildOnce,
  CHANGED,
  commandsOf,
  expectTidy,
  node,
  planText,
  Scene,
  type SceneOptions,
  SOUND,
} from "./e2e/scene.js";

describe("the action on a pull request", () => {
  let scene: Scene;
  const open = async (options?: SceneOptions) => (scene = await Scene.open(options));
  beforeAll(buildOnce, 120_000);
  afterEach(() => scene.close());

  it("stops a violation and says so everywhere", async () => {
    await open();
    const { run, requests, writes } = await scene.count();
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ conclusion: "failure", errors: "1", "changed-plans": '["docs/PLAN.md"]' });
    expect(run.summary).toContain("Plan gate failed: 1 error");
    expect(commandsOf(run, "error")).toEqual([
      expect.objectContaining({
        properties: expect.objectContaining({ file: "docs/PLAN.md", line: "13" }) as unknown,
        message: expect.stringContaining("Phase 2") as unknown,
      }),
    ]);
    expect(scene.comments).toHaveLength(1);
    expect(scene.comments[0]).toMatchObject({ author: { login: BOT } });
    expect(scene.comments[0]?.body).toContain("Plan gate failed: 1 error");
    expect(run.outputs["comment-id"]).toBe(String(scene.comments[0]?.id));
    expect(scene.comments[0]?.body.endsWith(run.outputs["comment-body"]!)).toBe(true);
    expect(writes).toHaveLength(1);
    expect(requests.length).toBeLessThanOrEqual(12);
  });

  it("writes nothing when nothing has changed, on another day neither", async () => {
    await open();
    await scene.run({ "as-of": "2026-11-22" });
    const { run, writes } = await scene.count({ "as-of": "2026-11-23" });
    expect(run.exitCode).toBe(1);
    expect(writes).toEqual([]);
    expect(run.outputs["comment-id"]).toBe(String(scene.comments[0]?.id));
  });

  it("turns its comment green when the plan is mended", async () => {
    await open();
    await scene.run();
    const [before] = scene.comments;
    scene.push({ "docs/PLAN.md": CHANGED });
    const { run, writes } = await scene.count();
    expect(run.exitCode).toBe(0);
    expect(writes).toHaveLength(1);
    expect(scene.comments).toHaveLength(1);
    expect(scene.comments[0]?.id).toBe(before?.id);
    expect(scene.comments[0]?.body).toContain("✅ Plan gate passed");
  });

  it("turns its comment green when the change to the plan is taken back altogether", async () => {
    await open({ head: { "docs/PLAN.md": BROKEN, "src/x.ts": "1" } });
    await scene.run();
    scene.push({ "docs/PLAN.md": SOUND });
    const { run, requests } = await scene.count();
    expect(run.exitCode).toBe(0);
    expect(scene.comments[0]?.body).toContain("✅ Plan gate passed");
    // One of them looks whether another run has written at the same moment.
    expect(requests.filter(({ isWrite }) => !isWrite)).toHaveLength(5);
  });

  it("makes no comment where there is nothing to say", async () => {
    await open({ head: { "docs/PLAN.md": CHANGED } });
    const { run, writes } = await scene.count();
    expectTidy(run);
    expect(run.exitCode).toBe(0);
    expect(writes).toEqual([]);
    expect(run.outputs["comment-id"]).toBe("");
    expect(run.summary).toContain("✅ Plan gate passed");
  });

  it("is green in four requests and one line where no plan is touched", async () => {
    await open({ head: { "src/x.ts": "1" } });
    const { run, requests } = await scene.count();
    expectTidy(run);
    expect(run.exitCode).toBe(0);
    expect(requests).toHaveLength(4);
    expect(requests.every(({ isWrite }) => !isWrite)).toBe(true);
    expect(run.summary.trim().split("\n")).toHaveLength(1);
    expect(run.summary).toContain("This change touches no plan.");
  });

  it("takes at most twelve requests and one write for five plans, two of them touched", async () => {
    const names = ["A", "B", "C", "D", "E"].map((name) => `docs/${name}-PLAN.md`);
    await open({
      base: { ...Object.fromEntries(names.map((name) => [name, SOUND])), ".github/plan-gate.yml": "fail-on: error\n" },
      head: { [names[0]!]: BROKEN, [names[1]!]: CHANGED },
    });
    const { run, requests, writes } = await scene.count();
    expect(run.exitCode).toBe(1);
    expect(writes).toHaveLength(1);
    process.stderr.write(`requests of a typical pull request: ${requests.length}, of which ${writes.length} write\n`);
    expect(requests.length).toBeLessThanOrEqual(12);
  });

  it("reads a plan of five documents as one, in at most thirteen requests", async () => {
    const phase = (number: number, tier: number, on: string) =>
      `## Phase ${number}: Part ${number}\n\n- **Tier**: ${tier}\n- **Duration**: 2 weeks\n- **Depends on**: ${on}\n`;
    const documents = [1, 2, 3, 4, 5].map((n) => [`rollout/${n}.md`, phase(n, n, n === 1 ? "none" : `Phase ${n - 1}`)]);
    await open({
      base: {
        ...(Object.fromEntries(documents) as Record<string, string>),
        ".github/plan-gate.yml": "plans:\n  - name: rollout\n    documents: [rollout/*.md]\n",
      },
      head: { "rollout/5.md": phase(5, 2, "Phase 4") },
    });
    const first = await scene.count();
    expect(first.run.exitCode).toBe(1);
    expect(first.run.outputs["changed-plans"]).toBe('["rollout"]');
    expect(first.run.outputs["findings"]).toContain("rollout/5.md");
    scene.push({ "rollout/5.md": phase(5, 5, "Phase 4").replace("2 weeks", "3 weeks") });
    const second = await scene.count();
    expect(second.run.exitCode).toBe(0);
    expect(second.writes).toHaveLength(1);
    // One of them looks whether another run has written at the same moment.
    expect(second.requests.length).toBeLessThanOrEqual(13);
    expect(first.requests.length).toBe(second.requests.length);
  });

  it("follows a renamed plan: what base has already does not count", async () => {
    await open({ base: { "docs/PLAN.md": BROKEN }, head: { "docs/PLAN.md": null, "docs/NEW-PLAN.md": BROKEN } });
    const run = await scene.run();
    expect(run.outputs).toMatchObject({ conclusion: "success", errors: "0", "changed-plans": '["docs/NEW-PLAN.md"]' });
  });

  it("is red when the last plan is deleted", async () => {
    await open({ head: { "docs/PLAN.md": null } });
    const run = await scene.run();
    expect(run.exitCode).toBe(1);
    expect(run.summary).toContain("could not judge this change");
    expect(commandsOf(run, "error")[0]?.message).toContain("there is no plan left; base has docs/PLAN.md");
  });

  it("says that a plan is gone when others remain", async () => {
    await open({ base: { "docs/PLAN.md": SOUND, "docs/B-PLAN.md": SOUND }, head: { "docs/PLAN.md": null } });
    const run = await scene.run();
    expectTidy(run);
    expect(run.summary).toContain("is not there any more");
  });

  it("judges by the base it has now", async () => {
    await open({ head: { "src/x.ts": "1" } });
    const { repository, pull } = scene;
    repository.commit("next", { "docs/PLAN.md": BROKEN });
    repository.branch("feature", "next");
    scene.push({ "docs/PLAN.md": `${BROKEN}\nA word more.\n` });
    expect((await scene.run()).exitCode).toBe(1);
    pull.retarget("next");
    expect((await scene.run({}, { on: { name: "pull_request", action: "edited", pullRequest: pull } })).exitCode).toBe(
      0,
    );
  });

  it("judges from the merge base, so that other people's merges are not its change", async () => {
    await open({ head: { "docs/PLAN.md": CHANGED } });
    scene.repository.commit("main", { "docs/OTHER-PLAN.md": BROKEN });
    const run = await scene.run();
    expect(run.outputs).toMatchObject({ conclusion: "success", "changed-plans": '["docs/PLAN.md"]' });
  });

  it.each([
    ["check", 1, "Plan gate failed"],
    ["warn", 0, "Plan gate passed with 1 error"],
    ["skip", 0, "is a draft"],
  ])("treats drafts as told: %s", async (drafts, exitCode, text) => {
    await open({ draft: true });
    const { run, requests } = await scene.count({ drafts });
    expectTidy(run);
    expect(run.exitCode).toBe(exitCode);
    expect(run.summary).toContain(text);
    if (drafts === "skip") expect(requests).toHaveLength(1);
    scene.pull.draft = false;
    expect((await scene.run({ drafts })).exitCode).toBe(1);
  });

  it("only warns when told to, whatever fail-on says", async () => {
    await open();
    const run = await scene.run({ "warn-only": "true", "fail-on": "warning" });
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ conclusion: "success", errors: "1" });
    expect(scene.comments).toHaveLength(1);
  });

  it("writes nothing in a dry run, and shows the comment", async () => {
    await open();
    const { run, writes } = await scene.count({ "dry-run": "true" });
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(writes).toEqual([]);
    expect(run.stdout).toContain("Dry run: this comment would be created");
    expect(run.stdout).toContain("### ❌ Plan gate failed");
    expect(run.outputs["comment-id"]).toBe("");
  });

  it("keeps still where told to", async () => {
    await open();
    const run = await scene.run({ comment: "never", "job-summary": "false", annotations: "false" });
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(run.summary).toBe("");
    expect(commandsOf(run)).toEqual([]);
    expect(scene.comments).toEqual([]);
  });

  it("writes the report to a file", async () => {
    await open();
    const run = await scene.run({ "json-file": "out/report.json" });
    expect(run.outputs["report-file"]).toMatch(/workspace\/out\/report\.json$/);
  });

  it("keeps one comment for each job that asks for its own", async () => {
    await open();
    await scene.run({ "comment-id": "one --> <b>" });
    await scene.run({ "comment-id": "two" });
    await scene.run({ "comment-id": "one --> <b>" });
    expect(scene.comments).toHaveLength(2);
  });

  it("folds surplus findings into ten annotations", async () => {
    const more = Array.from(
      { length: 14 },
      (_, index) =>
        `\n## Phase ${index + 3}: Part\n\n- **Tier**: 1\n- **Duration**: 1 weeks\n- **Depends on**: Phase 1\n`,
    ).join("");
    await open({ head: { "docs/PLAN.md": planText({ tier: 1, more }) } });
    const run = await scene.run();
    expect(commandsOf(run, "error")).toHaveLength(10);
    expect(commandsOf(run, "error")[9]?.message).toContain("6 more errors");
    expect(run.outputs["errors"]).toBe("15");
  });

  it("runs on the Node it is to run on", async () => {
    await open({ head: { x: "1" } });
    const NODE_OPTIONS = "--import=data:text/javascript,console.error(process.version)";
    const run = await scene.run({}, { env: { NODE_OPTIONS } });
    expect(run.exitCode).toBe(0);
    expect(run.stderr.trim()).toBe(execFileSync(node, ["-p", "process.version"], { encoding: "utf8" }).trim());
    if (process.env["NODE_UNDER_TEST"] === undefined && node !== process.execPath) expect(run.stderr).toMatch(/^v24\./);
  });
});
