import { describe, expect, it } from "@jest/globals";
import { badgeMarkdown } from "../../../src/render/badges/badge-markdown.js";
import { reportBadges } from "../../../src/render/badges/report-badges.js";
import type { PlanReport, Report } from "../../../src/model/report.js";
import { badgeEndpoints, badgeFiles } from "../../../src/render/index.js";
import { findingOf, planOf, reportOf } from "../../kit/report-builder.js";

const PHASES = [
  { id: "1", title: "Slipway", weeks: 4, tier: 1, status: "in-progress", remaining: 2 },
  { id: "2", title: "Hull", weeks: 8, tier: 2, dependsOn: ["1"] },
] as const;
const error = findingOf({ ruleId: "tier-inversion", message: "Wrong." });
const warning = findingOf({ ruleId: "tier-zero", message: "Odd.", severity: "warning" });

/** What the badges say, by their paths. */
function said(report: Report): Record<string, string> {
  return Object.fromEntries(reportBadges(report).map(({ path, badge }) => [path, `${badge.message} (${badge.tone})`]));
}

const saidOf = (plan: PlanReport) => said(reportOf({ plans: [plan] }));

describe("the badge of the gate", () => {
  const gate = (more: Parameters<typeof reportOf>[0]) => {
    const [all, plan] = reportBadges(reportOf({ plans: [planOf(PHASES)], ...more }));
    expect(plan!.badge.message).toBe(all!.badge.message);
    expect(plan!.badge.isError).toBe(all!.badge.isError);
    return [plan!.badge.message, plan!.badge.tone, plan!.badge.isError];
  };

  it("says passing, or what counts, the worst alone", () => {
    expect(gate({})).toEqual(["passing", "good", false]);
    expect(gate({ findings: [warning] })).toEqual(["1 warning", "caution", false]);
    expect(gate({ findings: [error, error, warning] })).toEqual(["2 errors", "bad", true]);
  });

  it("is an error where the gate is closed", () => {
    const [outcome, failOn] = ["fail", "warning"] as const;
    expect(gate({ findings: [warning], verdict: { outcome, failOn } })).toEqual(["1 warning", "caution", true]);
    const never = { outcome: "pass", failOn: "never" } as const;
    expect(gate({ findings: [error], verdict: never })).toEqual(["1 error", "bad", false]);
    const override = { label: "now", by: "alice", at: "2026-11-22T09:00:00Z" };
    expect(gate({ findings: [error], verdict: { outcome: "pass", override } })).toEqual(["1 error", "bad", false]);
  });

  it("leaves out what the verdict leaves out", () => {
    expect(gate({ findings: [{ ...error, isNew: false }] })).toEqual(["passing", "good", false]);
    expect(gate({ findings: [{ ...error, waivedBy: "Harbour office" }] })).toEqual(["passing", "good", false]);
    const all = { gate: "all" } as const;
    expect(gate({ findings: [{ ...error, isNew: false }], verdict: all })).toEqual(["1 error", "bad", true]);
  });

  it("counts each plan's own findings", () => {
    const plans = ["north.md", "south.md"].map((name) => ({ ...planOf(PHASES), name }));
    const findings = [
      { ...error, plan: "south.md" },
      { ...error, plan: ".github/plan-gate.yml" },
    ];
    const report = reportOf({ plans, findings });
    expect(said(report)).toMatchObject({
      gate: "2 errors (bad)",
      "north/gate": "passing (good)",
      "south/gate": "1 error (bad)",
    });
  });
});

describe("the badge of the critical path", () => {
  const path = (plan: PlanReport) => saidOf(plan)["docs-plan/critical-path"];

  it("says the weeks that are left", () => {
    expect(path(planOf(PHASES))).toBe("10 weeks (neutral)");
    expect(path(planOf([{ id: "1", title: "Slipway", weeks: 1 }]))).toBe("1 week (neutral)");
    expect(path(planOf([...PHASES, { id: "3", title: "Deck", weeks: null }]))).toBe("≥ 10 weeks (neutral)");
  });

  it("says why there are none", () => {
    expect(path(planOf([]))).toBe("no phases (unknown)");
    expect(path(planOf([{ id: "1", title: "Slipway", weeks: 4, status: "done" }]))).toBe("done (good)");
    expect(path(planOf([{ id: "1", title: "Slipway", weeks: null }]))).toBe("no durations (unknown)");
    const cyclic = planOf([{ id: "1", title: "Slipway", weeks: 4 }], { unschedulable: ["1"] });
    expect(path(cyclic)).toBe("dependency cycle (unknown)");
  });
});

