import { describe, expect, it } from "@jest/globals";
import { reportedPullRequests } from "../../../src/io/github/reported-pull-requests.js";
import { FakeRepository, HEAD } from "./fake-repository.js";

const payload = (more: Record<string, unknown> = {}) => ({
  workflow_run: {
    event: "pull_request",
    head_sha: HEAD,
    head_branch: "piers",
    head_repository: { id: 5, owner: { login: "mallory" } },
    pull_requests: [],
    ...more,
  },
});

const onRun = { eventName: "workflow_run", payload: payload(), number: null };

function repositoryWith(...open: FakeRepository["open"]) {
  const repository = new FakeRepository();
  repository.open = open;
  return repository;
}

describe("the pull requests to report on", () => {
  it("are found by branch, repository and commit of the run, whatever else the event says", async () => {
    const repository = repositoryWith(
      { number: 9, headSha: HEAD, headRepositoryId: 5 },
      { number: 7, headSha: HEAD, headRepositoryId: 5 },
      { number: 3, headSha: HEAD, headRepositoryId: 6 },
      { number: 4, headSha: HEAD, headRepositoryId: null },
      { number: 5, headSha: "b".repeat(40), headRepositoryId: 5 },
    );
    const told = payload({ pull_requests: [{ number: 3 }] });
    expect(await reportedPullRequests(repository, { ...onRun, payload: told })).toEqual({
      numbers: [7, 9],
      remarks: [],
    });
    expect(repository.asked).toEqual(["pull requests of mallory:piers"]);
  });

  it.each([
    ["a push", { event: "push" }, "not about a pull request"],
    ["a branch that is gone", { head_branch: null }, "is gone"],
    ["a fork that is gone", { head_repository: null }, "is gone"],
  ])("are none for %s", async (_, more, why) => {
    const { numbers, remarks } = await reportedPullRequests(repositoryWith(), { ...onRun, payload: payload(more) });
    expect(numbers).toEqual([]);
    expect(remarks.join()).toContain(why);
  });

  it("are none once the branch has moved on", async () => {
    const repository = repositoryWith({ number: 7, headSha: "b".repeat(40), headRepositoryId: 5 });
    expect((await reportedPullRequests(repository, onRun)).remarks.join()).toContain("newer commit");
  });

  it.each(["schedule", "workflow_dispatch"])(
    "are all open ones on %s, as far as the hour's requests reach",
    async (eventName) => {
      const open = (count: number) =>
        repositoryWith(
          ...Array.from({ length: count }, (_, i) => ({ number: i + 1, headSha: HEAD, headRepositoryId: 5 })),
        );
      const some = await reportedPullRequests(open(2), { ...onRun, eventName });
      expect(some).toEqual({ numbers: [1, 2], remarks: [] });
      const many = await reportedPullRequests(open(51), { ...onRun, eventName });
      expect(many.numbers).toHaveLength(50);
      expect(many.remarks).toEqual([expect.stringContaining("More than 50")]);
      expect((await reportedPullRequests(open(0), { ...onRun, eventName })).remarks.join()).toContain(
        "no pull request",
      );
    },
  );

  it("is the one that the input names", async () => {
    expect((await reportedPullRequests(repositoryWith(), { ...onRun, number: 12 })).numbers).toEqual([12]);
  });

  it.each([
    ["push", payload()],
    ["workflow_run", {}],
    ["workflow_run", payload({ head_sha: "main" })],
  ])("cannot be told from the event %s with %j", async (eventName, told) => {
    await expect(
      reportedPullRequests(repositoryWith(), { eventName, payload: told, number: null }),
    ).rejects.toMatchObject({
      code: "unsupported-event",
    });
  });
});
