import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "@jest/globals";
import { BAD_PLAN, GOOD_PLAN } from "./plans.js";
import { nodeUnderTest, runCli, type CliResult } from "./run-cli.js";
import { commit, folderOf, git, put, repositoryOf } from "./temporary-tree.js";

interface ReportJson {
  readonly verdict: { readonly outcome: string; readonly asOf: string; readonly failOn: string; readonly gate: string };
  readonly findings: readonly { readonly ruleId: string; readonly isNew: boolean; readonly place: { path: string } }[];
  readonly plans: readonly { readonly name: string; readonly documents: string[]; readonly change: unknown }[];
  readonly remarks: readonly string[];
}

function reportOf(result: CliResult): ReportJson {
  expect(result.stderr).toBe("");
  return JSON.parse(result.stdout) as ReportJson;
}

const check = (cwd: string, ...args: string[]): CliResult => runCli(["check", ...args], cwd);
const checkJson = (cwd: string, ...args: string[]): ReportJson => reportOf(check(cwd, ...args, "--format", "json"));

function expectTrouble({ exitCode, stdout, stderr }: CliResult, message: RegExp): void {
  expect(stderr).toMatch(message);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toMatch(/^plan-gate: .*\n(?: {2}at .*\n)? {2}To mend it: .+\n$/s);
  expect(stderr).not.toMatch(/^ +at .*(?:[.]js|node:)/m);
}

test("the tests run the Node they are meant to", () => {
  const { stdout } = spawnSync(nodeUnderTest, ["--version"], { encoding: "utf8" });
  expect(stdout).toMatch(new RegExp(`^v${process.env["NODE_UNDER_TEST_MAJOR"] ?? "\\d+"}\\.`));
});

describe("exit codes", () => {
  const folder = () => folderOf({ "good.md": GOOD_PLAN, "bad.md": BAD_PLAN });

  test("0 for a plan that passes, 1 for one that fails, with the report on standard output alone", () => {
    const cwd = folder();
    expect(check(cwd, "good.md")).toMatchObject({ exitCode: 0, stderr: "" });
    const failed = check(cwd, "bad.md");
    expect(failed).toMatchObject({ exitCode: 1, stderr: "" });
    expect(failed.stdout).toContain("intra-tier-dependency");
    expect(failed.stdout).not.toContain("\u001b");
  });

  test("--fail-on decides what fails", () => {
    const cwd = folder();
    expect(check(cwd, "bad.md", "--fail-on", "never").exitCode).toBe(0);
    expect(check(cwd, "bad.md", "--fail-on", "warning").exitCode).toBe(1);
  });

  test("2 for wrong use, without a stack", () => {
    const cwd = folder();
    expectTrouble(check(cwd, "--fial-on", "error"), /Did you mean --fail-on\?/);
    expectTrouble(runCli([], cwd), /needs a command/);
    expectTrouble(check(cwd, "nothing.md"), /no file nothing\.md/);
    expectTrouble(check(cwd, "*.txt"), /No file matches \*\.txt/);
  });

  test("70 for a bug of ours, with a stack and a word on reporting it", () => {
    const cwd = folder();
    const breaking = "JSON.stringify = () => { throw new Error('broken on purpose'); }";
    put(cwd, { "break.mjs": breaking });
    const program = [
      `--import=${new URL(`file://${join(cwd, "break.mjs")}`).href}`,
      join(process.cwd(), "dist/cli/index.js"),
    ];
    const args = [...program, "check", "good.md", "--format", "json"];
    const { status, stdout, stderr } = spawnSync(nodeUnderTest, args, { cwd, encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 70, stdout: "" });
    expect(stderr).toMatch(/bug of its own[^]*report it[^]*broken on purpose\n\s+at /);
  });
});

describe("help and version", () => {
  test("--version is the package's", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(runCli(["--version"], ".")).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: "" });
  });

  test.each([[["--help"]], [["check", "--help"]], [["read", "--help"]]])("%j shows usage and examples", (args) => {
    const { exitCode, stdout, stderr } = runCli(args, ".");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(/Usage:[^]*Examples:/);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
  });
});

