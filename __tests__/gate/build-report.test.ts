import { describe, expect, it } from "@jest/globals";
import { comparePlans } from "../../src/compare/compare-plans.js";
import { defaults } from "../../src/config/defaults.js";
import { buildReport } from "../../src/gate/build-report.js";
import { decideVerdict } from "../../src/gate/decide-verdict.js";
import { runRules } from "../../src/gate/run-rules.js";
import type { SourceDocument } from "../../src/model/document.js";
import type { BreakingChange } from "../../src/model/plan.js";
import { ruleIds } from "../../src/rules/index.js";
import { builtAnalysis } from "../kit/built-analysis.js";
import { entry } from "../kit/entry-builder.js";
import { place, plan, type PlanNotation } from "../kit/plan-builder.js";

const TODAY = "2026-11-22";

function report(
  head: PlanNotation,
  base?: PlanNotation,
  entries: readonly BreakingChange[] = [],
  documents: readonly SourceDocument[] = [],
) {
  const analysis = builtAnalysis(plan(head, { breakingChanges: entries }));
  const before = base === undefined ? null : builtAnalysis(plan(base));
  const comparison = before === null ? null : comparePlans(before, analysis);
  const findings = runRules(analysis, comparison, defaults, TODAY);
  return buildReport({
    verdict: decideVerdict(findings, defaults, TODAY),
    findings: findings.toReversed(),
    plans: [{ documents, head: analysis, base: before, comparison }],
    config: { ...defaults, rules: new Map([["tier-zero", { severity: "off" }]]) },
    remarks: ["first run"],
  });
}

