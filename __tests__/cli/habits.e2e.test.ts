import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { nodeUnderTest, runCli } from "./run-cli.js";
import { commit, folderOf, git, put, repositoryOf } from "./temporary-tree.js";

const page = readFileSync("docs/command-line.md", "utf8");
const plan = (weeks: string): string =>
  [
    "# Plan",
    "",
    "| Phase | Name | Tier | Depends on | Duration |",
    "| --- | --- | --- | --- | --- |",
    "| 1 | Quay | 0 | none | 3 weeks |",
    `| 2 | Import | 1 | 1 | ${weeks} |`,
    "",
  ].join("\n");
const WRONG = plan("1 week").replace("| 1 | 1 | 1 week", "| 1 | 9 | 1 week");

test("diff shows what its page shows", () => {
  const folder = repositoryOf({ "docs/PLAN.md": plan("1 week") });
  git(folder, "checkout", "--quiet", "-b", "branch");
  put(folder, { "docs/PLAN.md": plan("3 weeks") });
  commit(folder);
  const { exitCode, stdout, stderr } = runCli(["diff", "main..HEAD"], folder);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(page).toContain(`$ plan-gate diff main..HEAD\n${stdout}\`\`\``);
  expect(runCli(["diff", "main", "-", "-q"], folder, { input: plan("2 weeks") }).stdout).toMatch(
    /^main → standard input\n/,
  );
});

test("graph draws in every format, and marks what differs from base", () => {
  const folder = folderOf({ "PLAN.md": plan("3 weeks"), "old.md": plan("1 week") });
  expect(runCli(["graph", "PLAN.md"], folder).stdout).toMatch(/^flowchart LR\n {2}n0\["Phase 1/);
  expect(runCli(["graph", "PLAN.md", "--base", "old.md"], folder).stdout).toContain('3 weeks"]:::both\n');
  expect(runCli(["graph", "-", "--format", "dot"], folder, { input: plan("1 week") }).stdout).toMatch(
    /^digraph plan {/,
  );
  expect(runCli(["graph", "PLAN.md", "--format", "svg"], folder).stdout).toMatch(/^<svg [^]*<\/svg>\n$/);
});

test.each(["config", "diff", "doctor", "explain", "read", "report", "schedule"])(
  "schema %s is the one published",
  (name) => {
    const { stdout } = runCli(["schema", name], ".");
    expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(`schema/${name}.schema.json`, "utf8")));
  },
);

test("completion prints a script, and what it offers can be run", () => {
  expect(runCli(["completion", "bash"], ".").stdout).toContain(
    "complete -o filenames -o bashdefault -F _plan_gate plan-gate",
  );
  expect(runCli(["completion"], ".").exitCode).toBe(2);
});

describe("a quiet check", () => {
  test("says nothing when it passes, and what fails when it does not", () => {
    const folder = folderOf({ "good.md": plan("1 week"), "bad.md": WRONG });
    expect(runCli(["check", "good.md", "--quiet"], folder)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    const { exitCode, stdout } = runCli(["check", "bad.md", "-q"], folder);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("unknown-dependency");
    expect(stdout).not.toContain("Judged as of");
  });
});

test("colours come where they are forced, and nowhere else", () => {
  const folder = folderOf({ "PLAN.md": plan("1 week") });
  const ask = (environment: Record<string, string>) =>
    new Promise<string>((done, fail) => {
      const child = spawn(nodeUnderTest, [resolve("dist/cli/index.js"), "check", "PLAN.md"], {
        cwd: folder,
        env: { PATH: process.env["PATH"], ...environment },
      });
      let stdout = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
      child.on("error", fail).on("close", () => done(stdout));
    });
  return Promise.all([
    expect(ask({ FORCE_COLOR: "1" })).resolves.toContain("\u001B[1;32m"),
    expect(ask({})).resolves.not.toContain("\u001B"),
  ]);
});

test("a watched plan is checked again when it is saved, and Ctrl-C ends well", async () => {
  const folder = folderOf({ "PLAN.md": plan("1 week") });
  const child = spawn(nodeUnderTest, [resolve("dist/cli/index.js"), "check", "PLAN.md", "--watch"], { cwd: folder });
  let output = "";
  const until = async (pattern: RegExp) => {
    while (!pattern.test(output)) await new Promise((done) => child.once("heard", done));
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      child.emit("heard");
    });
  }
  const ended = new Promise((done) => child.once("close", (code, signal) => done(code ?? signal)));
  try {
    await until(/passed[^]*watching; Ctrl-C ends it/);
    put(folder, { "PLAN.md": WRONG });
    await until(/── \d\d:\d\d:\d\d ─[^]*Plan gate failed/);
    put(folder, { "PLAN.md": `${WRONG}\n` });
    await until(/: as before ─/);
    child.kill("SIGINT");
    expect(await ended).toBe(0);
  } finally {
    child.kill("SIGKILL");
  }
});