describe("which documents", () => {
  test("without names: what the configuration takes for plans, in the whole repository", () => {
    const cwd = repositoryOf({
      ".github/plan-gate.yml": "plans: ['plans/*.md']\n",
      ".gitignore": "ignored/\n",
      "plans/a.md": GOOD_PLAN,
      "plans/b.md": GOOD_PLAN,
      "ignored/plans/c.md": GOOD_PLAN,
      "other.md": BAD_PLAN,
      "deep/er/x.txt": "",
    });
    expect(checkJson(cwd).plans.map(({ name }) => name)).toEqual(["plans/a.md", "plans/b.md"]);
    expect(checkJson(join(cwd, "deep/er")).plans).toHaveLength(2);
  });

  test("files, folders and globs; each once", () => {
    const cwd = folderOf({ "docs/a-plan.md": GOOD_PLAN, "docs/b-plan.md": GOOD_PLAN, "docs/notes.md": "# Notes\n" });
    const names = (...files: string[]) => checkJson(cwd, ...files).plans.map(({ name }) => name);
    expect(names("docs")).toEqual(["docs/a-plan.md", "docs/b-plan.md"]);
    expect(names("docs/*.md")).toEqual(["docs/a-plan.md", "docs/b-plan.md", "docs/notes.md"]);
    expect(names("docs/b-plan.md", "docs", "./docs/b-plan.md")).toEqual(["docs/b-plan.md", "docs/a-plan.md"]);
    expect(names(join(cwd, "docs/a-plan.md"))).toEqual(["docs/a-plan.md"]);
  });

  test("a document of a configured plan brings the whole plan", () => {
    const cwd = folderOf({
      ".github/plan-gate.yml": "plans:\n  - name: Product\n    documents: [one.md, two.md]\n",
      "one.md": GOOD_PLAN,
      "two.md": "# Notes\n",
      "three.md": GOOD_PLAN,
    });
    expect(checkJson(cwd, "two.md", "three.md").plans).toMatchObject([
      { name: "Product", documents: ["one.md", "two.md"] },
      { name: "three.md", documents: ["three.md"] },
    ]);
  });

  test("- is standard input", () => {
    const cwd = folderOf({});
    expect(runCli(["check", "-"], cwd, { input: BAD_PLAN })).toMatchObject({ exitCode: 1, stderr: "" });
    expect(runCli(["check", "-"], cwd, { input: "x".repeat(1_100_000) })).toMatchObject({ exitCode: 2 });
  });

  test("nothing that could be a plan", () => {
    const cwd = folderOf({ "notes.txt": "", "docs/notes.md": "# Notes\n" });
    expectTrouble(check(cwd), /No document matches/);
    expectTrouble(check(cwd, "docs"), /No document in docs matches/);
  });
});

describe("configuration", () => {
  const files = { ".github/plan-gate.yml": "rules: { intra-tier-dependency: 'off' }\n", "bad.md": BAD_PLAN };

  test("the usual file, none, another one", () => {
    const cwd = folderOf({ ...files, "mine.yml": "fail-on: never\n" });
    expect(check(cwd, "bad.md").exitCode).toBe(0);
    expect(check(cwd, "bad.md", "--no-config").exitCode).toBe(1);
    expect(checkJson(cwd, "bad.md", "--config", "mine.yml").verdict).toMatchObject({ failOn: "never" });
    expectTrouble(check(cwd, "bad.md", "--config", "none.yml"), /no configuration file none\.yml/);
  });

  test("a mistake in it is shown with its place", () => {
    const cwd = folderOf({ "PLAN.md": GOOD_PLAN, ".github/plan-gate.yml": "gate: new\nfial-on: error\n" });
    expectTrouble(check(cwd), /fial-on[^]*at \.github\/plan-gate\.yml:2:1/);
  });

  test("--gate and --as-of", () => {
    const cwd = folderOf(files);
    expect(checkJson(cwd, "bad.md", "--gate", "all", "--as-of", "2024-02-29").verdict).toMatchObject({
      gate: "all",
      asOf: "2024-02-29",
    });
  });
});

