import { describe, expect, it } from "@jest/globals";
import { comparePlans } from "../../src/compare/compare-plans.js";
import type { Config } from "../../src/config/config.js";
import { defaults } from "../../src/config/defaults.js";
import { runRules } from "../../src/gate/run-rules.js";
import type { Violation } from "../../src/model/finding.js";
import { changeRule, planRule } from "../../src/rules/rule.js";
import { builtAnalysis } from "../kit/built-analysis.js";
import { phaseId, place, plan, type PlanNotation } from "../kit/plan-builder.js";

const TODAY = "2026-11-22";

const run = (head: PlanNotation, base?: PlanNotation, config: Config = defaults) => {
  const analysis = builtAnalysis(plan(head));
  const comparison = base === undefined ? null : comparePlans(builtAnalysis(plan(base)), analysis);
  return runRules(analysis, comparison, config, TODAY);
};

const broken: PlanNotation = { A: { tier: 1 }, B: { tier: 1, dependsOn: ["A"] } };

describe("runRules", () => {
  it("stamps rule, severity, plan and fingerprint onto what a rule says", () => {
    expect(run(broken)).toMatchObject([
      {
        ruleId: "intra-tier-dependency",
        severity: "error",
        plan: "plan.md",
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown as string,
        isNew: true,
        waivedBy: null,
        phases: ["B", "A"],
      },
    ]);
  });

  it("takes the severity from the configuration, and does not run what is off", () => {
    const configured = (severity: "off" | "notice" | null): Config => ({
      ...defaults,
      rules: new Map([["intra-tier-dependency", { severity }]]),
    });
    expect(run(broken, undefined, configured("notice")).map((finding) => finding.severity)).toEqual(["notice"]);
    expect(run(broken, undefined, configured("off"))).toEqual([]);
    expect(run(broken, undefined, configured(null)).map((finding) => finding.severity)).toEqual(["error"]);
  });

  it("knows what base has already, wherever it stands there", () => {
    const base = [
      ["X", {}],
      ["B", { tier: 1, dependsOn: ["A"] }],
      ["A", { tier: 1 }],
    ] as const;
    const head = { ...broken, C: { tier: 1, dependsOn: ["A"] } };
    expect(run(head, base).map(({ phases, isNew }) => [phases.join("→"), isNew])).toEqual([
      ["B→A", false],
      ["C→A", true],
    ]);
  });

  it("keeps a fingerprint through renamed cases of an id, and changes it with phase, rule and plan", () => {
    const printsOf = (notation: PlanNotation, name = "plan.md") =>
      runRules(builtAnalysis(plan(notation, { name })), null, defaults, TODAY).map((finding) => finding.fingerprint);
    const [print] = printsOf(broken);
    expect(printsOf({ a: { tier: 1 }, b: { tier: 1, dependsOn: ["a"] } })).toEqual([print]);
    expect(printsOf({ A: { tier: 1 }, C: { tier: 1, dependsOn: ["A"] } })).not.toEqual([print]);
    expect(printsOf(broken, "other.md")).not.toEqual([print]);
  });

  it("sorts by path, offset and rule id, and tells equal findings apart by counting them", () => {
    const says = (...places: [path: string, line: number][]): Violation[] =>
      places.map(([path, line]) => ({ place: { ...place(line), path }, message: "m", phases: [phaseId("A")] }));
    const rule = (id: string, violations: Violation[]) =>
      planRule({ id, summary: "S.", severity: "error", check: () => violations });
    const rules = [rule("z-rule", says(["b.md", 1], ["a.md", 9])), rule("a-rule", says(["a.md", 9], ["a.md", 2]))];
    const findings = runRules(builtAnalysis(plan({})), null, defaults, TODAY, rules);
    expect(findings.map(({ place, ruleId }) => `${place.path}:${place.line} ${ruleId}`)).toEqual([
      "a.md:2 a-rule",
      "a.md:9 a-rule",
      "a.md:9 z-rule",
      "b.md:1 z-rule",
    ]);
    expect(new Set(findings.map((finding) => finding.fingerprint)).size).toBe(4);
  });

  it("runs rules about changes only with a base, and calls what they say new", () => {
    const rule = changeRule({
      id: "a-change",
      summary: "S.",
      severity: "warning",
      *check({ changes }) {
        for (const change of changes) yield { place: place(1), message: change.kind, phases: [] };
      },
    });
    const head = builtAnalysis(plan({ A: {} }));
    const comparison = comparePlans(builtAnalysis(plan({})), head);
    expect(runRules(head, null, defaults, TODAY, [rule])).toEqual([]);
    expect(runRules(head, comparison, defaults, TODAY, [rule])).toMatchObject([
      { message: "phase-added", isNew: true },
    ]);
  });
});
