import { describe, expect, it } from "@jest/globals";
import type { Config } from "../../../src/config/config.js";
import type { Change } from "../../../src/io/github/change.js";
import { readPlans, touchesPlan } from "../../../src/io/github/plan-documents.js";
import { aChange, FakeRepository, HEAD, MERGE_BASE } from "./fake-repository.js";

const config: Pick<Config, "plans"> = {
  plans: [
    { name: "rollout", documents: ["rollout/*.md"], ignoresCase: false },
    { name: null, documents: ["docs/*PLAN.md"], ignoresCase: false },
  ],
};

type Files = FakeRepository["files"][string];

function read(base: Files, head: Files, change: Partial<Change>) {
  const repository = new FakeRepository();
  repository.files = { [MERGE_BASE]: base, [HEAD]: head };
  return readPlans(repository, config, aChange(change)).then((result) => ({ ...result, asked: repository.asked }));
}

const doc = (path: string, text: string) => ({ path, text });

describe("the plans a change is judged by", () => {
  it("are those it touches, at both ends", async () => {
    const { plans, remarks } = await read(
      { "docs/A-PLAN.md": "old", "docs/B-PLAN.md": "b", "x.ts": "" },
      { "docs/A-PLAN.md": "new", "docs/B-PLAN.md": "b", "x.ts": "" },
      { files: [{ path: "docs/A-PLAN.md", kind: "modified" }] },
    );
    expect(plans).toEqual([
      { name: "docs/A-PLAN.md", head: [doc("docs/A-PLAN.md", "new")], base: [doc("docs/A-PLAN.md", "old")] },
    ]);
    expect(remarks).toEqual([]);
  });

  it("are complete: what did not change of a plan is read once and stands at both ends", async () => {
    const { plans, asked } = await read(
      { "rollout/1.md": "one", "rollout/2.md": "two" },
      { "rollout/1.md": "one", "rollout/2.md": "TWO", "rollout/3.md": "three" },
      {
        files: [
          { path: "rollout/2.md", kind: "modified" },
          { path: "rollout/3.md", kind: "added" },
        ],
      },
    );
    expect(plans).toEqual([
      {
        name: "rollout",
        head: [doc("rollout/1.md", "one"), doc("rollout/2.md", "TWO"), doc("rollout/3.md", "three")],
        base: [doc("rollout/1.md", "one"), doc("rollout/2.md", "two")],
      },
    ]);
    expect(asked.filter((request) => request.startsWith("file"))).toHaveLength(4);
  });

  it("follow a rename", async () => {
    const { plans } = await read(
      { "docs/PLAN.md": "text" },
      { "docs/NEW-PLAN.md": "text" },
      { files: [{ path: "docs/NEW-PLAN.md", kind: "renamed", previousPath: "docs/PLAN.md" }] },
    );
    expect(plans).toEqual([
      { name: "docs/NEW-PLAN.md", head: [doc("docs/NEW-PLAN.md", "text")], base: [doc("docs/PLAN.md", "text")] },
    ]);
  });

  it("follow a rename into a plan of several documents", async () => {
    const { plans } = await read(
      { "docs/PLAN.md": "text", "rollout/1.md": "one" },
      { "rollout/2.md": "text", "rollout/1.md": "one" },
      { files: [{ path: "rollout/2.md", kind: "renamed", previousPath: "docs/PLAN.md" }] },
    );
    expect(plans.map(({ name, head, base }) => [name, head.length, base?.length])).toEqual([
      ["rollout", 2, 1],
      ["docs/PLAN.md", 0, 1],
    ]);
  });

  it("have no base documents when the change brings them", async () => {
    const { plans } = await read({}, { "docs/PLAN.md": "text" }, { files: [{ path: "docs/PLAN.md", kind: "added" }] });
    expect(plans).toEqual([{ name: "docs/PLAN.md", head: [doc("docs/PLAN.md", "text")], base: [] }]);
  });

  it("have no head documents when the change takes them away, and that is said", async () => {
    const { plans, remarks } = await read(
      { "docs/PLAN.md": "text", "docs/B-PLAN.md": "b" },
      { "docs/B-PLAN.md": "b" },
      { files: [{ path: "docs/PLAN.md", kind: "removed" }] },
    );
    expect(plans).toEqual([{ name: "docs/PLAN.md", head: [], base: [doc("docs/PLAN.md", "text")] }]);
    expect(remarks).toEqual(["docs/PLAN.md is not there any more."]);
  });

  it("are all of them where all are asked for, with no base where there is none", async () => {
    const { plans } = await read(
      {},
      { "docs/PLAN.md": "text", "rollout/1.md": "one" },
      { files: null, mergeBaseSha: null, scope: "all" },
    );
    expect(plans.map(({ name, base }) => [name, base])).toEqual([
      ["rollout", null],
      ["docs/PLAN.md", null],
    ]);
  });

  it("keep a byte order mark and tell of bytes that are no text", async () => {
    const { plans, remarks } = await read(
      {},
      { "docs/PLAN.md": Buffer.from([0xef, 0xbb, 0xbf, 0x41, 0xff]) },
      { files: [{ path: "docs/PLAN.md", kind: "added" }] },
    );
    expect(plans[0]?.head[0]?.text).toBe("\ufeffA\ufffd");
    expect(remarks).toEqual([expect.stringContaining("not valid UTF-8")]);
  });

  it("must not vanish altogether", async () => {
    await expect(
      read({ "docs/PLAN.md": "text" }, { "x.ts": "" }, { files: [{ path: "docs/PLAN.md", kind: "removed" }] }),
    ).rejects.toMatchObject({ code: "plan-vanished", message: expect.stringContaining("docs/PLAN.md") as unknown });
    const files = { "docs/PLAN.md": "text" };
    await expect(
      read(
        files,
        { "notes.md": "text" },
        { files: [{ path: "notes.md", kind: "renamed", previousPath: "docs/PLAN.md" }] },
      ),
    ).rejects.toMatchObject({ code: "plan-vanished" });
  });

  it("must be there where all are asked for", async () => {
    await expect(read({}, { "x.ts": "" }, { files: null, mergeBaseSha: null, scope: "all" })).rejects.toMatchObject({
      code: "no-plan-found",
    });
  });

  it.each([
    ["120000", "a symbolic link"],
    ["160000", "a submodule"],
  ])("are files: mode %s is refused as %s", async (mode, kind) => {
    await expect(
      read({}, { "docs/PLAN.md": { mode, text: "../secret" } }, { files: [{ path: "docs/PLAN.md", kind: "added" }] }),
    ).rejects.toMatchObject({ code: "unreadable", message: `docs/PLAN.md is ${kind}, not a document` });
  });

  it("are refused for their size before they are read", async () => {
    const files: Files = { "docs/PLAN.md": { mode: "100644", bytes: 1_500_000 } };
    const repository = new FakeRepository();
    repository.files = { [HEAD]: files };
    const change = aChange({ files: [{ path: "docs/PLAN.md", kind: "added" }] });
    await expect(readPlans(repository, config, change)).rejects.toMatchObject({ code: "too-large" });
    expect(repository.asked).toEqual([`tree ${HEAD}`]);
  });

  it("are refused when they are too much together", async () => {
    const files: Files = {};
    for (let index = 0; index < 17; index++) files[`rollout/${index}.md`] = { mode: "100644", bytes: 1_040_000 };
    await expect(read({}, files, { files: [{ path: "rollout/0.md", kind: "added" }] })).rejects.toMatchObject({
      code: "too-large",
      message: expect.stringContaining("together") as unknown,
    });
  });

  it("are never read in part", async () => {
    const repository = new FakeRepository();
    repository.files = { [HEAD]: { "docs/PLAN.md": "text" } };
    const change = aChange({ files: [{ path: "docs/PLAN.md", kind: "modified" }] });
    await expect(readPlans(repository, config, change)).rejects.toMatchObject({ code: "unreadable" });
  });
});

