import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { reviewSuggestions, type OwnThread, type Reviews } from "../../../src/io/publish/suggestions.js";
import type { DiffRow, FindingRow } from "../../../src/model/report.js";
import { aFinding, aReport } from "./a-report.js";

const PATH = "docs/PLAN.md";
const HEAD = "a".repeat(40);

/** A plan of which the pull request has added every line, and what its page shows. */
class Page implements Reviews {
  readonly threads: (OwnThread & { minimizedReason: string | null })[] = [];
  readonly writes: string[] = [];
  headSha = HEAD;

  constructor(private readonly files: Readonly<Record<string, readonly string[]>>) {}

  patches(paths: ReadonlySet<string>) {
    const asked = Object.entries(this.files).filter(([path]) => paths.has(path));
    const patch = (lines: readonly string[]) => [`@@ -0,0 +1,${lines.length} @@`, ...lines.map((line) => `+${line}`)];
    return Promise.resolve(new Map(asked.map(([path, lines]) => [path, patch(lines).join("\n")])));
  }

  read() {
    return Promise.resolve({ headSha: this.headSha, own: this.threads });
  }

  create(_headSha: string, body: string, comments: Parameters<Reviews["create"]>[2]) {
    this.writes.push(`review: ${body}`);
    for (const { path, startLine, line, body: text } of comments) {
      const id = String(this.threads.length);
      this.threads.push({
        nodeId: id,
        url: `thread ${id}`,
        body: text,
        path,
        line,
        startLine: startLine === line ? null : startLine,
        isResolved: false,
        minimizedReason: null,
        hasReplies: false,
      });
    }
    return Promise.resolve("the review");
  }

  update({ nodeId }: OwnThread, body: string) {
    this.writes.push(`update ${nodeId}`);
    this.change(nodeId, { body });
    return Promise.resolve();
  }

  minimize({ nodeId }: OwnThread, because: string) {
    this.writes.push(`minimize ${nodeId}: ${because}`);
    this.change(nodeId, { minimizedReason: because.toLowerCase() });
    return Promise.resolve();
  }

  change(nodeId: string, more: Partial<OwnThread>): void {
    const index = this.threads.findIndex((thread) => thread.nodeId === nodeId);
    this.threads[index] = { ...this.threads[index]!, ...more };
  }

  /** What the publisher wrote this time. */
  async publish(findings: readonly FindingRow[], key = "job"): Promise<string[]> {
    this.writes.length = 0;
    await reviewSuggestions(this, { key, headSha: HEAD }).publish(aReport({}, { findings }));
    return [...this.writes];
  }

  get places() {
    return this.threads.map(({ startLine, line }) => (startLine === null ? `${line}` : `${startLine}-${line}`));
  }
}

const row = (line: number, before: string | null, after: string | null, path = PATH): DiffRow => ({
  path,
  line,
  before,
  after,
});

const finding = (diff: readonly DiffRow[], more: Partial<FindingRow> = {}): FindingRow =>
  aFinding({
    fingerprint: JSON.stringify(diff),
    fix: { title: "Mend it", safety: "safe", edits: [], diff },
    ...more,
  });

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`);
const pageOf = (count = 30) => new Page({ [PATH]: lines(count) });
/** A way out for one line. */
const mends = (line: number, after = "better") => finding([row(line, `line ${line}`, after)]);

const blockOf = (body: string) => body.slice(body.indexOf("\n\n```") + 2);

