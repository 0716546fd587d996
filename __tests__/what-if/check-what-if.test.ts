import { describe, expect, test } from "@jest/globals";
import { checkPlan, type CheckInput } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";
import type { Report } from "../../src/model/report.js";
import type { WhatIf } from "../../src/model/what-if.js";
import { renderers, type Format } from "../../src/render/index.js";
import { reportJsonSchema } from "../../scripts/report-schema.js";
import { Ajv2020 } from "ajv/dist/2020.js";

const phase = (id: number, tier: number, weeks: number, after: string): string =>
  `## Phase ${id}: Part ${id}\n\n**Tier:** ${tier}\n**Duration:** ${weeks} weeks\n**Dependencies:** ${after}\n\n`;
const HARBOUR = `# Harbour\n\n${phase(1, 1, 5, "none")}${phase(2, 2, 3, "Phase 1")}${phase(3, 2, 4, "none")}`;
const QUAY = `# Quay\n\n${phase(1, 1, 2, "none")}`;

const LONGER: WhatIf = { kind: "set", phase: "2", field: "duration", value: "8w" };
const WAITS: WhatIf = { kind: "add-dependency", phase: "3", on: "2" };

function check(whatIf: readonly WhatIf[], more: Partial<CheckInput> & { base?: string; other?: string } = {}): Report {
  const { base, other, ...rest } = more;
  const plans = [
    {
      name: "harbour.md",
      head: text("harbour.md", HARBOUR),
      base: base === undefined ? null : text("harbour.md", base),
    },
    ...(other === undefined ? [] : [{ name: "quay.md", head: text("quay.md", other), base: null }]),
  ];
  return checkPlan({ plans, config: defaults, today: "2026-11-22", whatIf, ...rest });
}

const text = (path: string, content: string) => [{ path, text: content }];
const rendered = (report: Report, format: Format): string =>
  renderers[format](report, {
    budget: "comment",
    version: "1.2.3",
    links: null,
    rulesUrl: null,
    detailsUrl: null,
    color: false,
    width: 100,
  });

test("without anything to try, the report says nothing of it", () => {
  expect(check([])).not.toHaveProperty("whatIf");
  expect(check([]).plans[0]!.change).toBeNull();
});

describe("without a base", () => {
  const report = check([LONGER, WAITS]);

  test("the plan as written is the base", () => {
    expect(report.whatIf).toEqual({
      against: "documents",
      changes: [
        { plan: "harbour.md", phase: "2", sentence: "Phase 2 takes 8 weeks" },
        { plan: "harbour.md", phase: "3", sentence: "Phase 3 waits for Phase 2" },
      ],
    });
    expect(report.plans[0]!.change).toMatchObject({
      criticalPathWeeks: { base: 8, head: 17 },
      changes: [
        { kind: "duration-changed", phase: "2", from: 3, to: 8 },
        { kind: "dependency-added", phase: "3", to: "2" },
      ],
    });
  });

  test("only what the changes bring about counts, at its place in the document", () => {
    const found = report.findings.filter(({ isNew }) => isNew).map(({ ruleId, place }) => [ruleId, place.line]);
    expect(found).toEqual([
      ["critical-path-growth", 9],
      ["intra-tier-dependency", 15],
    ]);
    expect(report.findings.every(({ place }) => place.revision === undefined)).toBe(true);
    expect(report.verdict.outcome).toBe("fail");
    expect(check([LONGER]).verdict.outcome).toBe("pass");
  });

  test("a plan that fails as written passes when nothing new is wrong", () => {
    const wrong = `# Harbour\n\n${phase(1, 1, 5, "none")}${phase(2, 1, 3, "Phase 1")}`;
    const one = (whatIf: readonly WhatIf[]) => {
      const plans = [{ name: "harbour.md", head: text("harbour.md", wrong), base: null }];
      return checkPlan({ plans, config: defaults, today: "2026-11-22", whatIf }).verdict;
    };
    expect(one([])).toMatchObject({ outcome: "fail", errors: 1, alreadyOnBase: 0 });
    expect(one([LONGER])).toMatchObject({ outcome: "pass", errors: 0, alreadyOnBase: 1 });
  });

  test("the text says so before anything else", () => {
    const lines = rendered(report, "text").split("\n");
    expect(lines[0]).toBe("What if: Phase 2 takes 8 weeks; Phase 3 waits for Phase 2.");
    expect(lines).toContain("Changes against the plan as written");
    expect(rendered(check([]), "text")).not.toContain("What if");
  });

  test("the comment says so right behind the verdict", () => {
    const [first, , second] = rendered(report, "markdown").split("\n");
    expect(first).toMatch(/^### ❌ Plan gate failed: 1 error/);
    expect(second).toBe(
      "**What if:** Phase 2 takes 8 weeks; Phase 3 waits for Phase 2. Compared with the plan as written.",
    );
  });

  test("the JSON is what the schema describes", () => {
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(reportJsonSchema());
    expect(validate(JSON.parse(rendered(report, "json"))) ? [] : validate.errors).toEqual([]);
  });
});

test("with a base, head is tried and base stays", () => {
  const base = `# Harbour\n\n${phase(1, 1, 5, "none")}${phase(2, 2, 2, "Phase 1")}`;
  const report = check([LONGER], { base });
  expect(report.whatIf?.against).toBe("base");
  expect(report.plans[0]!.change).toMatchObject({
    criticalPathWeeks: { base: 7, head: 13 },
    changes: [
      { kind: "duration-changed", phase: "2", from: 2, to: 8 },
      { kind: "phase-added", phase: "3" },
    ],
  });
  expect(rendered(report, "text")).toContain("Changes against base");
  expect(report.remarks).toEqual(["The changes against base hold what was tried on head: Phase 2 takes 8 weeks."]);
});

test("of several plans the one that has the phase is changed, and named", () => {
  const report = check([LONGER, { kind: "set", phase: "quay.md/1", field: "tier", value: "0" }], { other: QUAY });
  expect(rendered(report, "text")).toMatch(
    /^What if: Phase 2 takes 8 weeks \(harbour\.md\); Phase 1 is in Tier 0 \(quay\.md\)\.\n/,
  );
  expect(report.plans.map(({ change }) => change?.changes.length)).toEqual([1, 1]);
});

test("names from a plan are only text", () => {
  const hostile = "## Phase 1: A\n\n**Duration:** 1 week\n\n### T-1 x\n";
  const report = check([{ kind: "drop", phase: "1" }], {
    plans: [{ name: "<b>::error::x", head: text("a.md", hostile), base: null }],
  });
  const many = { ...report, plans: [...report.plans, ...report.plans] };
  expect(rendered(many, "text").split("\n", 1)[0]).not.toContain("::error::");
  expect(rendered(many, "markdown")).not.toContain("<b>");
});
