import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@jest/globals";
import { askGitHub, readBranchRules, type AskGitHub } from "../../../src/io/github/repository-rules.js";

/** Answers by path, 404 to everything else. */
const answering =
  (answers: Readonly<Record<string, unknown>>): AskGitHub =>
  (path) => {
    const answer = answers[path];
    if (typeof answer === "number") return Promise.resolve({ status: answer, body: { message: "no" } });
    return Promise.resolve({ status: answer === undefined ? 404 : 200, body: answer ?? null });
  };

const REPOSITORY = { "/repos/octo/plans": { default_branch: "main" } };
const BRANCH = "/repos/octo/plans/branches/main";
const RULES = "/repos/octo/plans/rules/branches/main?per_page=100";
const classic = (...contexts: string[]) => ({ protection: { required_status_checks: { contexts } } });

test("rulesets and classic protection of the default branch count together", async () => {
  const ask = answering({
    ...REPOSITORY,
    [BRANCH]: classic("CI", "Plan gate"),
    [RULES]: [
      { type: "required_status_checks", parameters: { required_status_checks: [{ context: "Plan gate" }, {}] } },
      { type: "workflows", parameters: { workflows: [{ path: ".github/workflows/plan-gate.yml" }] } },
      { type: "merge_queue", parameters: { merge_method: "SQUASH" } },
      { type: "deletion" },
    ],
  });
  expect(await readBranchRules(ask, "octo/plans", null)).toEqual({
    rules: {
      branch: "main",
      requiredChecks: ["Plan gate", "CI"],
      requiredWorkflows: [".github/workflows/plan-gate.yml"],
      hasMergeQueue: true,
    },
    remarks: [],
  });
});

test("a branch without rules requires nothing", async () => {
  const ask = answering({
    "/repos/octo/plans/branches/release%2F1": {},
    "/repos/octo/plans/rules/branches/release%2F1?per_page=100": [],
  });
  expect(await readBranchRules(ask, "octo/plans", "release/1")).toEqual({
    rules: { branch: "release/1", requiredChecks: [], requiredWorkflows: [], hasMergeQueue: false },
    remarks: [],
  });
});

test("rulesets that GitHub keeps to itself are a remark; without any rule nothing is known", async () => {
  const known = answering({ ...REPOSITORY, [BRANCH]: classic("CI"), [RULES]: 403 });
  expect(await readBranchRules(known, "octo/plans", null)).toMatchObject({
    rules: { requiredChecks: ["CI"] },
    remarks: ["GitHub does not tell the rulesets of main (403); its classic protection is known."],
  });
  const unknown = answering({ ...REPOSITORY, [BRANCH]: {}, [RULES]: 403 });
  expect(await readBranchRules(unknown, "octo/plans", null)).toEqual({
    rules: null,
    remarks: ["GitHub does not tell the rules of main (403)."],
  });
});

test.each([
  [answering({}), "could not see octo/plans: 404"],
  [answering({ "/repos/octo/plans": 401 }), "GitHub does not know this token (401)."],
  [answering(REPOSITORY), "could not see the branch main of octo/plans: 404"],
])("what cannot be seen is the maintainer's trouble", async (ask, message) => {
  await expect(readBranchRules(ask, "octo/plans", null)).rejects.toMatchObject({ code: "no-permission", message });
});

test("the token goes along where there is one, and an answer that is no JSON is none", async () => {
  const seen: unknown[] = [];
  const server = createServer((request, response) => {
    seen.push([request.url, request.headers.authorization]);
    response.end("<html>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v3`;
  try {
    expect(await askGitHub(url, "ghs_x")("/repos/a/b")).toEqual({ status: 200, body: null });
    expect(await askGitHub(`${url}/`, null)("/repos/a/b")).toEqual({ status: 200, body: null });
    expect(seen).toEqual([
      ["/api/v3/repos/a/b", "Bearer ghs_x"],
      ["/api/v3/repos/a/b", undefined],
    ]);
  } finally {
    server.close();
    server.closeAllConnections();
  }
  await expect(askGitHub(url, null)("/")).rejects.toMatchObject({ code: "github-unavailable" });
});