describe("whether a change touches a plan", () => {
  it("looks at where a file was as well as at where it is", () => {
    expect(touchesPlan(config, [{ path: "x.md", kind: "renamed", previousPath: "docs/PLAN.md" }])).toBe(true);
    expect(touchesPlan(config, [{ path: "docs/PLAN.md", kind: "removed" }])).toBe(true);
    expect(touchesPlan(config, [{ path: "docs/x.md", kind: "modified" }])).toBe(false);
    expect(touchesPlan(config, [])).toBe(false);
  });
});

describe("a change to the status document of a plan", () => {
  const withStatus: Pick<Config, "plans"> = {
    plans: [{ name: "rollout", documents: ["rollout/*.md"], ignoresCase: false, statusDocument: "docs/status.md" }],
  };
  const files = [{ path: "docs/status.md", kind: "modified" }] as const;

  it("touches the plan", () => {
    expect(touchesPlan(withStatus, files)).toBe(true);
  });

  it("is judged with the whole plan, which knows it", async () => {
    const repository = new FakeRepository();
    repository.files = {
      [MERGE_BASE]: { "rollout/1.md": "one", "docs/status.md": "old" },
      [HEAD]: { "rollout/1.md": "one", "docs/status.md": "new" },
    };
    expect((await readPlans(repository, withStatus, aChange({ files }))).plans).toEqual([
      {
        name: "rollout",
        head: [doc("rollout/1.md", "one"), doc("docs/status.md", "new")],
        base: [doc("rollout/1.md", "one"), doc("docs/status.md", "old")],
        statusDocument: "docs/status.md",
      },
    ]);
  });
});