describe("--base with a revision", () => {
  test("what the revision has already does not fail", () => {
    const cwd = repositoryOf({ "PLAN.md": BAD_PLAN });
    put(cwd, { "PLAN.md": `${BAD_PLAN}\nMore text.\n` });
    expect(check(cwd, "PLAN.md").exitCode).toBe(1);
    expect(check(cwd, "PLAN.md", "--base", "main").exitCode).toBe(0);
    expect(checkJson(cwd, "PLAN.md", "--base", "HEAD").findings).toContainEqual(
      expect.objectContaining({ ruleId: "intra-tier-dependency", isNew: false }),
    );
    expect(check(cwd, "PLAN.md", "--base", "main", "--gate", "all").exitCode).toBe(1);
  });

  test("a document that the revision does not have is compared with nothing, and the report says so", () => {
    const cwd = repositoryOf({ "PLAN.md": GOOD_PLAN });
    put(cwd, { "new-plan.md": BAD_PLAN });
    const report = checkJson(cwd, "--base", "main");
    expect(report.plans.map(({ name, change }) => [name, change !== null])).toEqual([
      ["PLAN.md", true],
      ["new-plan.md", false],
    ]);
    expect(report.remarks).toContainEqual(expect.stringMatching(/^new-plan\.md is not in main/));
  });

  test("from a folder below the root, paths are those of the repository", () => {
    const cwd = repositoryOf({ "docs/PLAN.md": GOOD_PLAN });
    const report = checkJson(join(cwd, "docs"), "PLAN.md", "--base", "main");
    expect(report.plans).toMatchObject([{ name: "docs/PLAN.md", change: expect.any(Object) as object }]);
    expect(report.remarks).toEqual([]);
  });

  test("plans are judged by the configuration of the revision, not by a changed one", () => {
    const cwd = repositoryOf({ "PLAN.md": GOOD_PLAN, ".github/plan-gate.yml": "fail-on: error\n" });
    put(cwd, { "PLAN.md": BAD_PLAN, ".github/plan-gate.yml": "fail-on: never\n" });
    const report = checkJson(cwd, "--base", "main");
    expect(report.verdict).toMatchObject({ outcome: "fail", failOn: "error" });
    expect(report.remarks).toContainEqual(expect.stringMatching(/plan-gate\.yml differs .* judged by that of main/));
  });

  test("a configuration that the revision does not have does not count yet", () => {
    const cwd = repositoryOf({ "PLAN.md": GOOD_PLAN });
    put(cwd, { "PLAN.md": BAD_PLAN, ".github/plan-gate.yml": "fail-on: never\n" });
    const report = checkJson(cwd, "--base", "main");
    expect(report.verdict.failOn).toBe("error");
    expect(report.remarks).toContainEqual(expect.stringMatching(/built-in defaults, because main has none/));
    expect(checkJson(cwd, "--base", "main", "--config", ".github/plan-gate.yml").verdict.failOn).toBe("never");
  });

  test("a plan that is gone is told; the last plan may not go", () => {
    const cwd = repositoryOf({ "PLAN.md": GOOD_PLAN, "other-plan.md": GOOD_PLAN });
    rmSync(join(cwd, "other-plan.md"));
    expect(checkJson(cwd, "--base", "main").remarks).toContainEqual(
      expect.stringMatching(/^other-plan\.md is in main/),
    );
    rmSync(join(cwd, "PLAN.md"));
    expectTrouble(check(cwd, "--base", "main"), /No plan is left; main has PLAN\.md, other-plan\.md/);
  });

  test("what is no revision is refused before git sees it as something else", () => {
    const cwd = repositoryOf({ "PLAN.md": GOOD_PLAN });
    expectTrouble(check(cwd, "--base", "nope"), /revision "nope" is not in this repository/);
    expectTrouble(check(cwd, "--base=--output=/tmp/x"), /no name of a revision/);
    expectTrouble(check(cwd, "--base", "HEAD:PLAN.md"), /not in this repository/);
    expectTrouble(check(cwd, "--base", "main --exec"), /no name of a revision/);
    expectTrouble(check(cwd, "--base", "$(touch x)"), /no name of a revision/);
    expectTrouble(check(folderOf({ "PLAN.md": GOOD_PLAN }), "--base", "main"), /revision "main" is not in/);
  });

  test("a name of both a revision and a file has to be made clear", () => {
    const cwd = repositoryOf({ "PLAN.md": GOOD_PLAN, "main/PLAN.md": GOOD_PLAN });
    expectTrouble(check(cwd, "PLAN.md", "--base", "main"), /revision as well as a file/);
    expect(check(cwd, "PLAN.md", "--base", "./main").exitCode).toBe(0);
    expect(check(cwd, "PLAN.md", "--base", "refs/heads/main").exitCode).toBe(0);
  });

  test("a commit, a tag, a packed repository, a moved one", () => {
    const cwd = repositoryOf({ "PLAN.md": GOOD_PLAN });
    git(cwd, "tag", "v1");
    put(cwd, { "PLAN.md": BAD_PLAN });
    commit(cwd);
    git(cwd, "gc", "--quiet");
    for (const base of ["v1", "HEAD~1", git(cwd, "rev-parse", "v1").trim()]) {
      expect(checkJson(cwd, "PLAN.md", "--base", base).verdict.outcome).toBe("fail");
    }
  });
});

