import { describe, expect, it } from "@jest/globals";
import {
  type CommentOptions,
  type Comments,
  type OwnComment,
  pullRequestComment,
} from "../../../src/io/publish/comment.js";
import { markerLine, readMarker } from "../../../src/io/publish/shared/marker.js";
import type { Report } from "../../../src/model/report.js";
import { aReport } from "./a-report.js";

const HEAD = "a".repeat(40);
const OLDER = "b".repeat(40);
const NEWER = "d".repeat(40);
const red = aReport({ outcome: "fail", errors: 1 });
const green = aReport();

class Conversation implements Comments {
  headSha = HEAD;
  own: OwnComment[] = [];
  readonly calls: string[] = [];
  /** Errors to answer with, by method; the first of each list is used up first. */
  readonly failures: Partial<Record<keyof Comments, Error[]>> = {};
  onCreate: () => void = () => undefined;
  /** Whether a failing creation has had its effect. */
  takesEffect = false;

  read() {
    this.note("read");
    return this.answer("read", () => ({ headSha: this.headSha, own: [...this.own] }));
  }

  create(body: string) {
    this.note("create");
    const created = this.comment(body);
    if (this.takesEffect) this.own.push(created);
    return this.answer("create", () => {
      this.onCreate();
      this.own.push(created);
      return created;
    });
  }

  update(comment: OwnComment, body: string) {
    this.note(`update ${comment.id}`);
    return this.answer("update", () => {
      this.own = this.own.map((one) => (one.id === comment.id ? { ...one, body } : one));
    });
  }

  minimize(comment: OwnComment) {
    this.note(`minimize ${comment.id}`);
    return this.answer("minimize", () => {
      this.own = this.own.map((one) => (one.id === comment.id ? { ...one, isMinimized: true } : one));
    });
  }

  comment(body: string, isMinimized = false): OwnComment {
    const id = String(this.own.length + 1);
    return { nodeId: `node-${id}`, id, url: `https://github.test/c/${id}`, body, isMinimized };
  }

  private note(call: string) {
    this.calls.push(call);
  }

  private answer<T>(method: keyof Comments, result: () => T): Promise<T> {
    const failure = this.failures[method]?.shift();
    return failure === undefined ? Promise.resolve(result()) : Promise.reject(failure);
  }
}

const options = (more: Partial<CommentOptions> = {}): CommentOptions => ({
  key: "Plan gate:gate",
  headSha: HEAD,
  run: "1.1",
  when: "on-findings",
  runUrl: "https://github.test/runs/1",
  judgeAgain: () => Promise.resolve(null),
  render: (report, detailsUrl) => `${report.verdict.outcome} on ${report.verdict.asOf}, see ${detailsUrl}`,
  ...more,
});

const publish = (comments: Comments, report: Report, more: Partial<CommentOptions> = {}) =>
  pullRequestComment(comments, options(more)).publish(report);

const failure = (status: number) => Object.assign(new Error(`answered ${status}`), { status });

