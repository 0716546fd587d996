import { describe, expect, it } from "@jest/globals";
import { collectPlans } from "../../src/io/cli/collect-plans.js";
import type { CheckCommand } from "../../src/io/cli/command.js";
import { commit, put, repositoryOf } from "./temporary-tree.js";

const CONFIG = "plans:\n  - name: Ferry\n    documents: [plans/*.md]\n    status: docs/status.md\n";
const files = {
  ".github/plan-gate.yml": CONFIG,
  "plans/a.md": "# A\n",
  "docs/status.md": "# How far we are\n",
  "docs/PLAN.md": "# Another\n",
};

const check = (changed: Partial<CheckCommand> = {}): CheckCommand => ({
  kind: "check",
  files: [],
  base: null,
  config: { kind: "usual" },
  failOn: null,
  gate: null,
  asOf: null,
  whatIf: [],
  format: "json",
  comment: false,
  depth: false,
  watch: false,
  quiet: false,
  ...changed,
});

describe("the status document of a plan", () => {
  const collected = async (command: CheckCommand) => {
    const folder = repositoryOf(files);
    put(folder, { "docs/status.md": "# Further\n" });
    commit(folder);
    const { plans } = await collectPlans(command, folder, []);
    return plans.map(({ name, head, base, statusDocument }) => ({
      name,
      statusDocument,
      head: head.map(({ path }) => path),
      base: base?.map(({ text }) => text) ?? null,
    }));
  };
  const ferry = { name: "Ferry", statusDocument: "docs/status.md", head: ["plans/a.md", "docs/status.md"] };

  it("is one of its documents", async () => {
    expect(await collected(check())).toEqual([{ ...ferry, base: null }]);
  });

  it("brings the whole plan when it is named alone", async () => {
    expect(await collected(check({ files: ["docs/status.md"] }))).toEqual([{ ...ferry, base: null }]);
  });

  it("is compared with the one of base", async () => {
    const base = ["# A\n", "# How far we are\n"];
    expect(await collected(check({ base: "HEAD~1" }))).toEqual([{ ...ferry, base }]);
    expect(await collected(check({ base: "HEAD~1", files: ["plans/a.md"] }))).toEqual([{ ...ferry, base }]);
  });

  it("says nothing of other plans", async () => {
    expect(await collected(check({ files: ["docs/PLAN.md"] }))).toEqual([
      { name: "docs/PLAN.md", head: ["docs/PLAN.md"], base: null },
    ]);
  });
});

describe("the paths at head", () => {
  const pathsOf = async (config: string) => {
    const folder = repositoryOf({ ".github/plan-gate.yml": config, "docs/PLAN.md": "# A\n", "test/1-2.ts": "" });
    return (await collectPlans(check(), folder, ["missing-checkpoint"])).paths;
  };

  it("are listed only where some of them count", async () => {
    expect(await pathsOf("rules: { missing-checkpoint: { tests: 'test/{from}-{to}.ts' } }")).toContain("test/1-2.ts");
    expect(await pathsOf("{}")).toEqual([]);
  });
});
