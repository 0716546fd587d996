import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { runCli } from "../cli/run-cli.js";
import { commit, put, repositoryOf } from "../cli/temporary-tree.js";

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly args?: readonly string[];
  readonly language: string;
  readonly files: string;
  readonly pass_filenames: boolean;
}

const hooks = parse(readFileSync(".pre-commit-hooks.yaml", "utf8")) as readonly Hook[];
const hook = (id: string): Hook => hooks.find((one) => one.id === id)!;
/** As the program for hooks runs it: the entry's words, then the arguments; no file names. */
const run = (id: string, folder: string) => {
  const { entry, args = [] } = hook(id);
  return runCli([...entry.split(" ").slice(1), ...args], folder);
};

const plan = (tier: number) =>
  `| Phase | Tier | Depends on |\n|--|--|--|\n| 1 | 1 | none |\n| 2 | 2 | 1 |\n| 3 | ${tier} | 2 |\n`;

describe("the hooks for pre-commit", () => {
  it("have what the program asks of each, and run an entry of the package", () => {
    const bin = (JSON.parse(readFileSync("package.json", "utf8")) as { bin: Record<string, string> }).bin;
    for (const { id, entry, language, files, pass_filenames } of hooks) {
      expect(id).toMatch(/^[a-z-]+$/);
      expect(bin).toHaveProperty(entry.split(" ")[0]!);
      expect([language, pass_filenames]).toEqual(["node", false]);
      expect(() => new RegExp(files)).not.toThrow();
    }
  });

  it("start on plans and on the configuration", () => {
    const starts = (path: string) => new RegExp(hook("plan-gate").files).test(path);
    expect([".github/plan-gate.yml", "docs/PLAN.md", "plan-gate.yaml"].map(starts)).toEqual([true, true, true]);
    expect(["src/a.ts", "docs/plan.mdx", "my-plan-gate.yml"].map(starts)).toEqual([false, false, false]);
  });

  it("close a commit that brings a fault, and no other", () => {
    const folder = repositoryOf({ "docs/PLAN.md": plan(3) });
    put(folder, { "docs/PLAN.md": plan(2) });
    expect(run("plan-gate", folder).exitCode).toBe(1);
    commit(folder);
    put(folder, { "docs/PLAN.md": `${plan(2)}\nWords.\n` });
    expect(run("plan-gate", folder).exitCode).toBe(0);
  });

  it("bring managed sections up to date", () => {
    const section = "<!-- plan-gate:begin critical-path -->\n<!-- plan-gate:end critical-path -->\n";
    const folder = repositoryOf({ "docs/PLAN.md": `${plan(3)}\n${section}` });
    expect(run("plan-gate-sync", folder).exitCode).toBe(0);
    expect(readFileSync(`${folder}/docs/PLAN.md`, "utf8").length).toBeGreaterThan(plan(3).length + section.length + 1);
  });
});