describe("the badge of the progress", () => {
  const progress = (plan: PlanReport) => saidOf(plan)["docs-plan/tier"];
  const tier = (number: number, state: "done" | "in-progress" | "waiting", progressPercent: number) => ({
    ...planOf(PHASES).tiers[0]!,
    tier: number,
    state,
    progressPercent,
  });

  it("is that of the first tier that is not done, and 100 % only when it is", () => {
    const tiers = [tier(0, "done", 100), tier(1, "in-progress", 99.96), tier(2, "waiting", 0)];
    expect(progress(planOf(PHASES, { tiers }))).toBe("tier 1 · 99 % (neutral)");
  });

  it("is that of the plan where no phase declares a tier", () => {
    const outlook = { isTiered: false, progress: { plan: { percent: 16.7 } } } as PlanReport["outlook"] & object;
    expect(progress(planOf(PHASES, { outlook }))).toBe("16 % (neutral)");
  });

  it("is done at the end, and not in a cycle", () => {
    expect(progress(planOf([{ id: "1", title: "Slipway", weeks: 4, status: "done" }], { tiers: [] }))).toBe(
      "done (good)",
    );
    const cyclic = planOf([{ id: "1", title: "Slipway", weeks: 4 }], { unschedulable: ["1"], tiers: [] });
    expect(progress(cyclic)).toBe("dependency cycle (unknown)");
    expect(progress(planOf([]))).toBe("no phases (unknown)");
  });
});

describe("the badge of the next breaking change", () => {
  const within = (daysLeft: number) =>
    planOf(PHASES, { nextBreakingChange: { subject: "ProfileService", effective: "2026-12-01", daysLeft } });
  const next = (plan: PlanReport) => saidOf(plan)["docs-plan/breaking-change"];

  it("says the days, and has another colour within two weeks", () => {
    expect(next(within(15))).toBe("in 15 days (neutral)");
    expect(next(within(14))).toBe("in 14 days (caution)");
    expect(next(within(1))).toBe("in 1 day (caution)");
    expect(next(within(0))).toBe("today (caution)");
    expect(next(planOf(PHASES))).toBe("none (good)");
  });

  it("names the day beside, which stays true when the badge grows old", () => {
    const badges = reportBadges(reportOf({ plans: [within(9)] }));
    expect(badges.at(-1)!.badge.sentence).toBe("docs/plan.md: next breaking change: in 9 days, on 2026-12-01");
  });
});

describe("the files of the badges", () => {
  const report = reportOf({ plans: [planOf(PHASES)], findings: [warning] });

  it("are a picture and an endpoint each, the same for the same report", () => {
    const kinds = ["gate", "critical-path", "tier", "breaking-change"];
    const paths = ["gate", ...kinds.map((kind) => `docs-plan/${kind}`)];
    expect(badgeFiles(report).map(({ path }) => path)).toEqual(
      paths.flatMap((path) => [`${path}.svg`, `${path}.json`]),
    );
    expect(badgeFiles(structuredClone(report))).toEqual(badgeFiles(report));
  });

  it("have exactly the keys that a badge service takes", () => {
    const [json] = badgeFiles(report).filter(({ path }) => path === "docs-plan/gate.json");
    const endpoint = { schemaVersion: 1, label: "plan gate", message: "1 warning", color: "9a6700", isError: false };
    expect(json!.text).toBe(`${JSON.stringify(endpoint)}\n`);
    expect(badgeEndpoints(report)["docs-plan/gate"]).toEqual(endpoint);
  });

  it("are none where no plan was judged", () => {
    expect(badgeFiles(reportOf())).toEqual([]);
  });
});

describe("the Markdown to paste", () => {
  it("shows the one plan in two lines", () => {
    expect(badgeMarkdown(reportOf({ plans: [planOf(PHASES)] }), "badges")).toBe(
      [
        "![plan gate](badges/gate.svg)",
        "",
        "![critical path](badges/docs-plan/critical-path.svg)",
        "![progress](badges/docs-plan/tier.svg)",
        "![next breaking change](badges/docs-plan/breaking-change.svg)",
        "",
      ].join("\n"),
    );
  });

  it("names the plans where there are several, and leaves their names texts", () => {
    const plans = ["a](x) @all", "b"].map((name) => ({ ...planOf(PHASES), name }));
    const lines = badgeMarkdown(reportOf({ plans }), "out dir/(1)").split("\n");
    expect(lines[2]).toBe("![plan gate of a\\](x) @\u2060all](out%20dir/%281%29/a-x-all/gate.svg)");
    expect(lines[7]).toBe("![plan gate of b](out%20dir/%281%29/b/gate.svg)");
  });
});
