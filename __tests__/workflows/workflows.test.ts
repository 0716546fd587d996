import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { lintWorkflows } from "./lint-workflows.js";
import { parseWorkflow, workflowSources, type Job, type Step, type WorkflowSource } from "./workflow-sources.js";

const sources = workflowSources();
const own = sources.filter(({ name }) => !name.includes(".md:"));

const jobsOf = (source: WorkflowSource): [string, Job][] => Object.entries(parseWorkflow(source).jobs);
const stepsOf = (source: WorkflowSource): readonly Step[] => jobsOf(source).flatMap(([, job]) => job.steps ?? []);
const usesOf = (source: WorkflowSource): string[] =>
  [...jobsOf(source).map(([, job]) => job.uses), ...stepsOf(source).map((step) => step.uses)].filter(
    (uses) => uses !== undefined,
  );

test("the workflows of this project are found", () => {
  expect(own.map(({ name }) => name).sort()).toEqual([
    "ci.yml",
    "gate.yml",
    "plan-badges.yml",
    "plan-gate.yml",
    "release.yml",
  ]);
});

test("actionlint finds nothing wrong, and finds what is wrong", () => {
  const wrong =
    "on: pull_requst\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo ${{ github.nope }}\n";
  const results = lintWorkflows([wrong, ...sources.map(({ text }) => text)]);
  expect(results[0]?.join("\n")).toMatch(/pull_requst[^]*nope/);
  const found = sources.flatMap(({ name }, index) => results[index + 1]!.map((message) => `${name}:${message}`));
  expect(found).toEqual([]);
});

describe.each(sources)("$name", (source) => {
  test("pins every action to a commit and says which version that is", () => {
    for (const uses of usesOf(source).filter((one) => !one.startsWith("./"))) {
      expect(uses).toMatch(/@[0-9a-f]{40}$/);
      // The documentation cannot know the commit of the release it is part of; there, words stand for it.
      expect(source.text).toContain(uses.startsWith("plan-gate/plan-gate") ? `${uses} # ` : `${uses} # v`);
    }
  });

  test("puts nothing that others write into a script", () => {
    for (const { run } of stepsOf(source)) expect(run ?? "").not.toContain("${{");
  });

  test("keeps no token in the checkout", () => {
    for (const step of stepsOf(source).filter(({ uses }) => uses?.startsWith("actions/checkout@"))) {
      expect(step.with?.["persist-credentials"]).toBe(false);
    }
  });

  test("asks for no secret", () => {
    expect(source.text).not.toMatch(/\bsecrets\b/);
  });

  test("says which permissions it needs", () => {
    const workflow = parseWorkflow(source);
    const stated = Object.values(workflow.jobs).every((job) => job.permissions !== undefined);
    expect(workflow.permissions !== undefined || stated).toBe(true);
    expect(source.text).not.toContain("write-all");
  });

  test("never cancels a run that a merge may wait for", () => {
    expect(parseWorkflow(source).concurrency?.["cancel-in-progress"] ?? false).toBe(false);
  });
});

/** What may be written, beside pull requests: by the jobs that publish badges and a release. */
const MAY_WRITE: Readonly<Record<string, readonly string[]>> = {
  "plan-badges.yml badges": ["contents: write"],
  "release.yml publish": ["contents: write", "id-token: write", "attestations: write"],
};

describe.each(own)("$name", (source) => {
  test("grants nothing to the workflow and the least to each job", () => {
    expect(parseWorkflow(source).permissions).toEqual({});
    for (const [name, job] of jobsOf(source)) {
      expect(job.permissions).toBeInstanceOf(Object);
      const granted = Object.entries(job.permissions as Record<string, string>).map((one) => one.join(": "));
      const listed = MAY_WRITE[`${source.name} ${name}`] ?? [];
      for (const permission of granted.filter((one) => !listed.includes(one))) {
        expect(permission).toMatch(/: read$|^pull-requests: write$/);
      }
      expect(job.secrets).toBeUndefined();
    }
  });
});

const withMetadata = existsSync("action.yml") ? test : test.skip;

withMetadata("the action is given inputs that it has", () => {
  const { inputs } = parse(readFileSync("action.yml", "utf8")) as { inputs: Record<string, unknown> };
  const known = Object.keys(inputs);
  for (const source of sources) {
    for (const { uses, with: given = {} } of stepsOf(source)) {
      if (uses === "./" || uses === "./.plan-gate" || uses?.startsWith("plan-gate/plan-gate@")) {
        expect(known).toEqual(expect.arrayContaining(Object.keys(given)));
      }
    }
  }
});

test("the project's own gate runs on every event that can change its answer", () => {
  const gate = parseWorkflow(own.find(({ name }) => name === "plan-gate.yml")!).on as Record<
    string,
    { types?: string[]; paths?: unknown } | null
  >;
  expect(Object.keys(gate)).toEqual(
    expect.arrayContaining(["pull_request", "merge_group", "push", "schedule", "workflow_dispatch"]),
  );
  expect(gate["pull_request"]?.types).toEqual(
    expect.arrayContaining(["opened", "reopened", "synchronize", "edited", "labeled", "unlabeled"]),
  );
  expect(gate["pull_request"]?.paths).toBeUndefined();
});