describe("the comment on a pull request", () => {
  it("is created late, updated in place, and turned green", async () => {
    const there = new Conversation();
    expect(await publish(there, green)).toMatchObject({ outcome: "skipped", because: "there is nothing to say" });
    expect(await publish(there, red)).toMatchObject({ outcome: "published", outputs: { "comment-id": "1" } });
    expect(await publish(there, green)).toMatchObject({ outcome: "published", outputs: { "comment-id": "1" } });
    expect(there.own).toHaveLength(1);
    expect(there.own[0]?.body).toContain("pass on");
  });

  it("begins with the marker, which tells key, head and run", async () => {
    const there = new Conversation();
    await publish(there, red);
    expect(readMarker(there.own[0]!.body)).toMatchObject({ key: "Plan gate:gate", headSha: HEAD, run: "1.1" });
  });

  it.each([
    ["the same run again", {}, {}],
    ["another run on another day", { run: "2.1", runUrl: "https://github.test/runs/2" }, { asOf: "2026-11-23" }],
  ])("is left alone by %s", async (_, more, verdict) => {
    const there = new Conversation();
    await publish(there, red);
    there.calls.length = 0;
    const again = await publish(there, aReport({ ...red.verdict, ...verdict }), more);
    expect(again).toMatchObject({
      outcome: "skipped",
      because: "the comment is up to date",
      outputs: { "comment-id": "1" },
    });
    expect(there.calls).toEqual(["read"]);
  });

  it("is written again for another head, although it says the same", async () => {
    const there = new Conversation();
    await publish(there, red, { headSha: OLDER });
    await publish(there, red);
    expect(there.calls).toContain("update 1");
  });

  it.each(["always", "never"] as const)("is begun by %s as the word says", async (when) => {
    const [forGreen, forRed] = [new Conversation(), new Conversation()];
    await publish(forGreen, green, { when });
    await publish(forRed, red, { when });
    expect([forGreen.own.length, forRed.own.length]).toEqual(when === "always" ? [1, 1] : [0, 0]);
  });

  it("is brought up to date even where none would be begun", async () => {
    const there = new Conversation();
    await publish(there, red);
    expect(await publish(there, green, { when: "never" })).toMatchObject({ outcome: "published" });
  });

  it("is begun for warnings that do not close the gate, and not for notices", async () => {
    const there = new Conversation();
    await publish(there, aReport({ notices: 2 }));
    expect(there.own).toHaveLength(0);
    await publish(there, aReport({ warnings: 1 }));
    expect(there.own).toHaveLength(1);
  });

  it("belongs to its key", async () => {
    const there = new Conversation();
    await publish(there, red, { key: "one" });
    await publish(there, red, { key: "other" });
    expect(there.own.map(({ body }) => readMarker(body)?.key)).toEqual(["one", "other"]);
  });

  it("is not overwritten by a run for an older head, once a run for the present one has written", async () => {
    const there = new Conversation();
    await publish(there, green, { when: "always" });
    const stale = await publish(there, red, { headSha: OLDER });
    expect(stale).toMatchObject({ outcome: "skipped", because: "a run for a newer commit has reported already" });
    expect(there.own[0]?.body).toContain("pass on");
  });

  it("is written by a run for an older head as long as no newer one has", async () => {
    const there = new Conversation();
    there.headSha = "c".repeat(40);
    await publish(there, green, { when: "always", headSha: OLDER });
    expect(await publish(there, red)).toMatchObject({ outcome: "published" });
  });

  it.each([
    ["an older run", "900.1", "skipped"],
    ["an earlier attempt of the run", "901.0", "skipped"],
    ["a newer run", "902.1", "published"],
    ["a later attempt of the run", "901.2", "published"],
    ["a repetition of an older run, which may be newer than it looks", "900.2", "published"],
  ])("of the same head is, by %s, %s: %s", async (_, run, outcome) => {
    const there = new Conversation();
    await publish(there, red, { run: "901.1" });
    expect(await publish(there, green, { run })).toMatchObject({ outcome });
    expect(readMarker(there.own[0]!.body)?.run).toBe(outcome === "published" ? run : "901.1");
  });

  it("shows the newest head even when the run that wrote about it was overwritten by a slower one", async () => {
    const there = new Conversation();
    await publish(there, red, { headSha: OLDER });
    const update = there.update.bind(there);
    let pushed = false;
    there.update = async (comment, body) => {
      // Between the slower run's look and its write, the head moves on and the run for it comes and goes.
      if (!pushed) {
        pushed = true;
        there.headSha = NEWER;
        await publish(there, green, { headSha: NEWER, run: "2.1" });
      }
      return update(comment, body);
    };
    await publish(there, red, {
      judgeAgain: (judged) => {
        expect(judged).toBe(HEAD);
        return Promise.resolve({ headSha: NEWER, report: green, render: () => "green again" });
      },
    });
    expect(there.own).toHaveLength(1);
    expect(readMarker(there.own[0]!.body)?.headSha).toBe(NEWER);
    expect(there.own[0]?.body).toContain("green again");
  });

  it("is put right when an older run for the same head overwrites it between write and second look", async () => {
    const there = new Conversation();
    await publish(there, red, { headSha: OLDER });
    const update = there.update.bind(there);
    let isFirst = true;
    there.update = async (comment, body) => {
      await update(comment, body);
      if (!isFirst) return;
      isFirst = false;
      const older = markerLine({ key: "Plan gate:gate", hash: "01", headSha: HEAD, run: "4.1" });
      await update(comment, `${older}\nolder`);
    };
    await publish(there, red, { run: "5.1" });
    expect(readMarker(there.own[0]!.body)?.run).toBe("5.1");
  });

  it("is not fought over by two jobs that say different things under one key in one run", async () => {
    const there = new Conversation();
    await publish(there, red, { headSha: OLDER });
    const update = there.update.bind(there);
    there.update = async (comment, body) => {
      await update(comment, body);
      await update(comment, `${markerLine({ key: "Plan gate:gate", hash: "01", headSha: HEAD, run: "1.1" })}\nother`);
    };
    const publication = await publish(there, red);
    expect(publication).toMatchObject({ outcome: "skipped", because: expect.stringContaining("meanwhile") as unknown });
    expect(there.calls.filter((call) => call.startsWith("update"))).toHaveLength(2);
  });

  it("stops after some rounds when the head never stands still", async () => {
    const there = new Conversation();
    let count = 0;
    const read = there.read.bind(there);
    there.read = () => {
      count += 1;
      there.headSha = `${count}`.padStart(40, "0");
      return read();
    };
    const publication = await publish(there, red, {
      judgeAgain: () => Promise.resolve({ headSha: there.headSha, report: red, render: () => "red" }),
    });
    expect(count).toBe(8);
    expect(publication.outcome).toBe("skipped");
  });

  it("is not made twice, nor written twice, when what is read is behind what was written", async () => {
    const there = new Conversation();
    const read = there.read.bind(there);
    let behind: Awaited<ReturnType<Conversation["read"]>> | null = null;
    there.read = async () => (there.calls.push("read"), behind ?? (behind = await read()));
    expect(await publish(there, red)).toMatchObject({ outcome: "published" });
    behind = null;
    expect(await publish(there, green)).toMatchObject({ outcome: "published" });
    expect(there.calls.filter((call) => call !== "read")).toEqual(["create", "update 1"]);
  });

  it("believes the pull request itself where the conversation names a head that is behind", async () => {
    const there = new Conversation();
    await publish(there, red, { headSha: OLDER, run: "1.1" });
    there.headSha = OLDER;
    expect(await publish(there, red, { run: "2.1" })).toMatchObject({ outcome: "published" });
    expect(readMarker(there.own[0]!.body)?.headSha).toBe(HEAD);
  });

  it("counts as published when only the second look fails", async () => {
    const there = new Conversation();
    const read = there.read.bind(there);
    let looks = 0;
    there.read = () => (++looks === 2 ? Promise.reject(failure(502)) : read());
    expect(await publish(there, red)).toMatchObject({ outcome: "published", outputs: { "comment-id": "1" } });
    expect(looks).toBe(2);
  });

  it("is the oldest of several; the others are folded away, and only once", async () => {
    const there = new Conversation();
    const marked = (hash: string) => `${markerLine({ key: "Plan gate:gate", hash, headSha: OLDER, run: "0" })}\nx`;
    for (const hash of ["01", "02", "03"]) there.own.push(there.comment(marked(hash)));
    await publish(there, red);
    expect(there.calls).toEqual(["read", "update 1", "read", "minimize 2", "minimize 3"]);
    there.calls.length = 0;
    await publish(there, red);
    expect(there.calls).toEqual(["read"]);
  });

  it("stays written when a duplicate cannot be folded away", async () => {
    const there = new Conversation();
    const body = `${markerLine({ key: "Plan gate:gate", hash: "01", headSha: OLDER, run: "0" })}\nx`;
    there.own.push(there.comment(body), there.comment(body));
    there.own[1] = { ...there.own[1]!, id: "2", nodeId: "node-2" };
    there.failures.minimize = [failure(403)];
    expect(await publish(there, red)).toMatchObject({ outcome: "published" });
  });

  it("steps back when another run has created one at the same time", async () => {
    const there = new Conversation();
    there.onCreate = () => {
      const body = `${markerLine({ key: "Plan gate:gate", hash: "01", headSha: HEAD, run: "9" })}\ntheirs`;
      there.own.push({ nodeId: "theirs", id: "99", url: "https://github.test/c/99", body, isMinimized: false });
    };
    const publication = await publish(there, red);
    expect(there.calls).toEqual(["read", "create", "read", "minimize 1"]);
    expect(publication).toMatchObject({ outcome: "skipped", outputs: { "comment-id": "99" } });
  });

  it("is found, not made twice, when the answer to its creation was lost", async () => {
    const there = new Conversation();
    there.takesEffect = true;
    there.failures.create = [failure(502)];
    expect(await publish(there, red)).toMatchObject({ outcome: "skipped", outputs: { "comment-id": "1" } });
    expect(there.own).toHaveLength(1);
  });

  it("is made when the first try came to nothing", async () => {
    const there = new Conversation();
    there.failures.create = [failure(502)];
    expect(await publish(there, red)).toMatchObject({ outcome: "published" });
    expect(there.own).toHaveLength(1);
  });

  it("is made anew when somebody deleted it just before it was to be updated", async () => {
    const there = new Conversation();
    await publish(there, red);
    there.failures.update = [failure(404)];
    there.calls.length = 0;
    const update = there.update.bind(there);
    there.update = (comment, body) => {
      there.own = [];
      return update(comment, body);
    };
    await publish(there, green, { when: "always" });
    expect(there.calls).toEqual(["read", "update 1", "read", "create", "read"]);
  });

  it("says what to add when the token may not write, and tries no second time", async () => {
    const there = new Conversation();
    there.failures.create = [failure(403)];
    const publication = await publish(there, red);
    expect(publication).toMatchObject({ outcome: "failed" });
    expect(JSON.stringify(publication)).toContain("pull-requests: write");
    expect(there.calls).toEqual(["read", "create"]);
  });

  it("does not explain a rate limit as a missing permission", async () => {
    const there = new Conversation();
    there.failures.create = [Object.assign(new Error("You have exceeded a secondary rate limit"), { status: 403 })];
    const publication = await publish(there, red);
    expect(JSON.stringify(publication)).toContain("secondary rate limit. The verdict does not depend on it");
    expect(JSON.stringify(publication)).not.toContain("permissions");
  });

  it("gives up after the second failure", async () => {
    const there = new Conversation();
    there.failures.create = [failure(502), failure(503)];
    expect(await publish(there, red)).toMatchObject({
      outcome: "failed",
      because: expect.stringMatching(/^answered 503. The verdict/) as unknown,
    });
    expect(await publish(there, red)).toMatchObject({ outcome: "published" });
  });

  it("gives up at once where a repetition cannot help", async () => {
    const there = new Conversation();
    there.failures.create = [failure(422)];
    expect(await publish(there, red)).toMatchObject({
      outcome: "failed",
      because: expect.stringMatching(/^answered 422/) as unknown,
    });
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what is thrown need not be an error
    there.read = () => Promise.reject("no error at all");
    expect(await publish(there, red)).toMatchObject({ because: expect.stringMatching(/^no error at all/) as unknown });
  });

  it("ignores a comment of ours in which the marker is not the first line", async () => {
    const there = new Conversation();
    await publish(there, red);
    there.own[0] = { ...there.own[0]!, body: `> quoted\n${there.own[0]!.body}` };
    await publish(there, red);
    expect(there.own).toHaveLength(2);
  });
});