describe("--base with a file or a folder", () => {
  test("a file for one document", () => {
    const cwd = folderOf({ "new.md": BAD_PLAN, "old.md": BAD_PLAN, "good.md": GOOD_PLAN });
    expect(check(cwd, "new.md", "--base", "old.md").exitCode).toBe(0);
    expect(check(cwd, "new.md", "--base", "good.md").exitCode).toBe(1);
    expectTrouble(check(cwd, "new.md", "good.md", "--base", "old.md"), /one file for 2 documents/);
    expectTrouble(check(cwd, "new.md", "--base", "./none.md"), /no file or folder \.\/none\.md/);
  });

  test("a folder with the same paths", () => {
    const cwd = folderOf({ "head/a-plan.md": BAD_PLAN, "head/in/b-plan.md": BAD_PLAN, "old/a-plan.md": BAD_PLAN });
    const report = checkJson(cwd, "head/**/*.md", "--base", "old");
    expect(report.plans.map(({ change }) => change !== null)).toEqual([false, false]);
    expect(checkJson(cwd, "head/a-plan.md", "--base", "old").verdict.outcome).toBe("pass");
    put(cwd, { "old/head/in/b-plan.md": GOOD_PLAN });
    expect(checkJson(cwd, "head/in/b-plan.md", "--base", "old").plans[0]?.change).not.toBeNull();
  });

  test("a folder against a folder", () => {
    const cwd = folderOf({ "new/docs/plan-a.md": BAD_PLAN, "old/docs/plan-a.md": BAD_PLAN });
    const config = ["--config", "all.yml"];
    put(cwd, { "all.yml": "plans: ['**/*.md']\n" });
    expect(checkJson(cwd, "new", "--base", "old", ...config).verdict.outcome).toBe("pass");
  });
});

test("a folder with head/ and base/ is an example: report, and the comment below it", () => {
  const cwd = folderOf({ "x/head/PLAN.md": BAD_PLAN, "x/base/PLAN.md": GOOD_PLAN });
  const { exitCode, stdout } = check(cwd, "x");
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/Plan gate failed[^]*Changes against base[^]*── the comment on the pull request ─+\n\n###? /);
  expect(checkJson(cwd, "x").plans).toMatchObject([{ name: "PLAN.md", documents: ["PLAN.md"] }]);
  expect(check(cwd, "x/head/PLAN.md").stdout).not.toContain("the comment on");
  expect(check(cwd, "x/head/PLAN.md", "--comment").stdout).toContain("the comment on");
});

test("what is printed as JSON is what its schema describes", () => {
  const cwd = folderOf({ "head/PLAN.md": BAD_PLAN, "base/PLAN.md": GOOD_PLAN });
  const printed = {
    "report.schema.json": check(cwd, ".", "--format", "json").stdout,
    "read.schema.json": runCli(["read", "head/PLAN.md", "--format", "json"], cwd).stdout,
  };
  for (const [schema, text] of Object.entries(printed)) {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
    const validate = ajv.compile(JSON.parse(readFileSync(`schema/${schema}`, "utf8")) as object);
    validate(JSON.parse(text));
    expect(validate.errors).toBeNull();
  }
});

