import { afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { BROKEN, buildOnce, CHANGED, commandsOf, expectTidy, Scene, type SceneOptions, SOUND } from "./scene.js";

const KINDS = ["gate", "critical-path", "tier", "breaking-change"];

describe("mode badge", () => {
  let scene: Scene;
  const open = async (options?: SceneOptions) => (scene = await Scene.open({ head: { x: "1" }, ...options }));
  beforeAll(buildOnce, 120_000);
  afterEach(() => scene.close());

  /** A run after a push to the default branch. */
  const publish = (inputs: Record<string, string> = {}) =>
    scene.count({ mode: "badge", ...inputs }, { on: { name: "push", repository: scene.repository, branch: "main" } });
  const message = (path: string, branch = "badges") =>
    (JSON.parse(scene.repository.fileText(branch, `${path}.json`)!) as { message: string }).message;
  const filesOf = (branch: string) => [...scene.repository.objects.filesOf(scene.repository.tip(branch)).keys()].sort();
  const warnings = ({ run }: Awaited<ReturnType<typeof publish>>) =>
    commandsOf(run, "warning").map(({ message }) => message);

  it("begins the branch without a history, by three writes", async () => {
    await open();
    const { run, writes } = await publish();
    expectTidy(run);
    expect(run.exitCode).toBe(0);
    expect(writes.map(({ method, path }) => `${method} ${path.replace(/.*\/git/, "")}`)).toEqual([
      "POST /trees",
      "POST /commits",
      "POST /refs",
    ]);
    const paths = ["gate", ...KINDS.map((kind) => `docs-plan/${kind}`)];
    expect(filesOf("badges")).toEqual(paths.flatMap((path) => [`${path}.json`, `${path}.svg`]).sort());
    expect(scene.repository.resolve("badges")).toMatchObject({ parents: [] });
    expect(paths.map((path) => message(path))).toEqual(["passing", "passing", "6 weeks", "tier 1 · 0 %", "none"]);
    expect(JSON.parse(run.outputs["badge-json"]!)).toHaveProperty("docs-plan/tier.message", "tier 1 · 0 %");
  });

  it("writes nothing when nothing has changed, and one commit on top when something has", async () => {
    await open();
    await publish();
    const first = scene.repository.tip("badges");
    scene.repository.commit("main", { "src/x.ts": "1" });
    const again = await publish();
    expect(again.run.stdout).toContain("badge-branch: not published, because the badges are up to date");
    expect(again.writes).toEqual([]);
    scene.repository.commit("main", { "docs/PLAN.md": SOUND.replace("4 weeks", "9 weeks") });
    expect((await publish()).writes.map(({ method }) => method)).toEqual(["POST", "POST", "PATCH"]);
    expect(message("docs-plan/critical-path")).toBe("11 weeks");
    expect(scene.repository.resolve("badges")?.parents).toEqual([first]);
  });

  it("shows what the branch holds, however long it has held it; the verdict says the same", async () => {
    await open({ base: { "docs/PLAN.md": BROKEN } });
    scene.repository.commit("main", { "src/x.ts": "1" });
    const red = await publish();
    expectTidy(red.run);
    expect(red.run.exitCode).toBe(1);
    expect(message("gate")).toBe("1 error");
    const green = await publish({ "warn-only": "true" });
    expect(green.run.exitCode).toBe(0);
    expect(message("gate")).toBe("1 error");
  });

  it("keeps two plans apart, and what others have put on the branch", async () => {
    await open({ base: { "docs/PLAN.md": SOUND, "docs/SOUTH-PLAN.md": BROKEN } });
    scene.repository.commit("shields", { "coverage.svg": "theirs" }, "Coverage", { orphan: true });
    const { run } = await publish({ "badge-branch": "shields", plans: "docs/*PLAN.md" });
    expect(run.exitCode).toBe(1);
    expect(["gate", "docs-plan/gate", "docs-south-plan/gate"].map((path) => message(path, "shields"))).toEqual([
      "1 error",
      "passing",
      "1 error",
    ]);
    expect(scene.repository.fileText("shields", "coverage.svg")).toBe("theirs");
    expect(filesOf("shields")).toHaveLength(2 + 2 * 2 * KINDS.length + 1);
  });

  it.each(["PATCH", "POST"])("looks again when another run was quicker (%s of the reference)", async (method) => {
    await open();
    if (method === "PATCH") scene.repository.commit("badges", { "README.md": "Badges" }, "Begin", { orphan: true });
    scene.github.fault({
      method,
      path: /\/git\/refs/,
      times: 1,
      meanwhile: () => void scene.repository.commit("badges", { "other/gate.svg": "theirs" }, "Race", { orphan: true }),
    });
    const { run, writes } = await publish();
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain("badge-branch: published");
    expect(writes).toHaveLength(6);
    expect(scene.repository.fileText("badges", "other/gate.svg")).toBe("theirs");
    expect(message("gate")).toBe("passing");
  });

  it("leaves a newer commit's badges alone", async () => {
    await open();
    scene.github.fault({
      method: "POST",
      path: /\/git\/refs/,
      times: 1,
      meanwhile: () => {
        scene.repository.commit("main", { "docs/PLAN.md": CHANGED });
        scene.repository.commit("badges", { "gate.svg": "newer" }, "Newer", { orphan: true });
      },
    });
    const { run } = await publish();
    expect(run.stdout).toContain("not published, because the run for the newest commit");
    expect(filesOf("badges")).toEqual(["gate.svg"]);
  });

  it("does not let a protected branch or a token that may not write change the verdict", async () => {
    await open();
    scene.repository.commit("badges", { "README.md": "Badges" }, "Begin", { orphan: true });
    scene.repository.protectedBranches.add("badges");
    const guarded = await publish();
    expect(guarded.run.exitCode).toBe(0);
    expect(guarded.writes).toHaveLength(3);
    expect(warnings(guarded)).toEqual([expect.stringMatching(/rule violations.*branch that no rule protects/)]);
    scene.github.token("token-of-the-run", "read-only");
    const readOnly = await publish();
    expectTidy(readOnly.run);
    expect(readOnly.run.exitCode).toBe(0);
    expect(readOnly.writes).toHaveLength(1);
    expect(warnings(readOnly)).toEqual([expect.stringContaining("`contents: write`")]);
    expect(filesOf("badges")).toEqual(["README.md"]);
  });

  it.each([502, 500])("writes once when GitHub answers %i to a write that took effect", async (status) => {
    await open();
    scene.github.fault({ method: "POST", path: /\/git\/refs/, times: 1, takesEffect: true, status });
    const { run, writes } = await publish();
    expect(run.stdout).toContain("badge-branch: published");
    expect(writes).toHaveLength(3);
  });

  it("does nothing on another event or branch, and says why", async () => {
    await open();
    const onPull = await scene.count({ mode: "badge" });
    expectTidy(onPull.run);
    expect(onPull.run.exitCode).toBe(0);
    expect(onPull.run.summary).toContain("badges are published on a push to the default branch, not on pull\\_request");
    const on = { name: "push", repository: scene.repository, branch: "feature" } as const;
    const onBranch = await scene.count({ mode: "badge" }, { on });
    expect(onBranch.run.stdout).toContain("badges show main, and this is a push to refs/heads/feature");
    expect([...onPull.requests, ...onBranch.requests]).toEqual([]);
  });

  it("refuses the default branch", async () => {
    await open();
    const { run, requests } = await publish({ "badge-branch": "main" });
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain('the input badge-branch is "main", the default branch');
    expect(requests).toEqual([]);
  });

  it("writes nothing in a dry run", async () => {
    await open();
    const { run, writes } = await publish({ "dry-run": "true" });
    expect(run.stdout).toContain("this is a dry run; it would write gate.svg, gate.json, docs-plan/gate.svg");
    expect(writes).toEqual([]);
  });

  it("writes files into the workspace in any mode, and none outside of it", async () => {
    await open({ head: { "docs/PLAN.md": BROKEN } });
    const { run, writes } = await scene.count({ "badge-path": "out/badges", comment: "never" });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain("badge-files: published, see out/badges");
    expect(writes).toEqual([]);
    expect((await scene.run({ "badge-path": "../out" })).stdout).toContain("the input badge-path is");
  });
});
