import { join } from "node:path";
import { remark } from "remark";
import { describe, expect, it } from "@jest/globals";
import { VFile } from "vfile";
import remarkPlanGate, { type PlanGateOptions } from "../../src/remark.js";
import { folderOf, repositoryOf } from "../cli/temporary-tree.js";

const ASOF = { asOf: "2026-11-22" };
const row = (id: number, tier: number, on: string) => `| ${id} | ${tier} | ${on} | 1 week |`;
const plan = (...rows: readonly string[]) =>
  ["| Phase | Tier | Depends on | Duration |", "|--|--|--|--|", ...rows, ""].join("\n");
const NEIGHBOURS = plan(row(1, 1, "none"), row(2, 2, "1"), row(3, 2, "2"));

async function messagesOf(value: string, options: PlanGateOptions = {}, at: { cwd?: string; path?: string } = {}) {
  const file = new VFile({ value, path: "PLAN.md", ...at });
  await remark()
    .use(remarkPlanGate, { ...ASOF, ...options })
    .process(file);
  return file.messages;
}

describe("the plugin for remark", () => {
  it("tells a finding as a message of the file", async () => {
    const [message, ...others] = (await messagesOf(NEIGHBOURS)).filter(({ fatal }) => fatal);
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      source: "plan-gate",
      ruleId: "intra-tier-dependency",
      url: "https://github.com/plan-gate/plan-gate/blob/main/docs/rules/intra-tier-dependency.md",
      line: 5,
      note: expect.stringContaining("Tier 3"),
      actual: expect.any(String),
      expected: [expect.any(String)],
    });
    expect(message!.place).toMatchObject({ start: { line: 5 }, end: { line: 5 } });
  });

  it("keeps errors, warnings and notices apart", async () => {
    const levels = async (severity: string) => {
      const config = { rules: { "intra-tier-dependency": severity } };
      const found = (await messagesOf(NEIGHBOURS, { config })).filter(
        ({ ruleId }) => ruleId === "intra-tier-dependency",
      );
      return found.map(({ fatal }) => fatal);
    };
    expect(await levels("error")).toEqual([true]);
    expect(await levels("warning")).toEqual([false]);
    expect(await levels("notice")).toEqual([undefined]);
    expect(await levels("off")).toEqual([]);
  });

  it("says nothing about a plan in order, and about a document that is none", async () => {
    expect(await messagesOf("# Notes\n\n- milk\n")).toEqual([]);
    expect(await messagesOf(plan(row(1, 1, "none"), row(2, 2, "1")))).toEqual([]);
  });

  it("leaves the document as it is", async () => {
    const file = await remark().use(remarkPlanGate, ASOF).process("# A\n\n* b\n");
    expect(String(file)).toBe("# A\n\n* b\n");
  });

  it("judges by today where no day is given", async () => {
    const [file] = [new VFile({ value: NEIGHBOURS, path: "PLAN.md" })];
    await remark().use(remarkPlanGate).process(file);
    expect(file.messages.map(({ ruleId }) => ruleId)).toContain("intra-tier-dependency");
  });

  describe("with a configuration file", () => {
    const CONFIG = "plans:\n  - name: ferry\n    documents: [plans/*.md]\n";
    const second = plan(row(3, 2, "2"));
    const files = {
      "gate.yml": CONFIG,
      "plans/a.md": plan(row(1, 1, "none"), row(2, 2, "1")),
      "plans/b.md": plan(row(3, 3, "2")),
    };

    it.each([
      ["in a repository", repositoryOf],
      ["in a folder", folderOf],
    ])("judges a document with the others of its plan, as it is in the editor, %s", async (_, make) => {
      const cwd = make(files);
      const at = { cwd, path: "plans/b.md" };
      const errors = async (text: string) =>
        (await messagesOf(text, { configFile: "gate.yml" }, at))
          .filter(({ fatal }) => fatal)
          .map(({ ruleId }) => ruleId);
      expect(await errors(second)).toEqual(["intra-tier-dependency"]);
      expect(await errors(files["plans/b.md"])).toEqual([]);
    });

    it("knows a document that is not saved yet, by an absolute path and from a folder below", async () => {
      const cwd = repositoryOf(files);
      const at = { cwd: join(cwd, "plans"), path: join(cwd, "plans", "c.md") };
      const messages = await messagesOf(plan(row(4, 2, "2")), { configFile: "../gate.yml" }, at);
      expect(messages.map(({ ruleId }) => ruleId)).toContain("intra-tier-dependency");
    });

    it("leaves alone what is no plan by it", async () => {
      const at = { cwd: repositoryOf(files), path: "notes/c.md" };
      expect(await messagesOf(NEIGHBOURS, { configFile: "gate.yml" }, at)).toEqual([]);
    });

    it("says what is wrong with it, as a message", async () => {
      const cwd = folderOf({ "gate.yml": "fail-on: loud\n" });
      const [message] = await messagesOf(NEIGHBOURS, { configFile: "gate.yml" }, { cwd });
      expect(message).toMatchObject({ fatal: true, ruleId: "set-up", source: "plan-gate" });
      expect(message!.reason).toMatch(/^gate\.yml:1:\d+ .*fail-on/);
      const [missing] = await messagesOf(NEIGHBOURS, { configFile: "none.yml" }, { cwd });
      expect(missing!.reason).toContain("none.yml");
      const [both] = await messagesOf(NEIGHBOURS, { configFile: "gate.yml", config: {} }, { cwd });
      expect(both!.reason).toBe("configFile and config are both given.");
      const [wrong] = await messagesOf(NEIGHBOURS, { config: { gate: 3 } }, { cwd });
      expect(wrong!.reason).toContain("gate");
    });
  });
});
