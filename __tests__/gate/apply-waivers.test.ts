import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { checkPlan } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";
import { applyWaivers, daysLeft } from "../../src/gate/apply-waivers.js";
import { hasSeenAll } from "../../src/gate/has-seen-all.js";
import type { Finding } from "../../src/model/finding.js";
import type { Waiver } from "../../src/model/waiver.js";
import { BAD_PLAN } from "../cli/plans.js";
import { builtAnalysis } from "../kit/built-analysis.js";
import { phaseId, place, plan } from "../kit/plan-builder.js";

const TODAY = "2026-11-22";

const finding = (more: Partial<Finding> = {}): Finding => ({
  ruleId: "tier-zero",
  severity: "warning",
  message: "m",
  place: place(1),
  phases: [phaseId("15"), phaseId("17")],
  plan: "plan.md",
  fingerprint: "0",
  isNew: true,
  waivedBy: null,
  ...more,
});

const waiver = (more: Partial<Waiver> = {}): Waiver => ({
  rule: "tier-zero",
  phase: "15",
  subject: null,
  plan: null,
  reason: "agreed with the crew",
  owner: "Kim",
  expires: "2026-12-31",
  place: { ...place(3), path: "plan-gate.yml" },
  ...more,
});

const apply = (found: Partial<Finding>, accepted: Partial<Waiver>, today = TODAY) => {
  const { findings, waivers } = applyWaivers([finding(found)], [waiver(accepted)], today);
  return { isWaived: findings[0]?.waivedBy !== null, term: waivers[0]?.term, use: waivers[0]?.use };
};

describe("applyWaivers", () => {
  it.each<[string, Partial<Finding>, Partial<Waiver>, boolean]>([
    ["rule and phase", {}, {}, true],
    ["a phase that is only involved", {}, { phase: "17" }, true],
    ["another rule", { ruleId: "stale-claim" }, {}, false],
    ["another phase", {}, { phase: "1" }, false],
    ["a finding about no phase", { phases: [] }, {}, false],
    ["the subject alone", { subject: "ferry-api" }, { phase: null, subject: "ferry-api" }, true],
    ["another subject", { subject: "ferry-api" }, { subject: "ferry" }, false],
    ["a subject where there is none", {}, { subject: "ferry" }, false],
    ["the plan named", {}, { plan: "plan.md" }, true],
    ["another plan", {}, { plan: "other.md" }, false],
  ])("matches by %s", (_, found, accepted, isWaived) => {
    expect(apply(found, accepted)).toEqual({ isWaived, term: "running", use: isWaived ? "used" : "unused" });
  });

  it.each([
    ["2026-11-22", "running"],
    ["2026-11-21", "over"],
    ["2027-02-20", "running"],
    ["2027-02-21", "too-long"],
  ])("holds through its last day, and no more than 90 days ahead: %s is %s", (expires, term) => {
    expect(apply({}, { expires })).toEqual({
      isWaived: term === "running",
      term,
      use: term === "running" ? "used" : "unknown",
    });
  });

  it("takes the first of several that match, and calls all of them used", () => {
    const waivers = [waiver({ expires: "2026-11-01" }), waiver({ owner: "Bo" }), waiver({ owner: "Ida" })];
    const result = applyWaivers([finding()], waivers, TODAY);
    expect(result.findings[0]?.waivedBy?.owner).toBe("Bo");
    expect(result.waivers.map(({ use }) => use)).toEqual(["unknown", "used", "used"]);
  });

  it("changes nothing but the mark, keeps the order and is the same again", () => {
    const texts = fc.constantFrom("1", "2", "3");
    const findings = fc.array(fc.record({ ruleId: texts, phases: fc.array(texts.map(phaseId)), subject: texts }));
    const accepted = fc.array(fc.record({ rule: texts, phase: fc.option(texts), subject: texts }));
    fc.assert(
      fc.property(findings, accepted, (found, waived) => {
        const all = found.map((one) => finding(one));
        const { findings: marked } = applyWaivers(
          all,
          waived.map((one) => waiver(one)),
          TODAY,
        );
        expect(marked.map((one) => ({ ...one, waivedBy: null }))).toEqual(all);
        const byHand = (one: Finding) =>
          waived.some(
            ({ rule, phase, subject }) =>
              rule === one.ruleId && subject === one.subject && (phase === null || one.phases.includes(phaseId(phase))),
          );
        expect(marked.map(({ waivedBy }) => waivedBy !== null)).toEqual(all.map(byHand));
      }),
    );
  });

  it("counts the days that are left", () => {
    expect(daysLeft({ expires: TODAY }, TODAY)).toBe(0);
    expect(daysLeft({ expires: "2027-01-01" }, TODAY)).toBe(40);
    expect(daysLeft({ expires: "2028-03-01" }, "2028-02-28")).toBe(2);
  });
});