describe("suggestions", () => {
  it("are one review, a comment for each way out, and nothing on the next run", async () => {
    const page = pageOf();
    expect(await page.publish([mends(3), mends(5)])).toEqual([
      "review: Plan gate suggests 2 changes to the plan. Each says which finding it would mend.",
    ]);
    expect(page.places).toEqual(["3", "5"]);
    expect(page.threads[0]!.body).toMatch(
      /^<!-- plan-gate-suggestion v=1 [^\n]+ -->\n\*\*Plan gate\*\* `tier-inversion`: Phase 2 depends on Phase 5\n\nMend it\n\n```suggestion\nbetter\n```$/,
    );
    expect(await page.publish([mends(3), mends(5)])).toEqual([]);
  });

  it("take in several lines, take lines away, and take a neighbour along where lines only come in", async () => {
    const page = pageOf(9);
    await page.publish([
      finding([row(1, "line 1", "x"), row(2, "line 2", "y")]),
      finding([row(4, "line 4", null)]),
      finding([row(7, null, "new")]),
      finding([row(9, "line 9", "")]),
    ]);
    expect(page.places).toEqual(["1-2", "4", "6", "9"]);
    expect(page.threads.map(({ body }) => blockOf(body))).toEqual([
      "```suggestion\nx\ny\n```",
      "```suggestion\n```",
      "```suggestion\nline 6\nnew\n```",
      "```suggestion\n\n```",
    ]);
    const first = new Page({ [PATH]: ["line 1"] });
    await first.publish([finding([row(1, null, "new")])]);
    expect(first.threads.map(({ body }) => blockOf(body))).toEqual(["```suggestion\nnew\nline 1\n```"]);
  });

  it("stay within the diff, and are not made on text that is another there", async () => {
    const page = pageOf(5);
    expect(
      await page.publish([mends(6), finding([row(3, "line 2", "x")]), finding([row(1, "a", "b", "no-patch.md")])]),
    ).toEqual([]);
    const apart = new Page({});
    apart.patches = () =>
      Promise.resolve(
        new Map([[PATH, "@@ -1 +1 @@\n line 1\n@@ -5 +2,2 @@\n line 2\n-gone\n+line 3\n\\ No newline at end of file"]]),
      );
    expect(await apart.publish([finding([row(1, "line 1", "x"), row(2, "line 2", "y")])])).toEqual([]);
    await apart.publish([finding([row(2, "line 2", "x"), row(3, "line 3", "y")])]);
    expect(apart.places).toEqual(["2-3"]);
  });

  it("offer a way out whole or not at all", async () => {
    const page = pageOf(9);
    expect(await page.publish([finding([row(2, "line 2", "x"), row(12, "line 12", "y")])])).toEqual([]);
    await page.publish([finding([row(2, "line 2", "x"), row(8, "line 8", "y")])]);
    expect(page.places).toEqual(["2", "8"]);
    expect(page.threads[1]!.body).toContain("part 2 of 2");
  });

  it("never offer two for one line: the more important goes first", async () => {
    const page = pageOf(9);
    const warning = finding([row(3, "line 3", "x"), row(4, "line 4", "y")], { severity: "warning" });
    await page.publish([warning, mends(3)]);
    expect(page.places).toEqual(["3"]);
  });

  it("are 20 at most, those that are there included", async () => {
    const page = pageOf(60);
    await page.publish(lines(25).map((_, index) => mends(index + 1)));
    expect(page.threads).toHaveLength(20);
    expect(await page.publish(lines(25).map((_, index) => mends(index + 1)))).toEqual([]);
    // One finding went, one of those that had no room comes in.
    const next = await page.publish(
      lines(25)
        .slice(1)
        .map((_, index) => mends(index + 2)),
    );
    expect(next).toEqual([expect.stringContaining("suggests a change"), "minimize 0: RESOLVED"]);
    expect(page.places.at(-1)).toBe("21");
  });

  it("are rewritten where they stand when only their words change", async () => {
    const page = pageOf();
    await page.publish([mends(3)]);
    expect(await page.publish([{ ...mends(3), message: "Other words" }])).toEqual(["update 0"]);
    expect(
      await page.publish([
        finding([row(3, "line 3", "best")], { fingerprint: mends(3).fingerprint, message: "Other words" }),
      ]),
    ).toEqual(["update 0"]);
    expect(page.threads[0]!.body).toContain("\nbest\n");
  });

  it("stay with what they are about when another finding wants the same", async () => {
    const page = pageOf();
    const [one, two] = [mends(3), { ...mends(3), fingerprint: "two", message: "Second" }];
    await page.publish([two]);
    expect(await page.publish([one, two])).toEqual(["update 0"]);
  });

  it("begin anew where the lines have changed or moved, and fold the old one away", async () => {
    const page = pageOf();
    await page.publish([mends(3)]);
    page.change("0", { line: null });
    expect(await page.publish([mends(3)])).toEqual([expect.stringContaining("review"), "minimize 0: OUTDATED"]);
    expect(await page.publish([mends(3)])).toEqual([]);
  });

  it("are folded away when the finding is gone, unless people have answered or are done with it", async () => {
    const page = pageOf();
    await page.publish([mends(3), mends(4), mends(5)]);
    page.change("1", { hasReplies: true });
    page.change("2", { isResolved: true });
    expect(await page.publish([])).toEqual(["minimize 0: RESOLVED"]);
    expect(await page.publish([])).toEqual([]);
    expect(await page.publish([mends(3)])).toEqual([expect.stringContaining("review")]);
  });

  it("are not offered again when people turned them down, until they say something else", async () => {
    const page = pageOf();
    await page.publish([mends(3), mends(5)]);
    page.change("0", { isResolved: true });
    page.change("1", { minimizedReason: "off-topic" });
    expect(await page.publish([mends(3), mends(5)])).toEqual([]);
    page.change("0", { line: null });
    expect(await page.publish([mends(3), mends(5)])).toEqual([]);
    expect(await page.publish([{ ...mends(3), message: "News" }, mends(5)])).toHaveLength(1);
  });

  it("keep out of the way of other jobs' suggestions", async () => {
    const page = pageOf();
    await page.publish([mends(3)], "one");
    expect(await page.publish([], "two")).toEqual([]);
    expect(await page.publish([mends(3)], "two")).toHaveLength(1);
    expect(await page.publish([], "one")).toEqual(["minimize 0: RESOLVED"]);
  });

  it("are left to the run for the newer commit", async () => {
    const page = pageOf();
    page.headSha = "b".repeat(40);
    expect(await page.publish([mends(3)])).toEqual([]);
  });

  it("are not made where a reviewer could not see what would be committed", async () => {
    for (const hidden of ["\u202e", "\u0007", "\ufeff", "\ud800", "\r"]) {
      const page = pageOf();
      expect(await page.publish([mends(3, `a${hidden}b`)])).toEqual([]);
    }
    const emoji = pageOf();
    expect(await emoji.publish([mends(3, "👩‍🚀\tü")])).toHaveLength(1);
  });

  it("say why there are none, and search again after an unclear answer", async () => {
    const publish = (page: Reviews, findings: readonly FindingRow[]) =>
      reviewSuggestions(page, { key: "job", headSha: HEAD }).publish(aReport({}, { findings }));
    expect(await publish(pageOf(), [])).toMatchObject({ because: "no finding has a way out to suggest" });
    expect(await publish(pageOf(1), [mends(3)])).toMatchObject({ because: "no way out lies within the diff" });
    const refused = pageOf();
    refused.create = () => Promise.reject(Object.assign(new Error("no"), { status: 403 }));
    expect(await publish(refused, [mends(3)])).toMatchObject({
      outcome: "failed",
      because: expect.stringMatching(/To get the suggestions, add[^]+pull-requests: write/),
    });
    const unclear = pageOf();
    const create = unclear.create.bind(unclear);
    unclear.create = async (...args) => {
      await create(...args);
      throw Object.assign(new Error("bad gateway"), { status: 502 });
    };
    expect(await publish(unclear, [mends(3)])).toMatchObject({ because: "the suggestions are up to date" });
    expect(unclear.threads).toHaveLength(1);
  });

  it("survive that one cannot be folded away", async () => {
    const page = pageOf();
    await page.publish([mends(3)]);
    page.minimize = () => Promise.reject(new Error("no"));
    expect(await page.publish([])).toEqual([]);
  });

  it("put the new lines unchanged into a fence that nothing in them ends", async () => {
    const text = fc.string({ unit: fc.constantFrom("`", "~", "a", " ", "<", "#", "|"), maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 5 }), async (after) => {
        fc.pre(after.join("\n") !== "line 3");
        const page = pageOf();
        const rows = [
          row(3, "line 3", after[0] ?? null),
          ...after.slice(1).map((line, index) => row(4 + index, null, line)),
        ];
        await page.publish([finding(rows)]);
        const [open, ...rest] = blockOf(page.threads[0]!.body).split("\n");
        const fence = /^(`+)suggestion$/.exec(open!)![1]!;
        expect(rest).toEqual([...after, fence]);
        expect(after.some((line) => line.includes(fence))).toBe(false);
      }),
    );
  });

  it("end in the same state from wherever people left the page: a second run writes nothing", async () => {
    const diff = fc.integer({ min: 1, max: 8 });
    const deed = fc.record({
      thread: fc.nat({ max: 7 }),
      change: fc.constantFrom<Partial<OwnThread>>(
        { line: null },
        { isResolved: true },
        { hasReplies: true },
        { minimizedReason: "spam" },
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ mended: fc.uniqueArray(diff), deeds: fc.array(deed) })), async (runs) => {
        const page = pageOf();
        for (const { mended, deeds } of runs) {
          await page.publish(mended.map((line) => mends(line)));
          expect(await page.publish(mended.map((line) => mends(line)))).toEqual([]);
          const open = page.threads.filter((one) => !one.isResolved && one.minimizedReason === null);
          const current = open.flatMap(({ line }) => (line !== null && mended.includes(line) ? [line] : []));
          expect(new Set(current).size).toBe(current.length);
          expect(open.every(({ hasReplies, line }) => hasReplies || mended.includes(line!))).toBe(true);
          for (const { thread, change } of deeds) if (page.threads[thread]) page.change(String(thread), change);
        }
      }),
      { numRuns: 60 },
    );
  });
});
