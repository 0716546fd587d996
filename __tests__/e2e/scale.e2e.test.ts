import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { BOT, BROKEN, buildOnce, commandsOf, expectTidy, planText, Scene, type SceneOptions, SOUND } from "./scene.js";

const numbered = <Value>(count: number, value: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => value(index));

describe("the action at scale", () => {
  let scene: Scene;
  const open = async (options?: SceneOptions) => (scene = await Scene.open(options));
  const table: string[] = [];
  beforeAll(buildOnce, 120_000);
  afterEach(() => scene.close());
  afterAll(() => {
    process.stderr.write(`requests, writes and time at scale:\n${table.join("\n")}\n`);
  });

  /** Runs it and notes what it cost. */
  const measured = async (what: string) => {
    const counted = await scene.count();
    const { run, requests, writes } = counted;
    expectTidy(run);
    const seconds = (run.milliseconds / 1000).toFixed(1);
    table.push(`  ${what}: ${requests.length} requests, of which ${writes.length} write, ${seconds} s`);
    return counted;
  };

  it("250 comments: finds its own in three pages, edits it and looks again", async () => {
    await open();
    await scene.run();
    for (const index of numbered(250, (at) => at)) scene.pull.addComment("alice", `Comment ${index}`);
    scene.push({ "docs/PLAN.md": planText({ title: "Interface" }) });
    const { run, requests, writes } = await measured("250 comments");
    expect(run.exitCode).toBe(0);
    expect(writes.map(({ operationId }) => operationId)).toEqual(["issues/update-comment"]);
    expect(requests.filter(({ operationId }) => operationId === "graphql")).toHaveLength(6);
    expect(scene.comments.filter(({ author }) => author.login === BOT)).toHaveLength(1);
  });

  it("3,000 files: reads the trees instead of a list that may be cut", async () => {
    const files = Object.fromEntries(numbered(3_000, (index) => [`a/${index}.ts`, ""]));
    await open({ head: { ...files, "docs/PLAN.md": BROKEN } });
    const { run, requests } = await measured("3,000 files");
    expect(run.exitCode).toBe(1);
    expect(requests.length).toBeLessThanOrEqual(12);
  });

  it("100 plans: asks for each document once and side by side", async () => {
    const names = numbered(100, (index) => `docs/${index}-PLAN.md`);
    await open({
      base: Object.fromEntries(names.map((name) => [name, SOUND])),
      head: Object.fromEntries(names.map((name) => [name, BROKEN])),
    });
    const { run, requests, writes } = await measured("100 plans, all of them touched");
    expect(run.outputs["errors"]).toBe("100");
    expect(JSON.parse(run.outputs["changed-plans"]!)).toHaveLength(100);
    const documents = requests
      .filter(({ operationId, path }) => operationId === "repos/get-content" && path.includes("PLAN"))
      .map(({ path, query }) => `${path}@${query["ref"]}`);
    expect(documents).toHaveLength(200);
    expect(new Set(documents).size).toBe(200);
    expect(requests.length).toBeLessThanOrEqual(210);
    expect(writes).toHaveLength(1);
    expect(scene.comments[0]!.body.length).toBeLessThanOrEqual(65_536);
  });

  it("100 plans, one of them touched: asks for that one", async () => {
    const names = numbered(100, (index) => `docs/${index}-PLAN.md`);
    await open({ base: Object.fromEntries(names.map((name) => [name, SOUND])), head: { [names[50]!]: BROKEN } });
    const { run, requests } = await measured("100 plans, one of them touched");
    expect(run.outputs["changed-plans"]).toBe('["docs/50-PLAN.md"]');
    expect(requests.length).toBeLessThanOrEqual(12);
  });

  it("a plan of 5 MB: is refused by its size alone, unread", async () => {
    await open({ head: { "docs/PLAN.md": planText({ more: "x".repeat(5_000_000) }) } });
    const { run, requests } = await measured("a plan of 5 MB");
    expect(run.exitCode).toBe(1);
    expect(commandsOf(run, "error")[0]?.message).toContain("docs/PLAN.md has 4883 KiB; at most 1024 KiB are read");
    expect(requests.filter(({ path }) => path.endsWith("PLAN.md"))).toEqual([]);
  });

  it("a plan of 5 MB in six documents: is read whole", async () => {
    const phase = (number: number) =>
      `## Phase ${number}: Pier ${number}\n\n- **Tier**: ${number}\n- **Duration**: 1 week\n- **Depends on**: ${number === 1 ? "none" : `Phase ${number - 1}`}\n\n`;
    const prose = "Every pier is closed for as long as it takes to renew its planks.\n".repeat(13_000);
    const documents = numbered(6, (index) => [`piers/${index}.md`, phase(index + 1) + prose] as const);
    await open({
      base: {
        ...Object.fromEntries(documents),
        ".github/plan-gate.yml": "plans:\n  - name: piers\n    documents: [piers/*.md]\n",
      },
      head: { "piers/5.md": phase(6).replace("Tier**: 6", "Tier**: 5") + prose },
    });
    const { run, requests } = await measured("a plan of 5 MB in six documents");
    expect(run.exitCode).toBe(1);
    expect(run.outputs["changed-plans"]).toBe('["piers"]');
    expect(requests.length).toBeLessThanOrEqual(15);
  });

  it("2,000 findings: every surface keeps its limit", async () => {
    const phase = (index: number) =>
      `\n## Phase ${index + 3}: Pier ${"long ".repeat(20)}${index}\n\n- **Tier**: 1\n- **Duration**: 1 week\n- **Depends on**: Phase 1\n`;
    await open({ head: { "docs/PLAN.md": planText({ more: numbered(2_000, phase).join("") }) } });
    const { run, writes } = await measured("2,000 findings");
    expect(run.exitCode).toBe(1);
    expect(run.outputs["errors"]).toBe("2000");
    expect(commandsOf(run, "error")).toHaveLength(10);
    expect(commandsOf(run, "error")[9]?.message).toContain("1991 more errors");
    expect(Buffer.byteLength(run.summary)).toBeLessThanOrEqual(900 * 1024);
    expect(run.summary).toContain("Plan gate failed: 2000 errors");
    expect(writes).toHaveLength(1);
    expect(scene.comments[0]!.body.length).toBeLessThanOrEqual(60_200);
    expect(scene.comments[0]!.body).toContain("Plan gate failed: 2000 errors");
    for (const output of Object.values(run.outputs)) expect(Buffer.byteLength(output)).toBeLessThanOrEqual(256 * 1024);
    expect(JSON.parse(run.outputs["findings"]!)).toHaveProperty("omitted");
  });
});
