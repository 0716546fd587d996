import { describe, expect, test } from "@jest/globals";
import { BAD_PLAN, GOOD_PLAN } from "./plans.js";
import { runCli, type CliResult } from "./run-cli.js";
import { folderOf, put, repositoryOf } from "./temporary-tree.js";

function expectTrouble({ exitCode, stdout, stderr }: CliResult, message: RegExp): void {
  expect(stderr).toMatch(message);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toMatch(/^plan-gate: .*\n(?: {2}at .*\n)? {2}To mend it: .+\n$/s);
}

function answerOf({ exitCode, stdout, stderr }: CliResult): string {
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return stdout;
}

test.each(["check", "schedule", "explain"])("%s --help shows usage and examples in 120 columns", (command) => {
  const help = answerOf(runCli([command, "--help"], "."));
  expect(help).toMatch(/Usage:[^]*Examples:/);
  expect(Math.max(...help.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
});

describe("what if", () => {
  test("the exit code is by the verdict on what was tried", () => {
    const cwd = folderOf({ "good.md": GOOD_PLAN, "bad.md": BAD_PLAN });
    const failed = runCli(["check", "good.md", "--set", "2.tier=1"], cwd);
    expect(failed).toMatchObject({ exitCode: 1, stderr: "" });
    expect(failed.stdout).toMatch(/^What if: Phase 2 is in Tier 1\.\n\n✖ .*1 error/);
    expect(answerOf(runCli(["check", "bad.md", "--set", "1.duration=8w"], cwd))).toContain("Already in the plan as");
    expect(runCli(["check", "bad.md", "--set", "1.duration=8w", "--gate", "all"], cwd).exitCode).toBe(1);
  });

  test("with a revision as base, head is tried", () => {
    const cwd = repositoryOf({ "PLAN.md": GOOD_PLAN });
    put(cwd, { "PLAN.md": GOOD_PLAN.replace("3 weeks", "4 weeks") });
    const stdout = answerOf(runCli(["check", "--base", "main", "--set", "1.duration=9w", "--format", "json"], cwd));
    const report = JSON.parse(stdout) as { whatIf: unknown; plans: { change: { criticalPathWeeks: unknown } }[] };
    expect(report.whatIf).toMatchObject({ against: "base" });
    expect(report.plans[0]!.change.criticalPathWeeks).toEqual({ base: 8, head: 13 });
  });

  test("what names nothing is wrong use", () => {
    const cwd = folderOf({ "a.md": GOOD_PLAN, "b.md": GOOD_PLAN });
    expectTrouble(runCli(["check", "a.md", "--drop", "20"], cwd), /There is no phase "20"\. Did you mean 2\?/);
    expectTrouble(
      runCli(["schedule", "a.md", "b.md", "--drop", "2"], cwd),
      /Several plans have a phase "2": a\.md, b\.md/,
    );
    expectTrouble(runCli(["check", "a.md", "--set", "2.durtion=8w"], cwd), /Did you mean duration\?/);
    expect(answerOf(runCli(["schedule", "a.md", "b.md", "--drop", "b.md/2"], cwd))).toMatch(/^What if: .*\(b\.md\)/);
  });
});

describe("schedule", () => {
  const cwd = () => folderOf({ "good.md": GOOD_PLAN, "bad.md": BAD_PLAN });

  test("judges nothing", () => {
    expect(answerOf(runCli(["schedule", "bad.md"], cwd()))).toMatch(/^bad\.md: 8 weeks for the whole plan\n/);
  });

  test("in every format", () => {
    const folder = cwd();
    const of = (format: string) =>
      answerOf(runCli(["schedule", "good.md", "--format", format, "--agents", "1"], folder));
    expect(of("markdown")).toMatch(/^### good\.md: 8 weeks/);
    expect(of("mermaid")).toMatch(/^gantt\n/);
    expect(JSON.parse(of("json"))).toMatchObject({ schemaVersion: 1, plans: [{ weeks: 8, agents: { weeks: 8 } }] });
  });

  test("of an example, its head", () => {
    const folder = folderOf({ "x/head/docs/PLAN.md": GOOD_PLAN, "x/base/docs/PLAN.md": BAD_PLAN });
    expect(answerOf(runCli(["schedule", "x"], folder))).toMatch(/^docs\/PLAN\.md: 8 weeks/);
    expectTrouble(runCli(["schedule", "nothing.md"], folder), /no file nothing\.md/);
  });
});

describe("explain", () => {
  test("a line, or some lines", () => {
    const cwd = folderOf({ "plan.md": GOOD_PLAN });
    const one = answerOf(runCli(["explain", "plan.md:3"], cwd));
    expect(one).toMatch(/^plan\.md:3 {2}## Phase 1: Part 1\n {2}Phase 1 "Part 1": definition, own section/);
    const some = JSON.parse(answerOf(runCli(["explain", "plan.md:1-3", "--format", "json"], cwd))) as {
      lines: unknown[];
    };
    expect(some.lines).toHaveLength(3);
  });

  test("with the other documents of its plan", () => {
    const cwd = repositoryOf({
      ".github/plan-gate.yml": "plans: [{ name: both, documents: ['*.md'] }]\n",
      "a.md": "## Phase 1: A\n**Depends on:** Phase 2\n",
      "b.md": "## Phase 2: B\n",
    });
    expect(answerOf(runCli(["explain", "a.md:2"], cwd))).toContain('"Phase 2" is Phase 2: dependency with phase 2');
    expect(answerOf(runCli(["explain", "a.md:2", "--no-config"], cwd))).toContain('"Phase 2": no dependency');
  });

  test("wrong use says what is wrong", () => {
    const cwd = folderOf({ "plan.md": GOOD_PLAN, "docs/PLAN.md": GOOD_PLAN, "docs/plan-b.md": GOOD_PLAN });
    expectTrouble(runCli(["explain", "plan.md"], cwd), /names no line/);
    expectTrouble(runCli(["explain", "plan.md:400"], cwd), /plan\.md has no line 400\.\n {2}at plan\.md:/);
    expectTrouble(runCli(["explain", "no.md:1"], cwd), /no file no\.md/);
    expectTrouble(runCli(["explain", "docs:1"], cwd), /docs names 2 documents/);
  });
});
