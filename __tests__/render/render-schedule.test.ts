import { describe, expect, it } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { scheduleJsonSchema } from "../../scripts/schedule-schema.js";
import type { ScheduleReport } from "../../src/model/schedule-report.js";
import { scheduleInDepth } from "../../src/outlook/schedule-in-depth.js";
import { scheduleRenderers, type ScheduleFormat } from "../../src/render/index.js";
import { scheduleSheet, type SheetChoice } from "../../src/schedule/schedule-sheet.js";
import { builtAnalysis } from "../kit/built-analysis.js";
import { plan, type PlanNotation } from "../kit/plan-builder.js";
import { randomPlan } from "../schedule/random-plan.js";

const FERRY: PlanNotation = {
  1: { title: "Identity", duration: 6, status: "done", tier: 0 },
  2: { title: "Timetable", duration: 4, tier: 1, dependsOn: ["1"] },
  3: { title: "Seats", duration: [1, 2], tier: 1, dependsOn: ["1"] },
  4: { title: "Wallet", duration: 3, tier: 2, dependsOn: ["2", "3"] },
  5: { title: "Launch", tier: 2, dependsOn: ["4"] },
};

function reportOf(
  notation: PlanNotation,
  choice: Partial<SheetChoice> = {},
  more: Partial<ScheduleReport> = {},
): ScheduleReport {
  const chosen: SheetChoice = { model: "dependencies", portion: "full", agents: null, ...choice };
  const sheet = scheduleSheet(builtAnalysis(plan(notation)), chosen, null);
  return {
    schemaVersion: 1,
    model: chosen.model,
    portion: chosen.portion,
    plans: [sheet],
    remarks: [],
    ...more,
  };
}

const rendered = (report: ScheduleReport, format: ScheduleFormat, color = false, width = 120): string =>
  scheduleRenderers[format](report, { color, width });

/** The same with what stands behind the schedule. */
function deepReportOf(notation: PlanNotation): ScheduleReport {
  const report = reportOf(notation);
  const calendar = { start: "2026-01-05", holidays: [] };
  const depth = scheduleInDepth(builtAnalysis(plan(notation)), {
    calendar,
    targetWeeks: null,
    agents: null,
    today: "2026-02-02",
  });
  return { ...report, plans: [{ ...report.plans[0]!, depth }] };
}

describe("in depth", () => {
  it("stands below the totals, as text and folded in Markdown", () => {
    const text = rendered(deepReportOf(FERRY), "text");
    const titles = text.match(/^(Progress|Tier queue|Dates|Schedule health|Weeks in all)/gm);
    expect(titles).toEqual(["Weeks in all", "Progress", "Tier queue", "Dates", "Schedule health"]);
    expect(text).toMatch(/^ {2}Phase 4 +11–13 +2026-03-16 to 2026-04-03 /m);
    expect(text).toContain("Not less than shown");
    const markdown = rendered(deepReportOf(FERRY), "markdown");
    expect(markdown).toContain("<summary>Schedule in depth</summary>\n\n**Progress**");
  });

  it("is described by the schema", () => {
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(scheduleJsonSchema());
    const report: unknown = JSON.parse(rendered(deepReportOf(FERRY), "json"));
    expect(validate(report) ? [] : validate.errors).toEqual([]);
  });
});

