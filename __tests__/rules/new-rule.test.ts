import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { ruleIds } from "../../src/rules/index.js";

const SCRIPT = resolve("scripts/new-rule.mjs");

describe("scripts/new-rule.mjs", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "new-rule-"));
    cpSync("src/rules", join(folder, "src/rules"), { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const run = (...args: string[]) => spawnSync(process.execPath, [SCRIPT, ...args], { cwd: folder, encoding: "utf8" });
  const registry = () => readFileSync(join(folder, "src/rules/index.ts"), "utf8");

  it("writes rule, test and page, and registers the rule in order", () => {
    expect(run("no-todo-phase")).toMatchObject({ status: 0, stderr: "" });
    for (const path of [
      "src/rules/no-todo-phase.ts",
      "__tests__/rules/no-todo-phase.test.ts",
      "docs/rules/no-todo-phase.md",
    ]) {
      expect(readFileSync(join(folder, path), "utf8")).toMatch(/no-?todo-?phase/i);
    }
    const listed = [...registry().matchAll(/from "\.\/([a-z-]+)\.js"/g)].map((match) => match[1]);
    expect(listed).toEqual([...ruleIds, "no-todo-phase", "rule"].sort());
    expect(registry().match(/^ {2}noTodoPhase,$/gm)).toHaveLength(1);
  });

  it.each([[], ["Nope"], ["one"], ["two-words", "more"], ["tier-zero"]])(
    "refuses %j %j and writes nothing",
    (...args) => {
      const before = registry();
      expect(run(...args).status).toBe(2);
      expect(registry()).toBe(before);
    },
  );
});
