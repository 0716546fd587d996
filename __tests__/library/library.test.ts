import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import * as library from "../../src/library.js";
import { ruleIds } from "../../src/rules/index.js";
import { VERSION } from "../../src/version.js";

const read = (path: string) => ({ path: "docs/PLAN.md", text: readFileSync(path, "utf8") });
const head = [read("examples/ferry/head/docs/PLAN.md")];
const base = [read("examples/ferry/base/docs/PLAN.md")];
const input = {
  plans: [{ name: "ferry", head, base }],
  config: library.defaultConfig,
  today: "2026-11-22",
};

describe("the library", () => {
  it("exports what its page lists, and nothing else", () => {
    const page = readFileSync("docs/library.md", "utf8");
    const listed = [...page.matchAll(/^\| `(\w+)/gm)].map((match) => match[1]);
    expect(listed.sort()).toEqual(Object.keys(library).sort());
  });

  it("judges, in every format", () => {
    const report = library.checkPlan(input);
    expect(report.verdict.outcome).toBe("fail");
    expect(JSON.parse(library.renderReport(report, "json"))).toEqual(JSON.parse(JSON.stringify(report)));
    expect(library.renderReport(report, "text")).toContain("Plan gate failed");
    expect(library.renderReport(report, "text")).not.toContain("\u001b");
    expect(library.renderReport(report, "text", { color: true })).toContain("\u001b");
    expect(library.renderReport(report, "markdown")).toContain("Plan gate failed");
    expect(library.renderReport(report, "sarif")).toContain('"plan-gate"');
    expect(library.renderReport(report, "junit")).toContain("<testsuites");
  });

  it("mends", () => {
    const { after } = library.fixPlans(input, "all");
    const mended = library.checkPlan({ ...input, plans: [{ name: "ferry", head: after, base }] });
    expect(mended.findings.filter(({ fix }) => fix !== null)).toEqual([]);
  });

  it("reads and schedules", () => {
    const { phases } = library.readPlan(head);
    expect(phases.length).toBeGreaterThan(3);
    const schedule = library.schedulePlans({
      plans: [{ name: "ferry", head }],
      config: library.defaultConfig,
      today: "2026-11-22",
      model: "dependencies",
      portion: "full",
      agents: 2,
    });
    expect(library.renderSchedule(schedule, "text")).toContain(phases[0]!.label);
    expect(library.renderSchedule(schedule, "mermaid")).toContain("gantt");
  });

  it("reads a configuration, and says all that is wrong with one", () => {
    expect(library.parseConfig("fail-on: warning").failOn).toBe("warning");
    expect(library.parseConfig('{ "gate": "all" }').gate).toBe("all");
    expect(() => library.parseConfig("fail-on: loud", "my.yml")).toThrow(library.SetupError);
    expect(library.matchPlans(library.parseConfig("plans: ['*.md']"), ["a.md", "b.txt"])).toEqual([
      { name: "a.md", documents: ["a.md"] },
    ]);
  });

  it("knows its rules and its version", () => {
    expect(library.rules.map(({ id }) => id)).toEqual(ruleIds);
    expect(library.rules[0]!.url).toBe(`https://github.com/plan-gate/plan-gate/blob/main/docs/rules/${ruleIds[0]}.md`);
    expect(library.version).toBe(VERSION);
  });
});
