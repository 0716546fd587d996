import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { plan } from "../kit/plan-builder.js";
import { builtAnalysis } from "../kit/built-analysis.js";
import { randomPlan } from "../schedule/random-plan.js";
import { methodology } from "./methodology.js";
import { lookedAt } from "./looked-at.js";

const full = lookedAt(methodology(false));
const today = lookedAt(methodology(true));

describe("the outlook of the methodology's plan", () => {
  it("saves 35 weeks tier by tier and 75 by dependencies, and today 33 and 61", () => {
    expect(full.savings).toEqual({
      tiered: { weeks: 35, percent: 23.809524 },
      dependencies: { weeks: 75, percent: 51.020408 },
      barrierWeeks: 40,
    });
    expect(today.savings).toMatchObject({ tiered: { weeks: 33 }, dependencies: { weeks: 61 }, barrierWeeks: 28 });
  });

  it("knows who waits for whom and until when", () => {
    expect(today.queue).toEqual([
      { phase: "17", tier: 2, waitsFor: [], waitsForTier: 1, ready: 0, readyByTiers: 15 },
      { phase: "18", tier: 2, waitsFor: ["14"], waitsForTier: 1, ready: 2, readyByTiers: 15 },
      { phase: "19", tier: 2, waitsFor: [], waitsForTier: 1, ready: 0, readyByTiers: 15 },
      { phase: "20", tier: 3, waitsFor: ["18"], waitsForTier: 1, ready: 9, readyByTiers: 87 },
    ]);
  });

  it("knows what the barriers cost each phase and how much earlier than in a row it is ready", () => {
    const rows = full.starts.map(({ phase, barrierWait, earlier }) => [phase, barrierWait, earlier]);
    expect(rows).toEqual([
      ["8", 0, 0],
      ["13", 0, 0],
      ["14", 0, 4],
      ["15", 12, 20],
      ["16", 12, 35],
      ["17", 27, 37],
      ["18", 11, 93],
      ["19", 15, 104],
      ["20", 76, 111],
    ]);
    expect(full.tierWaits).toEqual([
      { tier: 1, phase: "15", longestWait: 12, allWaits: 24 },
      { tier: 2, phase: "17", longestWait: 27, allWaits: 53 },
      { tier: 3, phase: "20", longestWait: 76, allWaits: 76 },
    ]);
  });

  it("counts progress by phases and weeks, tier by tier", () => {
    expect(today.progress).toEqual({
      plan: { done: 1, inProgress: 1, ready: 3, waiting: 4, weeks: 147, earnedWeeks: 14, percent: 9.52381 },
      tiers: [
        {
          tier: 0,
          done: 1,
          inProgress: 0,
          ready: 0,
          waiting: 0,
          weeks: 12,
          earnedWeeks: 12,
          percent: 100,
          waitsForTiers: [],
        },
        {
          tier: 1,
          done: 0,
          inProgress: 1,
          ready: 3,
          waiting: 0,
          weeks: 25,
          earnedWeeks: 2,
          percent: 8,
          waitsForTiers: [],
        },
        {
          tier: 2,
          done: 0,
          inProgress: 0,
          ready: 0,
          waiting: 3,
          weeks: 97,
          earnedWeeks: 0,
          percent: 0,
          waitsForTiers: [1],
        },
        {
          tier: 3,
          done: 0,
          inProgress: 0,
          ready: 0,
          waiting: 1,
          weeks: 13,
          earnedWeeks: 0,
          percent: 0,
          waitsForTiers: [1, 2],
        },
      ],
      schedule: null,
    });
  });

  it("leaves working by tiers optional with 8 phases left", () => {
    expect(today.activation).toEqual({
      advice: "optional",
      reasons: [
        "8 phases are left: neither for tiers (10 or more) nor against (fewer than 5)",
        "up to 6 phases can run side by side: for tiers",
        "the critical path is 54 % of the work (72 of 133 weeks): for tiers (below 80 %)",
        "tier by tier saves 33 of 133 weeks (25 %): for tiers",
        "waiting for whole tiers costs 28 weeks against dependencies alone (100 instead of 72)",
      ],
    });
  });
});

describe("the queue", () => {
  it("holds nobody back by tiers that nobody declared", () => {
    const { queue, tierWaits } = lookedAt({
      A: { duration: 3 },
      B: { duration: 5, dependsOn: ["A"] },
      C: { duration: 4 },
    });
    expect(queue).toEqual([{ phase: "B", tier: 2, waitsFor: ["A"], waitsForTier: null, ready: 3, readyByTiers: 3 }]);
    expect(tierWaits).toEqual([]);
  });

  it("leaves out what is done, under way, met or historical", () => {
    const { queue } = lookedAt({
      A: { tier: 1, duration: 3, status: "in-progress" },
      B: { tier: 1, duration: 3, dependsOn: [{ id: "A", satisfied: true }] },
      C: { tier: 2, duration: 3, dependsOn: ["A"], status: "in-progress" },
      D: { tier: 2, duration: 3, dependsOn: ["A"], status: "done" },
      E: { tier: "N/A", dependsOn: ["A"] },
    });
    expect(queue).toEqual([]);
  });
});

