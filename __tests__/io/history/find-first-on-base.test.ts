import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { announcementQuestions } from "../../../src/compare/announcement-questions.js";
import { stretchAfter } from "../../../src/io/history/base-history.js";
import { findFirstOnBase } from "../../../src/io/history/find-first-on-base.js";
import { gitHistory } from "../../../src/io/history/git-history.js";
import { gitHubHistory } from "../../../src/io/history/git-hub-history.js";
import type { AnnouncementQuestion } from "../../../src/model/first-on-base.js";
import { folderOf, git, repositoryOf } from "../../cli/temporary-tree.js";
import { entry } from "../../kit/entry-builder.js";
import { plan, settings } from "../../kit/plan-builder.js";
import { readFiles } from "../../kit/read-markdown.js";
import { FakeRepository } from "../github/fake-repository.js";

const PATH = "plan.md";
const read = (documents: readonly { path: string; text: string }[]) =>
  readFiles(Object.fromEntries(documents.map(({ path, text }) => [path, text])));
const isThere: AnnouncementQuestion = {
  id: "q",
  enough: "2026-11-01",
  path: PATH,
  isAlone: true,
  isAnsweredBy: ({ phases }) => [...phases.values()].some(({ title }) => title === "Told"),
};
const none = () => Promise.resolve([]);
const sha = (number: number): string => String(number).padStart(40, "0");
const dayOf = (number: number): string => new Date(Date.UTC(2026, 10, 1 + number)).toISOString();

/** Base came to commit n on the n-th day after the first of November; from `told` on it holds what is asked for. */
function history(count: number, told: number): FakeRepository {
  const repository = new FakeRepository();
  repository.commits = Array.from({ length: count }, (_, index) => count - index).map((number) => ({
    sha: sha(number),
    committed: dayOf(number),
    parents: [sha(number - 1)],
  }));
  for (let number = 0; number <= count; number++)
    repository.files[sha(number)] = { [PATH]: `## Phase 1: ${number >= told ? "Told" : "Silent"}\n` };
  return repository;
}

describe("the first day on base", () => {
  it("is found among any number of commits, with a request for each halving", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), fc.nat(), async (count, at) => {
        const told = at % (count + 1);
        const repository = history(count, told);
        const found = await findFirstOnBase([isThere], gitHubHistory(repository, sha(count), none), read);
        expect(found.firstOnBase.get("q")).toBe(told === 0 ? "2026-11-01" : dayOf(told).slice(0, 10));
        expect(repository.asked.length).toBeLessThanOrEqual(2 + Math.ceil(Math.log2(count + 1)));
      }),
    );
  });

  it("is not before the day that is still possible when the requests are used up", async () => {
    const repository = history(90, 80);
    const found = await findFirstOnBase([isThere], gitHubHistory(repository, sha(90), none, { requests: 4 }), read);
    expect(repository.asked).toHaveLength(4);
    expect(found.firstOnBase.get("q")! > "2026-11-01").toBe(true);
    expect(found.remarks).toEqual([]);
  });

  it("is unknown, and said to be, when the first answer costs too much", async () => {
    const repository = history(1300, 0);
    const found = await findFirstOnBase([isThere], gitHubHistory(repository, sha(1300), none), read);
    expect(repository.asked).toHaveLength(12);
    expect(found).toEqual({ firstOnBase: new Map(), remarks: [expect.stringContaining("longer than is read")] });
  });

  it("lists the commits once for several questions", async () => {
    const repository = history(20, 0);
    const later = { ...isThere, id: "r", enough: "2026-11-09" };
    const found = await findFirstOnBase([later, isThere], gitHubHistory(repository, sha(20), none), read);
    expect([...found.firstOnBase]).toEqual([
      ["q", "2026-11-01"],
      ["r", "2026-11-09"],
    ]);
    expect(repository.asked.filter((asked) => asked.startsWith("commits"))).toHaveLength(1);
  });

  it("is unknown in a shallow clone that ends too early", async () => {
    const origin = repositoryOf({ [PATH]: "## Phase 1: Told\n" });
    const clone = folderOf({});
    git(clone, "clone", "--quiet", "--depth=1", `file://${origin}`, "clone");
    const question = { ...isThere, enough: "2020-01-01" };
    const [whole, shallow] = await Promise.all(
      [origin, `${clone}/clone`].map((folder) => findFirstOnBase([question], gitHistory(folder, "HEAD", none), read)),
    );
    expect(whole).toMatchObject({ remarks: [] });
    expect(whole!.firstOnBase.get("q")).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(shallow).toMatchObject({ remarks: [expect.stringContaining("not all there")] });
  });
});

it("never lets a commit be older than the one it came after", () => {
  const chain = [
    { commit: "c", committed: "2026-11-02" },
    { commit: "b", committed: "2026-11-09" },
    { commit: "a", committed: "2026-11-01" },
  ];
  expect(stretchAfter("2026-11-05", chain, null)).toEqual({
    states: [
      { commit: "b", day: "2026-11-09" },
      { commit: "c", day: "2026-11-09" },
    ],
    before: "a",
  });
});

describe("what the history is asked", () => {
  const asked = (announced: string, effective: string, today: string, head = effective) => {
    const [base, now] = [effective, head].map((day) =>
      plan({}, { breakingChanges: [entry({ announced, effective: day })] }),
    );
    return announcementQuestions(base!, now!, settings(), today).map(({ enough }) => enough);
  };

  it("is nothing where it cannot matter", () => {
    expect(asked("2026-11-01", "2026-12-06", "2026-11-22")).toEqual([]);
    expect(asked("2026-11-01", "2026-11-21", "2026-11-22")).toEqual([]);
    expect(asked("2026-11-01", "TBD", "2026-11-22")).toEqual([]);
    expect(announcementQuestions(plan({}), plan({}, { breakingChanges: [entry()] }), settings(), "2026-11-22")).toEqual(
      [],
    );
  });

  it("is whether base said it on the last day that is early enough", () => {
    expect(asked("2026-11-01", "2026-12-05", "2026-11-22")).toEqual(["2026-11-21"]);
    expect(asked("2028-02-01", "2028-03-07", "2028-03-01")).toEqual(["2028-02-22"]);
    expect(asked("2026-11-01", "2026-11-24", "2026-11-22", "2026-11-30")).toEqual(["2026-11-10", "2026-11-16"]);
  });
});
