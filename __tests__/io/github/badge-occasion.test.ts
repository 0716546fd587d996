import { describe, expect, it } from "@jest/globals";
import { badgeOccasion } from "../../../src/io/github/badge-occasion.js";

const [before, after] = ["a".repeat(40), "b".repeat(40)];
const push = (more: object = {}) => ({
  ref: "refs/heads/main",
  before,
  after,
  repository: { default_branch: "main" },
  ...more,
});

describe("when badges are published", () => {
  it("is a push to the default branch, judged as it stands, by its own configuration", () => {
    expect(badgeOccasion("push", push(), "badges")).toMatchObject({
      kind: "revisions",
      headSha: after,
      base: null,
      policyFrom: "head",
      scope: "all",
    });
  });

  it.each([
    ["another branch", "push", push({ ref: "refs/heads/feature" }), /show main.*refs\/heads\/feature/],
    ["a tag of the same name", "push", push({ ref: "refs/tags/main" }), /refs\/tags\/main/],
    ["a deletion", "push", push({ after: "0".repeat(40) }), /deleted/],
    ["another event", "pull_request", { ...push(), pull_request: { number: 1 } }, /on a push.*not on pull_request/],
  ])("is not %s, and says so", (_, event, payload, because) => {
    const occasion = badgeOccasion(event, payload, "badges");
    expect(occasion).toEqual({ kind: "nothing", because: expect.stringMatching(because) as unknown });
  });

  it.each(["main", "Main"])("is never with %s, the default branch, as the badges' own", (branch) => {
    expect(() => badgeOccasion("push", push(), branch)).toThrow(/badge-branch is "(?:main|Main)", the default branch/);
  });
});