test("--format markdown is the comment alone", () => {
  const { stdout } = check(folderOf({ "a.md": GOOD_PLAN }), "a.md", "--format", "markdown");
  expect(stdout).toMatch(/^(<!--.*-->\n)?#+ /);
});

describe("read", () => {
  test("as JSON: all documents as one plan, with every field that scripts rely on", () => {
    const cwd = folderOf({ "a.md": GOOD_PLAN });
    const { exitCode, stdout, stderr } = runCli(["read", "a.md", "--format", "json"], cwd);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const read = JSON.parse(stdout) as Record<string, unknown[]>;
    expect(Object.keys(read)).toEqual([
      "schemaVersion",
      "phases",
      "services",
      "locks",
      "announcements",
      "claims",
      "notices",
    ]);
    expect(read["phases"]?.[1]).toMatchObject({
      id: "2",
      label: "Phase 2",
      kind: "phase",
      title: "Part 2",
      parent: null,
      tier: { declared: 2 },
      dependsOn: [{ id: "1", evidence: "explicit", satisfied: false, note: null }],
      unresolved: [],
      duration: { low: 3, high: 3, weeks: 3, text: "3 weeks", fromWindow: false },
      window: null,
      status: "unknown",
      progressPercent: null,
      remainingWeeks: 3,
      modifies: [],
      outputs: [],
      requires: [],
      parallelWith: [],
    });
    expect(runCli(["read", "a.md", "--format", "json"], cwd).stdout).toBe(stdout);
  });

  test("as text: a line a phase, and nothing is judged", () => {
    const { exitCode, stdout } = runCli(["read", "a.md"], folderOf({ "a.md": BAD_PLAN }));
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^2 phases.*\n {2}1 .*tier 1 .*a\.md:3\n {2}2 .*after 1/);
  });
});