describe("buildReport", () => {
  it("is plain rows: what goes through JSON comes back the same", () => {
    const head: PlanNotation = {
      A: { tier: 1, duration: [2, 3] },
      B: { tier: 1, dependsOn: ["A"] },
      C: { dependsOn: ["C"] },
    };
    const made = report(head, { A: { tier: 1 } }, [entry({ announced: TODAY, effective: TODAY })]);
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  });

  it("lists all rules with the severity they ran with, findings in order, and the remarks", () => {
    const made = report({ A: { tier: 1 }, B: { tier: 1, dependsOn: ["A"] }, C: { tier: 1, dependsOn: ["A"] } });
    expect(made.rules.map((rule) => rule.id)).toEqual(ruleIds);
    expect(made.rules.find((rule) => rule.id === "tier-zero")).toMatchObject({ severity: "off", about: "plan" });
    expect(made.findings.map((finding) => finding.phases.join("→"))).toEqual(["B→A", "C→A"]);
    expect(made.findings[0]).toMatchObject({ subject: null, fix: { safety: "review" }, isNew: true, waivedBy: null });
    expect(made.remarks).toEqual(["first run"]);
    expect(made).toMatchObject({ schemaVersion: 1, verdict: { outcome: "fail", errors: 2, asOf: TODAY } });
  });

  it("says what the team can do by then: as computed, or as many as the plan has use for", () => {
    const analysis = builtAnalysis(plan({ A: { duration: 3 }, B: { duration: 2 }, C: { duration: 1 } }));
    const teamOf = (agents: number | null) =>
      buildReport({
        verdict: decideVerdict([], defaults, TODAY),
        findings: [],
        plans: [{ documents: [], head: analysis, base: null, comparison: null }],
        config: { ...defaults, agents },
        remarks: [],
      }).plans[0]!.team;
    expect(teamOf(null)).toBeUndefined();
    expect(teamOf(1)).toEqual({ agents: 1, weeks: 6, lowerBound: 6, proven: true });
    expect(teamOf(2)).toEqual({ agents: 2, weeks: 3, lowerBound: 3, proven: true });
    expect(teamOf(900)).toEqual({ agents: 900, weeks: 3, lowerBound: 3, proven: true });
  });

  it("shows the lines that a fix changes, and what is to be pasted", () => {
    // The builder counts every line as 100 characters and puts a tier into column 5.
    const text = ["A | 1 |", "B | 1 |"].map((line) => line.padEnd(99)).join("\n");
    const made = report(
      { A: { tier: 1 }, B: { tier: 1, dependsOn: ["A"] } },
      undefined,
      [entry({ subject: "Search", effective: "2027-01-01" })],
      [{ path: "plan.md", text }],
    );
    expect(made.findings.map(({ ruleId }) => ruleId)).toEqual([
      "intra-tier-dependency",
      "major-version",
      "unannounced-breaking-change",
    ]);
    const [moved, , unannounced] = made.findings;
    expect(
      moved?.fix?.diff?.map(({ path, line, before, after }) => [path, line, before?.trim(), after?.trim()]),
    ).toEqual([["plan.md", 2, "B | 1 |", "B | 2 |"]]);
    expect(moved).not.toHaveProperty("toPaste");
    expect(unannounced?.toPaste).toBe("| Search | userId → ferryId |  | 2026-11-22 | 2027-01-01 |  |  |  |");
  });

  it("holds one row a phase, in plan order", () => {
    const [only] = report([
      ["B", { title: "Build", duration: [2, 4], tier: 2, dependsOn: ["A"] }],
      ["A", { duration: 3, status: "in-progress", progress: 50 }],
      ["X", { dependsOn: ["X"] }],
    ]).plans;
    expect(only).toMatchObject({ name: "plan.md", documents: ["plan.md"], change: null });
    expect(only?.agents).toEqual([{ agents: 1, weeks: 5.5, lowerBound: 5.5, proven: true }]);
    expect(only?.activation?.advice).toBe("not-worth-it");
    expect(only?.outlook).toMatchObject({ isTiered: true, queue: [{ phase: "B", waitsFor: ["A"], ready: 1.5 }] });
    expect(only?.phases).toMatchObject([
      {
        id: "B",
        label: "Phase B",
        title: "Build",
        place: place(1),
        duration: { low: 2, high: 4, weeks: 4 },
        dependsOn: ["A"],
        tier: { declared: 2, current: 2, structural: 2 },
        full: {
          earliestStart: 3,
          earliestFinish: 7,
          totalFloat: 0,
          critical: true,
          drag: 4,
          tieredStart: 3,
          tieredFinish: 7,
        },
        remaining: { earliestStart: 1.5, tieredStart: 1.5, drivenBy: "A" },
      },
      { id: "A", duration: { weeks: 3 }, progressPercent: 50, tier: { declared: null, current: 1 } },
      { id: "X", duration: null, tier: { current: null, structural: null }, full: null, remaining: null },
    ]);
    expect(only?.totals).toMatchObject({
      full: {
        sequential: 7,
        tiered: 7,
        dependencies: 7,
        low: 5,
        high: 7,
        criticalPath: ["A", "B"],
        unschedulable: ["X"],
      },
      remaining: { dependencies: 5.5 },
    });
    expect(only?.tiers).toMatchObject([
      { tier: 1, phases: ["A"], longest: "A", state: "in-progress", startWeek: 0, endWeek: 3 },
      { tier: 2, phases: ["B"], startWeek: 3, endWeek: 7 },
    ]);
  });

  it("compares what is left of both sides, and writes one row a change", () => {
    const [only] = report(
      { A: { duration: 3, status: "done" }, C: { duration: 9, title: "New", dependsOn: ["A"] } },
      { A: { duration: 3 }, B: { duration: 1, title: "Gone", dependsOn: ["A"] } },
      [entry({ subject: "Search", phase: "7.3", announced: "2026-11-01", effective: "2027-01-01" })],
    ).plans;
    expect(only?.change).toEqual({
      criticalPathWeeks: { base: 4, head: 9 },
      criticalPath: { base: ["A", "B"], head: ["C"] },
      tieredWeeks: { base: 4, head: 9 },
      changes: [
        { kind: "status-changed", phase: "A", subject: null, from: "not-started", to: "done" },
        { kind: "phase-added", phase: "C", subject: null, from: null, to: "New" },
        { kind: "phase-removed", phase: "B", subject: null, from: "Gone", to: null },
        { kind: "breaking-change-added", phase: "7.3", subject: "Search", from: null, to: "2027-01-01" },
      ],
      shifts: [
        {
          phase: "A",
          base: { tier: 1, start: 0, finish: 3, critical: true },
          head: { tier: 1, start: 0, finish: 0, critical: false },
        },
        { phase: "C", base: null, head: { tier: 1, start: 0, finish: 9, critical: true } },
        { phase: "B", base: { tier: 2, start: 3, finish: 4, critical: true }, head: null },
      ],
      catchUp: [],
    });
  });

  it("writes a row for every other kind of change", () => {
    const [only] = report(
      { A: {}, B: { title: "New", duration: 2, tier: 2, dependsOn: ["A"] }, D: { title: "Moved" } },
      { A: {}, B: { title: "Old", duration: 1, tier: 1, dependsOn: ["B"] }, C: { title: "Moved" } },
    ).plans;
    expect(only?.change?.changes.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ["phase-renamed", "Old", "New"],
      ["dependency-added", null, "A"],
      ["dependency-removed", "B", null],
      ["duration-changed", 1, 2],
      ["tier-changed", 1, 2],
      ["phase-renumbered", "C", "D"],
    ]);
  });
});
