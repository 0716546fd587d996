import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { runCli } from "../cli/run-cli.js";
import { commit, put, repositoryOf } from "../cli/temporary-tree.js";

const page = readFileSync("docs/for-agents.md", "utf8");
const schema = JSON.parse(readFileSync("schema/report.schema.json", "utf8")) as Record<string, unknown>;

const plan = (tier: number, duration: string) =>
  [
    "| Phase | Tier | Depends on | Duration |",
    "|---|---|---|---|",
    "| 1 | 1 | none | 2 weeks |",
    `| 2 | 2 | 1 | ${duration} |`,
    `| 3 | ${tier} | 2 | 1 week |`,
    "",
  ].join("\n");

describe("docs/for-agents.md", () => {
  it("has a program that turns a closed gate into an open one", () => {
    const folder = repositoryOf({ "docs/PLAN.md": plan(3, "3 weeks") });
    put(folder, { "docs/PLAN.md": plan(2, "3 weeks") });
    commit(folder);
    const script = /```js apply-edits\.mjs\n([\s\S]*?)```/.exec(page)![1]!;
    writeFileSync(join(folder, "apply-edits.mjs"), script);
    const ask = () => runCli(["check", "--base", "HEAD~1", "--format", "json"], folder);
    const closed = ask();
    expect(closed.exitCode).toBe(1);
    const { status, stderr } = spawnSync(process.execPath, ["apply-edits.mjs"], { cwd: folder, input: closed.stdout });
    expect([status, String(stderr)]).toEqual([0, ""]);
    expect(readFileSync(join(folder, "docs/PLAN.md"), "utf8")).toBe(plan(3, "3 weeks"));
    expect(ask().exitCode).toBe(0);
  });

  it("names fields that the report has", () => {
    const named = new Set([...page.matchAll(/^\| `(?:findings\[\])?\.?([\w.[\]]+)`/gm)].map((match) => match[1]!));
    const names = [...named].flatMap((path) => path.split(/[.[\]]+/)).filter((name) => name !== "");
    expect(names.length).toBeGreaterThan(10);
    const known = JSON.stringify(schema);
    expect(names.filter((name) => !known.includes(`"${name}"`))).toEqual([]);
  });

  it("names commands and options that there are", () => {
    const commands = [...page.matchAll(/(?:`plan-gate|npx plan-gate|index\.js) ([a-z]+)/g)].map((match) => match[1]!);
    expect(commands.length).toBeGreaterThan(5);
    for (const command of new Set(commands)) {
      const { exitCode, stdout } = runCli([command, "--help"], resolve("."));
      expect([command, exitCode]).toEqual([command, 0]);
      for (const [, option] of page.matchAll(new RegExp(`plan-gate ${command} [^\`\\n]*?(--[a-z-]+)`, "g")))
        expect(stdout).toContain(option);
    }
  });
});