describe("as text", () => {
  it("shows the phases, what they wait for and the totals, each table explained", () => {
    expect(rendered(reportOf(FERRY), "text")).toBe(
      `plan.md: ≥ 13 weeks for the whole plan
Dependencies only (critical path). Longest chain: Phase 1 → Phase 2 → Phase 4 → Phase 5

Phase              Tier  Weeks  When           Float              Starts after
Phase 1 Identity      0      6  Week 1–6           0  ● critical  –
Phase 2 Timetable     1      4  Week 7–10          0  ● critical  Phase 1
Phase 3 Seats         1      2  Week 7–8           2  ○ nearly    Phase 1
Phase 4 Wallet        2      3  Week 11–13         0  ● critical  Phase 2
Phase 5 Launch        3      0  after week 13      0  ● critical  Phase 4
Float is how many weeks a phase may slip before the end of the plan moves; critical phases have none. “Starts after”
names the phase whose end decides the start.

≥: without a duration, counted as 0 weeks: Phase 5.

Weeks in all                       whole  left
One phase after the other             15     9
Tier by tier, as declared             13     7
Tier by tier, as computed             13     7
Tier 0 first, then dependencies       13     7
Dependencies only (critical path)     13     7
The same work organised in different ways: a tier starts when all of the tier before it is done; by dependencies alone,
each phase starts as soon as those it waits for are done.
`,
    );
  });

  it("shows of what is left only what is not over", () => {
    const text = rendered(reportOf(FERRY, { portion: "remaining", model: "tiered" }), "text");
    expect(text).toMatch(/^plan\.md: ≥ 7 weeks for what is left\nTier by tier, as declared\./);
    expect(text).not.toContain("Phase 1 Identity");
    expect(text).toMatch(/^Phase 4 Wallet +2 +3 +Week 5–7 /m);
  });

  it("shows who does what", () => {
    expect(rendered(reportOf(FERRY, { agents: 2 }), "text")).toContain(`
2 agents: 13 weeks, proven best, 58 % of their time is work
  Agent 1  Week 1–6    Phase 1
           Week 7–10   Phase 2
           Week 11–13  Phase 4
  Agent 2  Week 7–8    Phase 3
An agent is a person`);
  });

  it("shows before and after where something was tried", () => {
    const { plans } = reportOf(FERRY);
    const { totals } = plans[0]!;
    const before = { ...totals, full: { ...totals.full, dependencies: 11.5 } };
    const changes = [{ plan: "plan.md", phase: "2", sentence: "Phase 2 takes 4 weeks" }];
    const report = { ...reportOf(FERRY), plans: [{ ...plans[0]!, before }], remarks: ["a remark"] };
    const text = rendered({ ...report, whatIf: { against: "documents", changes } }, "text");
    expect(text).toMatch(/^What if: Phase 2 takes 4 weeks\.\n\nplan\.md: /);
    expect(text).toMatch(/^Dependencies only \(critical path\) +11\.5 → 13 +7$/m);
    expect(text).toMatch(/\n\nnote: a remark\n$/);
  });

  it("marks critical rows in red, and keeps to the width", () => {
    const text = rendered(reportOf(FERRY), "text", true, 60);
    expect(text).toContain("\u001B[31mPhase 4 Wallet");
    expect(text).not.toContain("\u001B[31mPhase 3 Seats");
    const prose = text.split("\n").filter((line) => line.startsWith("\u001B[2m"));
    expect(prose.length).toBeGreaterThan(2);
    // eslint-disable-next-line no-control-regex
    expect(prose.every((line) => line.replace(/\u001B\[\d+m/g, "").length <= 60)).toBe(true);
  });

  it("says so when there is nothing", () => {
    expect(rendered(reportOf({}), "text")).toBe("plan.md: nothing to schedule\n");
    expect(rendered(reportOf({}), "markdown")).toBe("### plan.md: nothing to schedule\n");
  });

  it("names what has no dates", () => {
    const cycle: PlanNotation = {
      1: { duration: 1, dependsOn: ["2"] },
      2: { duration: 1, dependsOn: ["1"] },
      3: { duration: 2, status: "tangent" },
    };
    const text = rendered(reportOf(cycle), "text");
    expect(text).toContain("≥: in or behind a dependency cycle, without dates: Phase 1, Phase 2.\n");
    expect(text).toContain("Tangents and deprecated phases are not scheduled: Phase 3.\n");
    expect(text).not.toContain("Float");
  });
});

describe("as Markdown", () => {
  it("shows the same in tables", () => {
    const lines = rendered(reportOf(FERRY, { agents: 1 }), "markdown").split("\n");
    expect(lines[0]).toBe("### plan.md: ≥ 13 weeks for the whole plan");
    expect(lines).toContain("| Phase\u00A03 Seats | 1 | 2 | Week\u00A07–8 | 2 | ○\u00A0nearly | Phase\u00A01 |");
    expect(lines).toContain("| Dependencies only (critical path) | 13 | 7 |");
    expect(lines).toContain("**1 agent:** 15 weeks, proven best, 100 % of their time is work");
  });

  it("keeps text from the plan text", () => {
    const hostile = reportOf({ 1: { label: "Phase 1 | <b>", title: "@all [x](y)\n# z", duration: 1 } }, { agents: 1 });
    const markdown = rendered(hostile, "markdown");
    expect(markdown).not.toMatch(/<b>|@all|[^\\]\]\(y\)|^# z/m);
  });
});

describe("as Mermaid", () => {
  it("draws a bar a phase, by tier, critical ones marked", () => {
    expect(rendered(reportOf(FERRY), "mermaid")).toBe(
      `gantt
  title Dependencies only (critical path), the whole plan, in weeks
  dateFormat x
  axisFormat %s
  tickInterval 2second
  todayMarker off
  section Tier 0
    Phase 1 Identity (6) :crit, 0, 6000
  section Tier 1
    Phase 2 Timetable (4) :crit, 6000, 10000
    Phase 3 Seats (2) :6000, 8000
  section Tier 2
    Phase 4 Wallet (3) :crit, 10000, 13000
  section Tier 3
    Phase 5 Launch (0) :crit, milestone, 13000, 13000
`,
    );
  });

  it("has a section a plan where there are several", () => {
    const { plans, ...report } = reportOf(FERRY);
    const two = { ...report, plans: [plans[0]!, { ...plans[0]!, name: "b: c;\n%%{init}%%" }] };
    const sections = rendered(two, "mermaid").match(/^ {2}section .*$/gm);
    expect(sections).toEqual(["  section plan.md", "  section b#58; c#59; #37;#37;#123;init#125;#37;#37;"]);
  });

  it("stays below what Mermaid draws, and counts the rest", () => {
    const long = Array.from(
      { length: 2000 },
      (_, index) => [`p${index}`, { title: "#;:".repeat(20), duration: 1 }] as const,
    );
    const chart = rendered(reportOf(long), "mermaid");
    expect(chart.length).toBeLessThan(50_000);
    const bars = chart.match(/^ {4}\S/gm)!.length;
    expect(chart.endsWith(`  section and ${2000 - bars} more phases\n`)).toBe(true);
  });
});

describe("as JSON", () => {
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(scheduleJsonSchema());

  it("is what the schema describes", () => {
    fc.assert(
      fc.property(randomPlan(8), fc.option(fc.integer({ min: 1, max: 3 })), (notation, agents) => {
        const report = reportOf(notation, { agents });
        const json: unknown = JSON.parse(rendered(report, "json"));
        expect(json).toEqual(report);
        expect(validate(json) ? [] : validate.errors).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it("is refused by the schema when a field is missing", () => {
    const { plans, ...rest } = reportOf(FERRY);
    expect(validate(rest)).toBe(false);
    expect(validate({ ...rest, plans, added: 1 })).toBe(true);
  });
});
