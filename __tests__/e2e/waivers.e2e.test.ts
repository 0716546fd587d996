import { afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { BROKEN, buildOnce, expectTidy, Scene, SOUND } from "./scene.js";

const day = (fromToday: number): string => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);

const waiver = (expires: string, phase = "2") => ({
  ".github/plan-gate.yml": [
    "waivers:",
    "  - rule: intra-tier-dependency",
    `    phase: '${phase}'`,
    "    reason: The interface is drawn while the foundation sets.",
    "    owner: rosa",
    `    expires: ${expires}`,
    "",
  ].join("\n"),
});

describe("what the team has accepted", () => {
  let scene: Scene;
  const open = async (base: Record<string, string>, head: Record<string, string> = {}) =>
    (scene = await Scene.open({
      base: { "docs/PLAN.md": SOUND, ...base },
      head: { "docs/PLAN.md": BROKEN, ...head },
    }));
  beforeAll(buildOnce, 120_000);
  afterEach(() => scene.close());

  it("opens the gate, and stays in the report with owner, reason and end", async () => {
    await open(waiver(day(30)));
    const run = await scene.run();
    expectTidy(run);
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ conclusion: "success", errors: "0" });
    for (const said of ["rosa", "The interface is drawn while the foundation sets.", day(30)])
      expect(run.summary).toContain(said);
    expect(run.stdout).not.toContain("::error");
  });

  it("is not what the pull request itself accepts, and the report says by what it was judged", async () => {
    await open({}, waiver(day(30)));
    const run = await scene.run();
    expectTidy(run);
    expect(run.exitCode).toBe(1);
    expect(run.summary).toMatch(/plan-gate\.yml[^\n]*judged by/);
    expect(scene.comments[0]?.body).not.toContain("rosa");
  });

  it("cannot be prolonged, widened or taken back by the pull request", async () => {
    await open(waiver(day(-1)), waiver(day(30)));
    expect((await scene.run()).exitCode).toBe(1);
    await scene.close();
    await open(waiver(day(30), "9"), waiver(day(30), "2"));
    expect((await scene.run()).exitCode).toBe(1);
    await scene.close();
    await open(waiver(day(30)), { ".github/plan-gate.yml": "{}\n" });
    expect((await scene.run()).exitCode).toBe(0);
  });

  it("is judged by the base of now: once merged there, a waiver counts", async () => {
    await open({});
    expect((await scene.run()).exitCode).toBe(1);
    scene.repository.commit("main", waiver(day(30)));
    expect((await scene.run()).exitCode).toBe(0);
  });

  it("ends on its last day, and reaches at most ninety days ahead", async () => {
    await open(waiver(day(0)));
    expect((await scene.run()).exitCode).toBe(0);
    for (const expires of [day(-1), day(91)]) {
      scene.repository.commit("main", waiver(expires));
      const run = await scene.run();
      expect(run.exitCode).toBe(1);
      expect(run.summary).toContain("expired-waiver");
    }
  });

  it("is no way to a milder rule either: severities, fail-on and gate are those of base", async () => {
    const mild = "rules: { intra-tier-dependency: off }\nfail-on: never\npreset: advisory\n";
    await open({}, { ".github/plan-gate.yml": mild });
    expect((await scene.run()).exitCode).toBe(1);
  });
});
