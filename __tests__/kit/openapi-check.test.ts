import { describe, expect, it } from "@jest/globals";
import { OpenApiCheck } from "./github/openapi-check.js";
import type { MatchedOperation } from "./github/openapi-description.js";

const check = new OpenApiCheck();

function matched(method: string, path: string): MatchedOperation {
  const found = check.description.match(method, path);
  if (found === undefined) throw new Error(`No operation ${method} ${path}`);
  return found;
}

describe("OpenApiDescription", () => {
  it.each([
    ["/repos/o/r/contents/docs%2Fa%20plan.md", "repos/get-content", { path: "docs/a plan.md" }],
    ["/repos/o/r/contents/docs/plan.md", "repos/get-content", { path: "docs/plan.md" }],
    ["/repos/o/r/contents/", "repos/get-content", { path: "" }],
    ["/repos/o/r/commits/feature/one", "repos/get-commit", { ref: "feature/one" }],
    ["/repos/o/r/commits/abc/pulls", "repos/list-pull-requests-associated-with-commit", { commit_sha: "abc" }],
    [
      "/repos/o/r/compare/main...alice:feature%2Fone",
      "repos/compare-commits-with-basehead",
      { basehead: "main...alice:feature/one" },
    ],
    ["/repos/o/r/git/ref/heads/feature/one", "git/get-ref", { ref: "heads/feature/one" }],
  ])("reads %s as %s", (path, operationId, parameters) => {
    expect(matched("GET", path)).toMatchObject({
      operationId,
      pathParameters: { owner: "o", repo: "r", ...parameters },
    });
  });

  it("knows an operation by its method too", () => {
    expect(check.description.match("PUT", "/repos/o/r/contents/a.md")).toBeUndefined();
  });
});

describe("OpenApiCheck", () => {
  const request = (method: string, path: string, body?: unknown, query = "") =>
    check.request(matched(method, path), { body, query: new URLSearchParams(query) }).map(({ message }) => message);

  it.each([
    [51, "must NOT have more than 50 items"],
    [1, "must be equal to one of the allowed values"],
  ])("finds %d wrong annotations", (count, violation) => {
    const level = count === 1 ? "error" : "failure";
    const annotation = { path: "a.md", start_line: 1, end_line: 1, annotation_level: level, message: "x" };
    const output = { title: "t", summary: "s", annotations: Array.from({ length: count }, () => annotation) };
    const body = { name: "plan", head_sha: "a".repeat(40), output };
    expect(request("POST", "/repos/o/r/check-runs", body).join("\n")).toContain(violation);
  });

  it("finds unknown keys at any depth", () => {
    const body = { name: "plan", head_sha: "a".repeat(40), output: { title: "t", summary: "s", sumary: "s" } };
    expect(request("POST", "/repos/o/r/check-runs", body)).toEqual([
      "request body/output/sumary: a key that is not described",
    ]);
  });

  it("finds wrong parameters of path and query", () => {
    expect(request("GET", "/repos/o/r/pulls/one")).toEqual(["path parameter pull_number: must be integer"]);
    expect(request("GET", "/repos/o/r/pulls/1/files", undefined, "per_page=many&perpage=1")).toEqual([
      "query parameter per_page: must be integer",
      "query parameter perpage: not known to the operation",
    ]);
  });

  describe("of replies", () => {
    const reply = (body: unknown, status = 200, mediaType = "application/json") =>
      check.reply(matched("GET", "/repos/o/r/git/ref/heads/main"), { status, body, mediaType });
    const object = { type: "commit", sha: "a".repeat(40), url: "http://127.0.0.1/x" };
    const ref = { ref: "refs/heads/main", node_id: "x", url: "http://127.0.0.1/x", object };

    it("passes what is described", () => {
      expect(reply(ref)).toEqual([]);
      expect(reply({ message: "Not Found", documentation_url: "x", status: "404" }, 404)).toEqual([]);
    });

    it.each([
      [{ ...ref, extra: 1 }, 200, "reply 200/extra: a key that is not described"],
      [
        { ...ref, object: { ...object, sha: "short" } },
        200,
        "reply 200/object/sha: must NOT have fewer than 40 characters",
      ],
      [{ ...ref, url: "[not an address]" }, 200, 'reply 200/url: must match format "uri"'],
      [ref, 201, "reply 201: a status that the operation does not have"],
      [{ message: 1 }, 404, "reply 404/message: must be string"],
    ])("finds what is not: case %#", (body, status, violation) => {
      expect(reply(body, status)).toEqual([violation]);
    });
  });
});
