import { describe, expect, it } from "@jest/globals";
import { plansAfterMerge } from "../../../src/io/github/plans-after-merge.js";
import type { Divergence, PullRequest } from "../../../src/io/github/repository.js";
import { aChange, aPullRequest, BASE, FakeRepository, HEAD, MERGE_BASE } from "./fake-repository.js";

const MERGE = "d".repeat(40);
const config = { plans: [{ name: null, documents: ["*PLAN.md"], ignoresCase: false }] };

class Moved extends FakeRepository {
  /** What GitHub says when asked once more. */
  later: PullRequest = aPullRequest();

  override pullRequest(): Promise<PullRequest> {
    this.asked.push("pull request");
    return Promise.resolve(this.later);
  }

  override compare(base: string, head: string): Promise<Divergence | null> {
    this.asked.push(`compare ${base}...${head}`);
    const mergeBaseSha = head === MERGE ? BASE : MERGE_BASE;
    return Promise.resolve({ baseSha: base, mergeBaseSha, files: [{ path: "PLAN.md", kind: "modified" }] });
  }
}

function moved(): Moved {
  const repository = new Moved();
  repository.files = { [MERGE]: { "PLAN.md": "merged" }, [BASE]: { "PLAN.md": "base now" } };
  repository.parentsOf = { [MERGE]: [BASE, HEAD], ["e".repeat(40)]: ["f".repeat(40), HEAD] };
  return repository;
}

const judged = [{ name: "PLAN.md" }];

describe("the plans after the merge", () => {
  it("are those of GitHub's merge commit, against base as it is now", async () => {
    const repository = moved();
    const { plans, remarks } = await plansAfterMerge(
      repository,
      config,
      aChange(),
      aPullRequest({ mergeSha: MERGE }),
      judged,
    );
    expect(plans).toMatchObject([{ name: "PLAN.md", head: [{ text: "merged" }], base: [{ text: "base now" }] }]);
    expect(remarks.join()).toMatch(`${HEAD} against ${MERGE_BASE}`);
    expect(remarks.join()).toMatch(`merged into ${BASE}`);
  });

  it("are nothing new where base has not moved, which costs no request", async () => {
    const repository = moved();
    const change = aChange({ mergeBaseSha: BASE });
    expect(await plansAfterMerge(repository, config, change, aPullRequest(), judged)).toEqual({
      plans: [],
      remarks: [],
    });
    expect(repository.asked).toEqual([]);
  });

  it("are nothing new where base has changed other plans", async () => {
    const result = await plansAfterMerge(moved(), config, aChange(), aPullRequest({ mergeSha: MERGE }), [
      { name: "OTHER.md" },
    ]);
    expect(result.plans).toEqual([]);
  });

  it("are asked for once more where GitHub was not ready or had an older merge", async () => {
    for (const mergeSha of [null, "e".repeat(40)]) {
      const repository = moved();
      repository.later = aPullRequest({ mergeSha: MERGE });
      const { plans } = await plansAfterMerge(repository, config, aChange(), aPullRequest({ mergeSha }), judged);
      expect(plans).toHaveLength(1);
      expect(repository.asked.filter((what) => what === "pull request")).toHaveLength(1);
    }
  });

  it("are not taken from a merge of other commits, and that is said", async () => {
    const repository = moved();
    const old = aPullRequest({ mergeSha: "e".repeat(40) });
    repository.later = old;
    const { plans, remarks } = await plansAfterMerge(repository, config, aChange(), old, judged);
    expect(plans).toEqual([]);
    expect(remarks).toEqual([expect.stringContaining("is not judged here")]);
  });
});
