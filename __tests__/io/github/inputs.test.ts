import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { inputNames, readInputs } from "../../../src/io/github/inputs.js";
import { outputNames } from "../../../src/io/publish/outputs.js";

const action = parse(readFileSync("action.yml", "utf8")) as {
  inputs: Record<string, { description: string; default?: string; required?: boolean }>;
  outputs: Record<string, { description: string }>;
  runs: { using: string; main: string };
};

const read = (inputs: Record<string, string>) => readInputs((name) => ({ "github-token": "t", ...inputs })[name] ?? "");

describe("the action's inputs", () => {
  it("are those of action.yml, both ways, each described and none required", () => {
    expect(Object.keys(action.inputs).sort()).toEqual([...inputNames].sort());
    expect(inputNames.length).toBeLessThanOrEqual(27);
    for (const input of Object.values(action.inputs)) {
      expect(input.description.length).toBeGreaterThan(20);
      expect(input).not.toHaveProperty("required");
    }
  });

  it("mean the same with action.yml's defaults and without", () => {
    const defaults = Object.fromEntries(
      Object.entries(action.inputs).map(([name, { default: text = "" }]) => [name, text]),
    );
    expect(read({ ...defaults, "github-token": "t" })).toEqual(read({}));
  });

  it.each(["plans", "fail-on", "gate", "announcement-days", "override-labels"])(
    "leave %s to the file when it is not set",
    (name) => {
      expect(action.inputs[name]).not.toHaveProperty("default");
      expect(read({}).overrides).not.toHaveProperty(name);
    },
  );

  it("are read into what they mean", () => {
    expect(
      read({
        mode: "report",
        plans: " docs/{a,b}.md \r\n\n!docs/old.md ",
        "fail-on": "warning",
        gate: "all",
        "announcement-days": "30",
        "override-labels": " plan: go, really \n\nhotfix",
        "warn-only": "TRUE",
        comment: "never",
        "comment-id": "one",
        "job-summary": "false",
        annotations: "False",
        "annotations-limit": "0",
        "base-ref": "release/1.0",
        "pr-number": "12",
        drafts: "skip",
        "as-of": "2026-02-28",
        "json-file": "out.json",
        "sarif-file": "out.sarif",
        "junit-file": "tests.xml",
        suggestions: "true",
        "badge-path": "./site/badges/",
        "badge-branch": "status/badges-v1.0",
        "dry-run": "true",
        "config-file": "./ci//plan.yml",
      }),
    ).toEqual({
      token: "t",
      mode: "report",
      configPath: "ci/plan.yml",
      remoteConfig: null,
      overrides: {
        "fail-on": "warning",
        gate: "all",
        "announcement-days": "30",
        plans: ["docs/{a,b}.md", "!docs/old.md"],
        "override-labels": ["plan: go, really", "hotfix"],
      },
      warnOnly: true,
      comment: "never",
      commentId: "one",
      jobSummary: false,
      annotations: false,
      annotationsLimit: 0,
      baseRef: "release/1.0",
      pullRequestNumber: 12,
      drafts: "skip",
      asOf: "2026-02-28",
      jsonFile: "out.json",
      sarifFile: "out.sarif",
      junitFile: "tests.xml",
      suggestions: true,
      badgePath: "site/badges",
      badgeBranch: "status/badges-v1.0",
      dryRun: true,
    });
  });

  it.each([
    ["config-file", "../plan.yml", "a path from the repository's root"],
    ["config-file", "octo/policies/../plan.yml@v1", "owner/repository/path@ref"],
    ["mode", "comment", "gate, report or badge"],
    ["warn-only", "yes", "true or false"],
    ["comment", "sometimes", "on-findings, always or never"],
    ["comment-id", "x".repeat(201), "200 characters"],
    ["annotations-limit", "10", "from 0 to 9"],
    ["annotations-limit", "-1", "from 0 to 9"],
    ["base-ref", "a..b", "a branch, a tag or a commit"],
    ["base-ref", "a b", "a branch, a tag or a commit"],
    ["base-ref", "owner:branch", "a branch, a tag or a commit"],
    ["pr-number", "0", "number of a pull request"],
    ["pr-number", "1e3", "number of a pull request"],
    ["drafts", "ignore", "check, warn or skip"],
    ["as-of", "2026-02-30", "YYYY-MM-DD"],
    ["as-of", "tomorrow", "YYYY-MM-DD"],
    ["dry-run", "1", "true or false"],
    ["mode", "badges", "gate, report or badge"],
    ["badge-path", "../badges", "without `..`"],
    ["badge-branch", "refs/heads/badges", "name of a branch"],
    ["badge-branch", "a..b", "name of a branch"],
    ["badge-branch", "/badges", "name of a branch"],
    ["badge-branch", "badges/", "name of a branch"],
    ["badge-branch", "badges.", "name of a branch"],
    ["badge-branch", "badges.lock", "name of a branch"],
    ["badge-branch", "a b", "name of a branch"],
    ["badge-branch", "-f", "name of a branch"],
    ["config-file", "../plan.yml", "without `..`"],
    ["config-file", "/etc/passwd", "from the repository's root"],
    ["config-file", "a\\b.yml", "from the repository's root"],
  ])("refuse %s = %j, naming the input, the value and what it may be", (name, value, expected) => {
    let thrown: unknown;
    try {
      read({ [name]: value });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ name: "SetupError", code: "bad-input" });
    const { message } = thrown as Error;
    expect(message).toContain(name);
    expect(message).toContain(JSON.stringify(value.slice(0, 100)));
    expect(message).toContain(expected);
  });

  it.each([
    ["octo/policies/plan-gate.yml@v1", { owner: "octo", repo: "policies", path: "plan-gate.yml", ref: "v1" }],
    ["octo/.github/a/b.yml@release/1", { owner: "octo", repo: ".github", path: "a/b.yml", ref: "release/1" }],
    ["ci/plan.yml", null],
    [".github/plan@v1.yml", null],
    ["ci/plan@v1.yml", null],
  ])("take %s for the configuration of %j", (written, remoteConfig) => {
    expect(read({ "config-file": written }).remoteConfig).toEqual(remoteConfig);
  });

  it("need a token, whose value no message shows", () => {
    expect(() => read({ "github-token": " " })).toThrow("the input github-token is not set; expected a token");
  });
});

describe("action.yml", () => {
  it("declares every output, both ways, each described", () => {
    expect(Object.keys(action.outputs).sort()).toEqual([...outputNames].sort());
    for (const { description } of Object.values(action.outputs)) expect(description.length).toBeGreaterThan(20);
  });

  it("runs the bundle on Node 24", () => {
    expect(action.runs).toEqual({ using: "node24", main: "dist/index.js" });
  });
});
