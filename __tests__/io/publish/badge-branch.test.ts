import { createHash } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { type BadgeBranch, badgePublisher, type BranchState } from "../../../src/io/publish/badge-branch.js";
import { badgeFiles, type BadgeFile } from "../../../src/render/index.js";
import { planOf, reportOf } from "../../kit/report-builder.js";

const report = reportOf({ plans: [planOf([{ id: "1", title: "Slipway", weeks: 4 }])] });
const url = "https://github.test/octo/plans/tree/badges";

const refusal = (status: number, message = "Update is not a fast forward") =>
  Object.assign(new Error(message), { status });

/** A branch in memory, as git keeps it. */
class Branch implements BadgeBranch {
  files: Map<string, string> | null = null;
  isNewest = true;
  commits = 0;
  readonly written: string[][] = [];
  /** What happens in place of the next writes, one after the other; they come to nothing. */
  readonly instead: (() => Error)[] = [];
  /** Errors to answer with although the write takes effect. */
  readonly unclear: Error[] = [];

  read(): Promise<BranchState | null> {
    if (this.files === null) return Promise.resolve(null);
    const entries = new Map<string, { type: string; sha: string }>();
    for (const [path, text] of this.files) {
      const folder = path.replace(/\/?[^/]*$/, "");
      if (folder !== "") entries.set(folder, { type: "tree", sha: "0" });
      const sha = createHash("sha1")
        .update(`blob ${Buffer.byteLength(text)}\0${text}`)
        .digest("hex");
      entries.set(path, { type: "blob", sha });
    }
    return Promise.resolve({ commit: String(this.commits), tree: "0", entries });
  }

  isCurrent(): Promise<boolean> {
    return Promise.resolve(this.isNewest);
  }

  async write(state: BranchState | null, files: readonly BadgeFile[]): Promise<void> {
    const spoilt = this.instead.shift();
    if (spoilt) throw spoilt();
    if (((await this.read())?.commit ?? null) !== (state?.commit ?? null)) throw refusal(422);
    this.put(Object.fromEntries(files.map(({ path, text }) => [path, text])));
    this.written.push(files.map(({ path }) => path));
    const error = this.unclear.shift();
    if (error) throw error;
  }

  put(files: Readonly<Record<string, string>>): void {
    this.files = new Map([...(this.files ?? []), ...Object.entries(files)]);
    this.commits++;
  }

  publish(isDryRun = false) {
    return badgePublisher(this, { url, isDryRun }).publish(report);
  }
}

describe("publishing badges", () => {
  it("begins the branch, and writes nothing when nothing has changed", async () => {
    const branch = new Branch();
    expect(await branch.publish()).toEqual({ outcome: "published", where: url });
    expect(branch.written).toEqual([badgeFiles(report).map(({ path }) => path)]);
    expect(await branch.publish()).toEqual({ outcome: "skipped", because: "the badges are up to date" });
    expect(branch.written).toHaveLength(1);
  });

  it("writes only what differs and leaves the rest alone", async () => {
    const branch = new Branch();
    await branch.publish();
    branch.put({ "gate.svg": "old", "coverage.svg": "ours", "docs-plan/other.svg": "ours" });
    await branch.publish();
    expect(branch.written[1]).toEqual(["gate.svg"]);
    expect(branch.files!.get("coverage.svg")).toBe("ours");
  });

  it("looks again where another run was quicker", async () => {
    const branch = new Branch();
    branch.instead.push(() => (branch.put({ "other/gate.svg": "theirs" }), refusal(422)));
    expect(await branch.publish()).toMatchObject({ outcome: "published" });
    expect([...branch.files!.keys()]).toEqual(["other/gate.svg", ...badgeFiles(report).map(({ path }) => path)]);
  });

  it("steps back for a run for a newer commit, also in the middle of a race", async () => {
    const branch = new Branch();
    branch.isNewest = false;
    expect(await branch.publish()).toMatchObject({ outcome: "skipped" });
    branch.isNewest = true;
    branch.instead.push(() => {
      branch.isNewest = false;
      branch.put({ "gate.svg": "newer" });
      return refusal(409);
    });
    expect(await branch.publish()).toMatchObject({ outcome: "skipped" });
    expect(branch.files).toEqual(new Map([["gate.svg", "newer"]]));
  });

  it("gives up after three races", async () => {
    const branch = new Branch();
    for (let race = 1; race <= 4; race++) branch.instead.push(() => (branch.put({ x: `${race}` }), refusal(422)));
    expect(await branch.publish()).toMatchObject({ outcome: "failed" });
    expect(branch.instead).toHaveLength(1);
  });

  it("does not repeat what a rule refuses, and says so", async () => {
    const branch = new Branch();
    branch.put({ "README.md": "Badges" });
    const rule = refusal(422, "Repository rule violations found\n\nChanges must be made through a pull request.");
    for (let time = 0; time < 3; time++) branch.instead.push(() => rule);
    const because =
      "GitHub refuses the commit (Repository rule violations found); badge-branch needs a branch that no rule protects";
    expect(await branch.publish()).toEqual({ outcome: "failed", because });
    expect(branch.instead).toHaveLength(2);
  });

  it.each([403, 404])("names the permission after a %i", async (status) => {
    const branch = new Branch();
    branch.instead.push(() => refusal(status, "Resource not accessible by integration"));
    const because = expect.stringContaining("`contents: write`") as unknown;
    expect(await branch.publish()).toEqual({ outcome: "failed", because });
  });

  it("does not take a rate limit for a missing permission", async () => {
    const branch = new Branch();
    branch.instead.push(() => refusal(403, "You have exceeded a secondary rate limit."));
    expect(await branch.publish()).toMatchObject({ because: "You have exceeded a secondary rate limit." });
  });

  it("takes what an unclear answer has left for its own", async () => {
    const branch = new Branch();
    branch.unclear.push(refusal(502, "Bad gateway"));
    expect(await branch.publish()).toEqual({ outcome: "published", where: url });
    expect(branch.written).toHaveLength(1);
  });

  it.each([
    ["a file where a plan's folder belongs", { "docs-plan": "a file" }, "docs-plan"],
    ["a folder where a badge belongs", { "gate.svg/x": "a file" }, "gate.svg"],
  ])("does not write over %s", async (_, files, obstacle) => {
    const branch = new Branch();
    branch.put(files);
    expect(await branch.publish()).toEqual({ outcome: "failed", because: `${obstacle} on the branch is in the way` });
    expect(branch.written).toEqual([]);
  });

  it("only says in a dry run what it would write", async () => {
    const branch = new Branch();
    const because = expect.stringMatching(/^this is a dry run; it would write gate\.svg, /) as unknown;
    expect(await branch.publish(true)).toEqual({ outcome: "skipped", because });
    expect(branch.files).toBeNull();
  });

  it("has nothing to do without plans", async () => {
    const publisher = badgePublisher(new Branch(), { url, isDryRun: false });
    expect(await publisher.publish(reportOf())).toMatchObject({ outcome: "skipped" });
  });
});
