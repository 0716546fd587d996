import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { schedulePlans } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";
import type { ScheduleSheet } from "../../src/model/schedule-report.js";
import { scheduleSheet, type SheetChoice } from "../../src/schedule/schedule-sheet.js";
import { builtAnalysis } from "../kit/built-analysis.js";
import { plan, type PlanNotation } from "../kit/plan-builder.js";
import { randomPlan } from "./random-plan.js";

const WHOLE: SheetChoice = { model: "dependencies", portion: "full", agents: null };

const sheetOf = (notation: PlanNotation, choice: Partial<SheetChoice> = {}): ScheduleSheet =>
  scheduleSheet(builtAnalysis(plan(notation)), { ...WHOLE, ...choice }, null);

const FERRY: PlanNotation = {
  1: { duration: 6, status: "done", tier: 0 },
  2: { duration: 4, tier: 1, dependsOn: ["1"] },
  3: { duration: [1, 2], tier: 1, dependsOn: ["1"] },
  4: { duration: 3, tier: 2, dependsOn: ["2", "3"] },
  5: { tier: 2 },
  6: { duration: 9, status: "tangent" },
  7: { duration: 1, dependsOn: ["8"] },
  8: { duration: 1, dependsOn: ["7"] },
};

/** `4: 10–13, float 0, after 2` for each phase, in the order of the sheet. */
const inShort = ({ phases }: ScheduleSheet): string[] =>
  phases.map(
    ({ id, start, finish, float, drivenBy }) => `${id}: ${start}–${finish}, float ${float}, after ${drivenBy}`,
  );

test("rows come by start, then in plan order", () => {
  expect(inShort(sheetOf(FERRY))).toEqual([
    "1: 0–6, float 0, after null",
    "5: 0–0, float 13, after null",
    "2: 6–10, float 0, after 1",
    "3: 6–8, float 2, after 1",
    "4: 10–13, float 0, after 2",
  ]);
});

test("what is left begins now, and what is over says so", () => {
  const sheet = sheetOf(FERRY, { portion: "remaining" });
  expect(inShort(sheet)).toContain("4: 4–7, float 0, after 2");
  expect(sheet.phases.filter(({ over }) => over).map(({ id }) => id)).toEqual(["1"]);
  expect(sheet).toMatchObject({ weeks: 7, low: 7, high: 7 });
});

test("another model has other dates", () => {
  expect(inShort(sheetOf(FERRY, { model: "sequential" }))).toContain("4: 12–15, float 0, after 3");
});

test("phases without dates are named, with the reason", () => {
  const { unscheduled, withoutDuration } = sheetOf(FERRY);
  expect(unscheduled.map(({ id, reason }) => [id, reason])).toEqual([
    ["6", "not-planned"],
    ["7", "cycle"],
    ["8", "cycle"],
  ]);
  expect(withoutDuration).toEqual(["5"]);
});

describe("agents", () => {
  test("as many as asked for, or as the plan can use", () => {
    const agents = (count: number) => sheetOf(FERRY, { agents: count }).agents;
    expect(agents(1)).toMatchObject({ agents: 1, weeks: 15, proven: true });
    expect(agents(2)).toMatchObject({ agents: 2, weeks: 13, proven: true });
    expect(agents(30)!.agents).toBeLessThan(30);
    expect(agents(30)!.weeks).toBe(13);
    expect(agents(2)!.lanes[0]!.phases[0]).toEqual({ id: "1", start: 0, finish: 6 });
  });

  test("none where there is no work, or nobody asked", () => {
    expect(sheetOf({ 1: {} }, { agents: 2 }).agents).toBeNull();
    expect(sheetOf(FERRY).agents).toBeNull();
  });
});

test("the sheet says what the schedule says", () => {
  const models = ["dependencies", "tiered", "tieredComputed", "gated", "sequential"] as const;
  fc.assert(
    fc.property(randomPlan(10), fc.constantFrom(...models), fc.boolean(), (notation, model, isFull) => {
      const portion = isFull ? "full" : "remaining";
      const sheet = sheetOf(notation, { model, portion });
      expect(sheet.weeks).toBe(sheet.totals[portion][model]);
      expect(Math.max(0, ...sheet.phases.map(({ finish }) => finish))).toBe(sheet.weeks);
      expect(sheet.phases.length + sheet.unscheduled.length).toBe(notation.length);
      const finishOf = new Map(sheet.phases.map(({ id, finish }) => [id, finish]));
      for (const { start, drivenBy } of sheet.phases) if (drivenBy !== null) expect(finishOf.get(drivenBy)).toBe(start);
    }),
  );
});

test("with something tried, the totals of the plan as written stand beside the new ones", () => {
  const head = [
    { path: "a.md", text: "## Phase 1: A\n\n**Duration:** 5 weeks\n\n## Phase 2: B\n\n**Duration:** 3 weeks\n" },
  ];
  const choice = { ...WHOLE, plans: [{ name: "a.md", head }], config: defaults, today: "2026-02-02" };
  const whatIf = [{ kind: "add-dependency", phase: "2", on: "1" }] as const;
  const { plans, whatIf: said } = schedulePlans({ ...choice, whatIf });
  expect(plans[0]!.totals.full.dependencies).toBe(8);
  expect(plans[0]!.before?.full.dependencies).toBe(5);
  expect(said).toEqual({
    against: "documents",
    changes: [{ plan: "a.md", phase: "2", sentence: "Phase 2 waits for Phase 1" }],
  });
  expect(schedulePlans(choice).plans[0]!.before).toBeNull();
  expect(schedulePlans(choice)).not.toHaveProperty("whatIf");
});

describe("what the configuration says of the team", () => {
  const text = "## Phase 1: A\n\n**Duration:** 5 weeks\n\n## Phase 2: B\n\n**Duration:** 3 weeks\n";
  const plans = [{ name: "a.md", head: [{ path: "a.md", text }] }];
  const agentsOf = (asked: number | null, model: SheetChoice["model"]) => {
    const config = { ...defaults, agents: 2 };
    return schedulePlans({ ...WHOLE, plans, config, today: "2026-02-02", model, agents: asked }).plans[0]!.agents;
  };

  test("is who does what, unless another number is asked for", () => {
    expect(agentsOf(null, "dependencies")).toMatchObject({ agents: 2, weeks: 5 });
    expect(agentsOf(1, "dependencies")).toMatchObject({ agents: 1, weeks: 8 });
  });

  test("does not matter to a model that knows no agents", () => {
    expect(agentsOf(null, "tiered")).toBeNull();
  });

  test("stands with what is behind the schedule", () => {
    const config = { ...defaults, agents: 1, calendar: { start: "2026-01-05", targetWeeks: null, holidays: [] } };
    const { depth } = schedulePlans({ ...WHOLE, plans, config, today: "2026-01-12" }).plans[0]!;
    expect(depth).toMatchObject({ hasWeeks: true, isLowerBound: false, activation: { advice: "not-worth-it" } });
    expect(depth?.activation?.reasons).toContain("1 agent at work: against tiers (nothing runs side by side)");
    expect(depth?.outlook?.dates?.phases[1]).toMatchObject({ plannedStart: 0, plannedFinish: 3 });
  });
});
