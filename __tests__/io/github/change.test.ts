import { describe, expect, it } from "@jest/globals";
import { changeOfPullRequest, changeOfRevisions } from "../../../src/io/github/change.js";
import { aPullRequest, BASE, FakeRepository, HEAD, MERGE_BASE } from "./fake-repository.js";

const revisions = {
  kind: "revisions",
  headSha: HEAD,
  base: BASE,
  needsBase: true,
  policyFrom: "base",
  scope: "touched",
} as const;

function repositoryWith(isComparable: boolean) {
  const repository = new FakeRepository();
  if (isComparable) {
    repository.divergence = { baseSha: BASE, mergeBaseSha: MERGE_BASE, files: [{ path: "a", kind: "modified" }] };
  }
  return repository;
}

describe("a change", () => {
  it("of a pull request is taken from its base branch as it is now", async () => {
    const repository = repositoryWith(true);
    expect(await changeOfPullRequest(repository, aPullRequest())).toMatchObject({
      mergeBaseSha: MERGE_BASE,
      policySha: BASE,
      scope: "touched",
    });
    expect(repository.asked).toEqual([`compare main...${HEAD}`]);
  });

  it("of a pull request cannot be had without common history", async () => {
    await expect(changeOfPullRequest(repositoryWith(false), aPullRequest())).rejects.toMatchObject({
      code: "no-such-revision",
    });
  });

  it("of revisions takes the policy from where it is told to", async () => {
    expect(await changeOfRevisions(repositoryWith(true), revisions)).toMatchObject({
      policySha: BASE,
      scope: "touched",
    });
    const byHead = await changeOfRevisions(repositoryWith(true), { ...revisions, policyFrom: "head", scope: "all" });
    expect(byHead).toMatchObject({ policySha: HEAD, scope: "all", mergeBaseSha: MERGE_BASE });
  });

  it("of revisions without a base is head alone", async () => {
    const repository = repositoryWith(true);
    expect(await changeOfRevisions(repository, { ...revisions, base: null })).toMatchObject({
      mergeBaseSha: null,
      files: null,
      scope: "all",
      remarks: [],
    });
    expect(repository.asked).toEqual([]);
  });

  it("of revisions whose base is gone is head alone where that will do, and says so", async () => {
    await expect(changeOfRevisions(repositoryWith(false), revisions)).rejects.toMatchObject({
      code: "no-such-revision",
    });
    const alone = await changeOfRevisions(repositoryWith(false), { ...revisions, needsBase: false });
    expect(alone).toMatchObject({ files: null, remarks: [expect.stringContaining(BASE)] });
  });
});