describe("hostile input", () => {
  const onPosix = process.platform === "win32" ? test.skip : test;

  onPosix("file names are names, whatever is in them", () => {
    const names = ["--version", "-rf", "$(touch owned).md", "a b;c|d&.md", "'\"`.md", "ünï-plan.md", "*.md", "[x].md"];
    const cwd = repositoryOf(Object.fromEntries(names.map((name) => [name, GOOD_PLAN])));
    const report = reportOf(check(cwd, "--base", "main", "--format", "json", "--", ...names));
    expect(report.plans.map(({ name, change }) => [name, change !== null])).toEqual(names.map((name) => [name, true]));
    expect(report.remarks).toEqual([]);
    expect(() => readFileSync(join(cwd, "owned"))).toThrow(/ENOENT/);
  });

  onPosix("control characters in names and documents do not reach the terminal", () => {
    const cwd = folderOf({ "a\u001b[31m\u0007.md": "# \u001b[31mPlan\n\n## Phase 1: \u001b]0;x\u0007\u202e\n" });
    const { stdout, stderr } = check(cwd, "*.md");
    const read = runCli(["read", "*.md"], cwd);
    const missing = check(cwd, "\u001b[31mnone\u0007");
    for (const text of [stdout, stderr, read.stdout, read.stderr, missing.stderr]) {
      expect(text.replace(/[\n\t]/g, "")).not.toMatch(/[\p{Cc}\u202e]/u);
    }
  });

  onPosix("links that lead out of the tree are refused, links inside are read", () => {
    const secret = folderOf({ "secret.md": BAD_PLAN });
    const cwd = folderOf({ "real-plan.md": GOOD_PLAN });
    symlinkSync("real-plan.md", join(cwd, "inner-plan.md"));
    expect(check(cwd, "inner-plan.md").exitCode).toBe(0);
    symlinkSync(join(secret, "secret.md"), join(cwd, "outer-plan.md"));
    expectTrouble(check(cwd, "outer-plan.md"), /symbolic link that leads out/);
    expectTrouble(check(cwd), /symbolic link that leads out/);
  });

  onPosix("a link in a revision is not followed", () => {
    const cwd = repositoryOf({ "real-plan.md": GOOD_PLAN });
    symlinkSync("real-plan.md", join(cwd, "PLAN.md"));
    commit(cwd);
    expect(checkJson(cwd, "PLAN.md", "--base", "main").remarks).toContainEqual(
      expect.stringMatching(/^PLAN\.md is a symbolic link at main/),
    );
  });

  test("a file outside of the tree may be named, relative or in full", () => {
    const cwd = folderOf({ "in/x.md": GOOD_PLAN, "plan.md": GOOD_PLAN });
    expect(checkJson(join(cwd, "in"), "../plan.md").plans[0]?.name).toBe("../plan.md");
    const report = checkJson(join(cwd, "in"), join(cwd, "plan.md"));
    expect(report.plans[0]?.name.endsWith("/plan.md")).toBe(true);
    expectTrouble(check(cwd, ""), /no name of a file/);
    expectTrouble(check(cwd, "x".repeat(5000)), /no file/);
  });

  test("a document of more than 1 MiB is refused on disk and in a revision", () => {
    const cwd = repositoryOf({ "PLAN.md": `${GOOD_PLAN}${"x".repeat(1_100_000)}` });
    expectTrouble(check(cwd, "PLAN.md"), /at most 1024 KiB are read/);
    put(cwd, { "PLAN.md": GOOD_PLAN });
    expectTrouble(check(cwd, "PLAN.md", "--base", "main"), /at most 1024 KiB are read/);
  });

  test("what is not UTF-8 is read as far as it goes, and the report says so", () => {
    const bytes = Buffer.concat([Buffer.from(GOOD_PLAN), Buffer.from([0xff, 0xfe, 0x0a])]);
    const cwd = repositoryOf({ "PLAN.md": bytes });
    const { remarks } = checkJson(cwd, "PLAN.md", "--base", "main");
    expect(remarks).toEqual([
      expect.stringMatching(/^PLAN\.md is not valid UTF-8/),
      expect.stringMatching(/^PLAN\.md is not valid UTF-8.*\(at main\)\.$/),
    ]);
  });

  test("a repository cannot have commands run", () => {
    const cwd = repositoryOf({ "PLAN.md": GOOD_PLAN });
    const touch = `${JSON.stringify(process.execPath)} -e "require('fs').writeFileSync('owned','')" #`;
    git(cwd, "config", "core.fsmonitor", touch);
    git(cwd, "config", "core.pager", touch);
    put(cwd, { ".gitattributes": "*.md filter=x diff=x\n" });
    git(cwd, "config", "filter.x.smudge", touch);
    git(cwd, "config", "diff.x.textconv", touch);
    expect(check(cwd, "--base", "main").exitCode).toBe(0);
    expect(() => readFileSync(join(cwd, "owned"))).toThrow(/ENOENT/);
  });

  test("a folder where a plan was, a repository without a commit", () => {
    const cwd = repositoryOf({ "PLAN.md": GOOD_PLAN, "keep-plan.md": GOOD_PLAN });
    renameSync(join(cwd, "PLAN.md"), join(cwd, "moved.txt"));
    mkdirSync(join(cwd, "PLAN.md"));
    expect(checkJson(cwd).plans.map(({ name }) => name)).toEqual(["keep-plan.md"]);
    const empty = folderOf({ "PLAN.md": GOOD_PLAN });
    git(empty, "init", "--quiet", "--initial-branch=main");
    expect(check(empty).exitCode).toBe(0);
    expectTrouble(check(empty, "--base", "main"), /revision "main" is not in/);
  });
});

const onShell = process.platform === "win32" ? test.skip : test;

onShell("a reader that goes away is no error", () => {
  const cwd = folderOf({ "a.md": GOOD_PLAN });
  const bundle = join(process.cwd(), "dist/cli/index.js");
  const script = `"$0" "$1" check a.md --comment | true; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync("bash", ["-c", script, nodeUnderTest, bundle], { cwd, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(stdout.trim()).toMatch(/^[01]$/);
});