describe("hasSeenAll", () => {
  const judged = [{ head: builtAnalysis(plan({})), comparison: null }];
  const name = judged[0]!.head.plan.name;

  it.each([
    ["a waiver for any plan, all plans judged", waiver(), false, true],
    ["a waiver for any plan, some plans judged", waiver(), true, false],
    ["a waiver for a plan that is judged", waiver({ plan: name }), true, true],
    ["a waiver for a plan that is not judged", waiver({ plan: "x.md" }), true, false],
    ["a waiver for a plan that is not there", waiver({ plan: "x.md" }), false, true],
  ])("%s", (_, one, isPartial, expected) => {
    expect(hasSeenAll(judged, isPartial)(one)).toBe(expected);
  });
});

describe("a plan with waivers", () => {
  const check = (waivers: readonly Waiver[], more: Partial<typeof defaults> = {}) =>
    checkPlan({
      plans: [{ name: "plan.md", head: [{ path: "plan.md", text: BAD_PLAN }], base: null }],
      config: { ...defaults, waivers, ...more },
      today: TODAY,
    });

  it("passes with what is accepted, and says by whom, why and how long", () => {
    const report = check([waiver({ rule: "intra-tier-dependency", phase: "2" })]);
    expect(report.verdict).toMatchObject({ outcome: "pass", errors: 0, waived: 1 });
    const [accepted] = report.findings;
    expect(accepted).toMatchObject({ ruleId: "intra-tier-dependency", waivedBy: "Kim" });
    expect(report.accepted).toEqual([
      {
        finding: accepted?.fingerprint,
        owner: "Kim",
        reason: "agreed with the crew",
        expires: "2026-12-31",
        daysLeft: 39,
      },
    ]);
  });

  it("fails again when the waiver is over, and warns of it", () => {
    const report = check([waiver({ rule: "intra-tier-dependency", phase: "2", expires: "2026-11-21" })]);
    expect(report.verdict).toMatchObject({ outcome: "fail", errors: 1, warnings: 1, waived: 0 });
    expect(report).not.toHaveProperty("accepted");
    expect(report.findings.map(({ ruleId, plan: of }) => [ruleId, of])).toEqual([
      ["expired-waiver", "plan-gate.yml"],
      ["intra-tier-dependency", "plan.md"],
    ]);
  });

  it("does not hold base's waivers against the change", () => {
    const place = { ...waiver().place, revision: "base" } as const;
    const report = check([waiver({ phase: "9", place }), waiver({ phase: "9", place })]);
    const unused = report.findings.filter(({ ruleId }) => ruleId === "unused-waiver");
    expect(unused.map(({ isNew }) => isNew)).toEqual([false, false]);
    expect(new Set(unused.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  it("says nothing of waivers where no plan is judged", () => {
    const waivers = [waiver({ expires: "2026-01-01" })];
    const report = checkPlan({ plans: [], config: { ...defaults, waivers }, today: TODAY });
    expect(report.findings).toEqual([]);
  });
});
