import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { completionScript } from "../../../src/io/cli/completion-script.js";
import { COMMAND_NAMES, COMMANDS, SHELLS } from "../../../src/io/cli/option-tables.js";

const folder = mkdtempSync(join(tmpdir(), "plan-gate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const isThere = (shell: string): boolean => spawnSync(shell, ["--version"]).status === 0;

function run(shell: string, args: readonly string[], script: string): string[] {
  const file = join(folder, `try.${shell}`);
  writeFileSync(file, script);
  const { stdout, stderr } = spawnSync(shell, [...args, file], { cwd: folder, encoding: "utf8", timeout: 20_000 });
  if (stderr) throw new Error(stderr);
  return stdout.split("\n").filter(Boolean).toSorted();
}

test.each(SHELLS)("the script for %s knows every command and option", (shell) => {
  const script = completionScript(shell);
  for (const name of COMMAND_NAMES) {
    expect(script).toContain(name);
    for (const option of Object.keys(COMMANDS[name].options)) expect(script).toContain(option);
  }
});

interface Case {
  readonly words: readonly string[];
  readonly offers: readonly string[];
}
const CASES: readonly Case[] = [
  { words: ["ch"], offers: ["check"] },
  { words: ["check", "--f"], offers: ["--fail-on", "--format"] },
  { words: ["check", "--format", ""], offers: ["json", "junit", "markdown", "sarif", "text"] },
  { words: ["schema", "r"], offers: ["read", "report"] },
  { words: ["explain", "tier-"], offers: ["tier-inversion", "tier-zero"] },
  { words: ["read", "my"], offers: ["my plan.md"] },
];
const withPlan = () => writeFileSync(join(folder, "my plan.md"), "# Plan\n");

// A shell that is not installed cannot be asked; bash is on every machine that builds this.
const inShell = (shell: string) => (isThere(shell) ? describe : describe.skip);

inShell("bash")("in bash", () => {
  test.each([...CASES, { words: ["check", "--format", "=", "js"], offers: ["json"] }])(
    "$words",
    ({ words, offers }) => {
      withPlan();
      const typed = ["plan-gate", ...words].map((word) => `'${word}'`).join(" ");
      const ask = `COMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _plan_gate; printf '%s\\n' "\${COMPREPLY[@]}"`;
      expect(run("bash", ["--norc"], `${completionScript("bash")}\n${ask}\n`)).toEqual(offers);
    },
  );
});

inShell("fish")("in fish", () => {
  test.each(CASES)("$words", ({ words, offers }) => {
    withPlan();
    const ask = `complete -C 'plan-gate ${words.join(" ")}'`;
    const offered = run("fish", ["--no-config"], `${completionScript("fish")}\n${ask}\n`);
    expect(offered.map((line) => line.split("\t")[0]!.replaceAll("\\", ""))).toEqual(offers);
  });
});

inShell("zsh")("in zsh", () => {
  test("the script is one that zsh can read", () => {
    expect(run("zsh", ["-n"], completionScript("zsh"))).toEqual([]);
  });
});