describe("progress against a calendar", () => {
  const calendar = { start: "2026-01-05", holidays: [] };
  const row = { A: { duration: 4 }, B: { duration: 4, dependsOn: ["A"] } } as const;

  it("is in time where as much is done as was planned", () => {
    const { progress } = lookedAt(
      { ...row, A: { ...row.A, status: "in-progress", progress: 50 } },
      { calendar, today: "2026-01-19" },
    );
    expect(progress.schedule).toEqual({
      model: "dependencies",
      elapsedWeeks: 2,
      plannedWeeks: 2,
      earnedWeeks: 2,
      weeksAhead: 0,
    });
  });

  it("is behind by the weeks since the plan wanted done what is done, and ahead likewise", () => {
    expect(lookedAt(row, { calendar, today: "2026-01-19" }).progress.schedule).toMatchObject({ weeksAhead: -2 });
    const ahead = { A: { ...row.A, status: "done" }, B: { ...row.B, status: "in-progress", progress: 25 } } as const;
    expect(lookedAt(ahead, { calendar, today: "2026-01-19" }).progress.schedule).toMatchObject({
      plannedWeeks: 2,
      earnedWeeks: 5,
      weeksAhead: 3,
    });
    expect(lookedAt(row, { calendar, today: "2025-01-01" }).progress.schedule).toMatchObject({ weeksAhead: 0 });
  });

  it("counts two phases side by side at twice the rate", () => {
    const { progress } = lookedAt(
      { A: { duration: 4, status: "done" }, B: { duration: 4 } },
      { calendar, today: "2026-01-26" },
    );
    expect(progress.schedule).toMatchObject({ plannedWeeks: 6, earnedWeeks: 4, weeksAhead: -1 });
  });

  it("says when phases are planned and expected, and when the plan ends", () => {
    const { dates } = lookedAt({ ...row, A: { ...row.A, status: "done" } }, { calendar, today: "2026-02-04" });
    expect(dates).toEqual({
      start: "2026-01-05",
      phases: [
        {
          phase: "A",
          plannedStart: 0,
          plannedFinish: 4,
          plannedFirst: "2026-01-05",
          plannedLast: "2026-01-30",
          forecastFirst: null,
          forecastLast: null,
        },
        {
          phase: "B",
          plannedStart: 4,
          plannedFinish: 8,
          plannedFirst: "2026-02-02",
          plannedLast: "2026-02-27",
          forecastFirst: "2026-02-04",
          forecastLast: "2026-03-03",
        },
      ],
      tiers: [
        { tier: 1, first: "2026-01-05", last: "2026-01-30" },
        { tier: 2, first: "2026-02-02", last: "2026-02-27" },
      ],
      planned: { dependencies: "2026-02-27", tiered: "2026-02-27" },
      forecast: { dependencies: "2026-03-03", tiered: "2026-03-03" },
    });
  });

  it("expects a plan that is still to begin from its start day", () => {
    expect(lookedAt(row, { calendar, today: "2025-12-01" }).dates?.forecast?.dependencies).toBe("2026-02-27");
  });
});

describe("activation", () => {
  const phases = (count: number, more = {}) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, { duration: 2, tier: 1, ...more }]));

  it.each([
    [4, null, "not-worth-it"],
    [5, null, "optional"],
    [9, 3, "optional"],
    [10, null, "use"],
    [10, 2, "use"],
    [10, 1, "not-worth-it"],
  ] as const)("with %d phases left and %s agents: %s", (count, agents, advice) => {
    expect(lookedAt(phases(count), { agents }).activation?.advice).toBe(advice);
  });

  it("is against tiers for a chain, and silent when nothing is left", () => {
    const chain = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        `p${index}`,
        { duration: 1, dependsOn: index > 0 ? [`p${index - 1}`] : [] },
      ]),
    );
    expect(lookedAt(chain).activation).toMatchObject({ advice: "not-worth-it" });
    expect(lookedAt(chain).activation?.reasons).toContain(
      "the dependencies let one phase run at a time: against tiers",
    );
    expect(lookedAt(phases(12, { status: "done" })).activation).toBeNull();
  });

  it("gives no advice to use tiers without a single duration", () => {
    expect(lookedAt(phases(12, { duration: undefined })).activation?.advice).toBe("optional");
  });
});

describe("laws of the outlook", () => {
  it("agrees with the schedule and its own parts, whatever the plan", () => {
    fc.assert(
      fc.property(randomPlan(10), (notation) => {
        const { schedule, plan: built } = builtAnalysis(plan(notation));
        const outlook = lookedAt(notation, { calendar: { start: "2026-01-05", holidays: [] } });
        const { sequential, tiered, dependencies } = schedule.remaining;
        for (const row of outlook.starts) {
          const id = [...built.phases.keys()].find((phase) => phase === row.phase)!;
          expect(row.sequential).toBe(sequential.times.get(id)!.earliestStart);
          expect(row.barrierWait).toBeGreaterThanOrEqual(0);
        }
        expect(outlook.savings.barrierWeeks).toBeCloseTo(tiered.makespan - dependencies.makespan, 6);
        const { done, inProgress, ready, waiting, earnedWeeks, weeks } = outlook.progress.plan;
        const counted = [...built.phases.values()].filter(({ tier }) => tier?.isHistorical !== true);
        expect(done + inProgress + ready + waiting).toBe(counted.length);
        expect(earnedWeeks).toBeLessThanOrEqual(weeks);
        for (const { ready, readyByTiers } of outlook.queue) expect(readyByTiers).toBeGreaterThanOrEqual(ready);
        for (const { plannedFirst, plannedLast } of outlook.dates!.phases)
          expect(plannedFirst <= plannedLast).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
