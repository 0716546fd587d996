import { afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { buildOnce, expectTidy, planText, Scene } from "./scene.js";

const waiting = (text: string) => planText().replace("**Depends on**: Phase 1", `**Depends on**: Phase 1, ${text}`);

const FLEET = `# Fleet

## Phase 8: Boats

- **Tier**: 1
- **Duration**: 4 weeks
- **Status**: in progress
`;

describe("a phase that waits for one of another repository", () => {
  let scene: Scene;
  const open = async (text: string) => (scene = await Scene.open({ head: { "docs/PLAN.md": waiting(text) } }));
  beforeAll(buildOnce, 120_000);
  afterEach(() => scene.close());

  it("is told what has become of it on the default branch there", async () => {
    await open("octo/fleet#Phase 8");
    scene.github.repository("octo/fleet", { files: { "docs/PLAN.md": FLEET }, defaultBranch: "trunk" });
    const run = await scene.run();
    expectTidy(run);
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain("Phase 2 waits for octo/fleet#Phase 8, a phase of another repository");
    expect(run.stdout).toContain("there it is in progress");
    expect(run.outputs["tiers"]).toContain('"tiers":');
  });

  it("is not told of a plan that the other repository's own configuration does not have", async () => {
    await open("octo/fleet#Phase 8");
    scene.github.repository("octo/fleet", {
      files: { "docs/PLAN.md": FLEET, ".github/plan-gate.yml": "plans: [boats.md]\n" },
    });
    const run = await scene.run();
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain("is not known");
  });

  it("changes nothing where that repository cannot be read, is broken, or is not there", async () => {
    await open("octo/none#Phase 8, octo/fleet#Phase 8");
    scene.github.repository("octo/fleet", { files: { ".github/plan-gate.yml": "nonsense: [" } });
    const run = await scene.run();
    expectTidy(run);
    expect(run.exitCode).toBe(0);
    expect(run.stdout.match(/is not known/g)).toHaveLength(2);
  });

  it("tells of a repository that is not public only what base asks for already", async () => {
    await open("octo/fleet#Phase 8");
    scene.github.repository("octo/fleet", { files: { "docs/PLAN.md": FLEET }, private: true });
    expect((await scene.run()).stdout).toContain("is not known");
    scene.repository.merge("main", scene.pull.headSha);
    scene.push({ "docs/PLAN.md": `${waiting("octo/fleet#Phase 8")}\nA word more.\n` });
    expect((await scene.run()).stdout).toContain("there it is in progress");
  });

  it("asks nobody where no plan names one", async () => {
    await open("octo/fleet#8");
    const { requests } = await scene.count();
    expect(requests.filter(({ path }) => path.includes("octo/fleet"))).toEqual([]);
  });

  it("asks three other repositories at most, whatever a plan names", async () => {
    await open(Array.from({ length: 9 }, (_, index) => `octo/fleet-${index}#Phase 8`).join(", "));
    const { run, requests } = await scene.count();
    expect(run.exitCode).toBe(0);
    expect(requests.filter(({ path }) => path.includes("octo/fleet-"))).toHaveLength(3);
  });
});

describe("a configuration of another repository", () => {
  let scene: Scene;
  beforeAll(buildOnce, 120_000);
  afterEach(() => scene.close());

  it("is in force in place of this one's, and is red where it is not there", async () => {
    scene = await Scene.open({ base: { "docs/PLAN.md": planText(), ".github/plan-gate.yml": "fail-on: error\n" } });
    scene.github.repository("octo/policies", { files: { "gate.yml": "fail-on: never\n" } });
    const shared = await scene.run({ "config-file": "octo/policies/gate.yml@main" });
    expectTidy(shared);
    expect(shared.exitCode).toBe(0);
    expect(shared.outputs["errors"]).toBe("1");
    expect(shared.stdout).toContain("The configuration in force is octo/policies/gate.yml@main");
    const missing = await scene.run({ "config-file": "octo/policies/gate.yml@v9" });
    expectTidy(missing);
    expect(missing.exitCode).toBe(1);
    expect(missing.summary).toContain("could not judge this change");
  });
});
