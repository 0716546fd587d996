import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { comparePlans } from "../../src/compare/compare-plans.js";
import type { PhaseId } from "../../src/model/plan.js";
import type { CatchUpRow } from "../../src/model/report.js";
import { catchUpRows } from "../../src/outlook/catch-up-rows.js";
import { builtAnalysis } from "../kit/built-analysis.js";
import { type PhaseNotation, type PlanNotation, plan } from "../kit/plan-builder.js";
import { randomPlan } from "../schedule/random-plan.js";
import { methodology } from "./methodology.js";

const rowsOf = (notation: PlanNotation, ...added: string[]): CatchUpRow[] =>
  catchUpRows(builtAnalysis(plan(notation)), new Set(added as PhaseId[]));

/** The methodology's plan eight weeks after the start of what is left: 13, 14 and 16 are done, 15 has 7 weeks left. */
const afterEightWeeks: Record<string, PhaseNotation> = {
  ...methodology(true),
  13: { tier: 1, duration: 4, dependsOn: ["8"], status: "done" },
  14: { tier: 1, duration: 4, dependsOn: ["8"], status: "done" },
  15: { tier: 1, duration: 15, remaining: 7, status: "in-progress" },
  16: { tier: 1, duration: 2, status: "done" },
};

/** The same in the whole plan: eight of the twelve weeks of Phase 8 are over. */
const wholeAfterEightWeeks: Record<string, PhaseNotation> = {
  ...methodology(false),
  8: { tier: 0, duration: 12, remaining: 4, status: "in-progress" },
};

describe("a phase that arrives while the methodology's Tier 1 is under way", () => {
  it("costs 3.2 weeks when Phase 15 pauses for it, and none beside it", () => {
    expect(rowsOf({ ...afterEightWeeks, X: { duration: 6 } }, "X")).toEqual([
      {
        phase: "X",
        tier: 1,
        state: "ready",
        waitsFor: [],
        waitsForTier: null,
        readyWeek: null,
        pause: {
          weeks: 3.2,
          progressPercent: expect.closeTo(53.333, 2),
          paused: ["15"],
          tierEnd: 10.2,
          planEnd: 95.2,
          dependenciesEnd: 72,
        },
        sideBySide: { tierEnd: 7, planEnd: 92, dependenciesEnd: 72 },
        better: "side-by-side",
      },
    ]);
  });

  it("queues while Tier 0 still runs, and changes no total", () => {
    const late = { ...wholeAfterEightWeeks, X: { duration: 6, dependsOn: ["8"] } };
    // Eight weeks are over: week 5 from now is week 13 of the plan.
    expect(rowsOf(late, "X")).toEqual([
      {
        phase: "X",
        tier: 1,
        state: "queued",
        waitsFor: ["8"],
        waitsForTier: 0,
        readyWeek: 5,
        pause: null,
        sideBySide: null,
        better: null,
      },
    ]);
    const [before, after] = [wholeAfterEightWeeks, late].map((one) => builtAnalysis(plan(one)).schedule.remaining);
    expect(after!.tiered.makespan).toBe(before!.tiered.makespan);
    expect(after!.dependencies.makespan).toBe(before!.dependencies.makespan);
  });

  it("is ready in week 13 of the plan as a whole", () => {
    const begun = { ...methodology(false), 12: { tier: "1 or 2", duration: 0, status: "in-progress" as const } };
    expect(rowsOf({ ...begun, X: { duration: 6, dependsOn: ["8"] } }, "X")[0]).toMatchObject({ readyWeek: 13 });
  });

  it("goes first when four phases are made to wait for it", () => {
    const waiting = (id: string): PhaseNotation => ({
      ...afterEightWeeks[id]!,
      dependsOn: [...(afterEightWeeks[id]!.dependsOn ?? []), "X"],
    });
    const first = { ...afterEightWeeks, 17: waiting("17"), 18: waiting("18"), 19: waiting("19"), 20: waiting("20") };
    expect(rowsOf({ ...first, X: { duration: 6 } }, "X")).toEqual([
      {
        phase: "X",
        tier: 0,
        state: "first",
        waitsFor: [],
        waitsForTier: null,
        readyWeek: null,
        pause: null,
        sideBySide: null,
        better: null,
      },
    ]);
  });
});

describe("catching up", () => {
  it("takes as long as the slowest of several new phases, who wait for each other", () => {
    const rows = rowsOf({ ...afterEightWeeks, X: { duration: 6 }, Y: { duration: 12 } }, "X", "Y");
    expect(rows.map(({ phase, pause }) => [phase, pause?.weeks, pause?.tierEnd])).toEqual([
      ["X", 6.4, 13.4],
      ["Y", 6.4, 13.4],
    ]);
    expect(rows[0]!.sideBySide).toMatchObject({ tierEnd: 12, planEnd: 97 });
  });

  it("aims at the least advanced of those that pause", () => {
    const rows = rowsOf(
      {
        A: { tier: 1, duration: 10, progress: 80, status: "in-progress" },
        B: { tier: 1, duration: 10, progress: 20, status: "in-progress" },
        C: { tier: 1, duration: 10 },
        X: { tier: 1, duration: 5 },
      },
      "X",
    );
    // C has not begun: it neither pauses nor is waited for.
    expect(rows[0]!.pause).toMatchObject({ weeks: 1, progressPercent: 20, paused: ["A", "B"], tierEnd: 10 });
    expect(rows[0]).toMatchObject({ sideBySide: { tierEnd: 10, planEnd: 10 }, better: "either" });
  });

  it("counts what the new phase has done already", () => {
    const active: PhaseNotation = { tier: 1, duration: 10, progress: 50, status: "in-progress" };
    const rows = (progress: number) =>
      rowsOf({ A: active, X: { tier: 1, duration: 4, progress, status: "in-progress" } }, "X");
    expect(rows(25)[0]!.pause).toMatchObject({ weeks: 1, tierEnd: 6 });
    expect(rows(75)[0]!.pause).toMatchObject({ weeks: 0, tierEnd: 5 });
  });

  it("leaves no choice where nobody works in the tier, or nobody knows how far they are", () => {
    const done: PhaseNotation = { tier: 1, duration: 3, status: "done" };
    const idle = rowsOf({ A: done, B: { tier: 2, duration: 5 }, X: { tier: 2, duration: 2 } }, "X");
    expect(idle[0]).toMatchObject({ state: "ready", pause: null, sideBySide: { planEnd: 5 }, better: null });
    const unknown = rowsOf({ A: { tier: 1, status: "in-progress" }, X: { tier: 1, duration: 2 } }, "X");
    expect(unknown[0]).toMatchObject({ state: "ready", pause: null, better: null });
  });

  it("lets a phase whose tier is over join the tier under way", () => {
    const notation: Record<string, PhaseNotation> = {
      A: { tier: 1, duration: 3, status: "done" },
      B: { tier: 2, duration: 10, progress: 50, status: "in-progress" },
      C: { tier: 3, duration: 4, dependsOn: ["X"] },
      X: { duration: 4 },
    };
    expect(rowsOf(notation, "X")[0]).toMatchObject({
      tier: 1,
      state: "ready",
      pause: { weeks: 2, paused: ["B"], tierEnd: 7, planEnd: 11 },
      sideBySide: { tierEnd: 5, planEnd: 9 },
      better: "side-by-side",
    });
  });

  it("queues a new phase behind another new one", () => {
    const rows = rowsOf({ ...afterEightWeeks, X: { duration: 6 }, Y: { duration: 1, dependsOn: ["X"] } }, "X", "Y");
    expect(rows.map(({ phase, tier, state, waitsFor }) => [phase, tier, state, waitsFor])).toEqual([
      ["X", 1, "ready", []],
      ["Y", 2, "queued", ["X"]],
    ]);
  });
});

describe("no rows", () => {
  it.each<[string, PlanNotation]>([
    ["before any work has begun", { A: { tier: 1, duration: 1 }, X: { duration: 1 } }],
    ["where only history is done", { A: { tier: "N/A", duration: 1, status: "done" }, B: { tier: 1 }, X: {} }],
    ["in a plan without tiers", { A: { duration: 1, status: "in-progress" }, X: { duration: 1 } }],
    ["for a phase that is done", { A: { tier: 1, status: "in-progress" }, X: { status: "done" } }],
    ["for exploratory work", { A: { tier: 1, status: "in-progress" }, X: { status: "tangent" } }],
    [
      "for a phase in a cycle",
      { A: { tier: 1, status: "in-progress" }, X: { dependsOn: ["Y"] }, Y: { dependsOn: ["X"] } },
    ],
  ])("%s", (_, notation) => {
    expect(rowsOf(notation, "X")).toEqual([]);
  });

  it("where nothing was added", () => {
    expect(rowsOf(afterEightWeeks)).toEqual([]);
  });
});

describe("laws", () => {
  it("side by side is never later than pausing, which costs at most the catch-up of each phase in a chain", () => {
    fc.assert(
      fc.property(randomPlan(9), fc.integer({ min: 1, max: 3 }), (notation, count) => {
        const added = notation.slice(-count).map(([id]) => id);
        for (const { pause, sideBySide, state, better } of rowsOf(notation, ...added)) {
          expect(sideBySide !== null).toBe(state === "ready");
          if (pause === null || sideBySide === null) continue;
          expect(pause.tierEnd).toBeGreaterThanOrEqual(sideBySide.tierEnd);
          expect(pause.planEnd).toBeGreaterThanOrEqual(sideBySide.planEnd);
          // A chain inside a tier (Option B) may pause once for each of its phases.
          const most = notation.length * pause.weeks;
          expect(pause.planEnd).toBeLessThanOrEqual(sideBySide.planEnd + most + 1e-6);
          expect(better).toBe(
            pause.planEnd === sideBySide.planEnd && pause.tierEnd === sideBySide.tierEnd ? "either" : "side-by-side",
          );
        }
      }),
    );
  });

  it("pausing costs exactly the catch-up where the phase that decides the tier pauses", () => {
    const tenths = fc.integer({ min: 1, max: 200 }).map((number) => number / 10);
    fc.assert(
      fc.property(tenths, fc.integer({ min: 1, max: 99 }), tenths, tenths, (whole, progress, own, next) => {
        const left = (whole * (100 - progress)) / 100;
        fc.pre(own <= left);
        const [row] = rowsOf(
          {
            A: { tier: 1, duration: whole, progress, status: "in-progress" },
            B: { tier: 2, duration: next },
            X: { tier: 1, duration: own },
          },
          "X",
        );
        expect(row!.pause!.planEnd - row!.sideBySide!.planEnd).toBeCloseTo(row!.pause!.weeks, 5);
        expect(row!.pause!.weeks).toBeCloseTo((own * progress) / 100, 5);
      }),
    );
  });
});

it("takes the phases that the comparison of two plans calls added", () => {
  const base = builtAnalysis(plan(afterEightWeeks));
  const head = builtAnalysis(plan({ ...afterEightWeeks, X: { duration: 6 } }));
  const added = comparePlans(base, head).changes.flatMap((change) => (change.kind === "phase-added" ? change.id : []));
  expect(catchUpRows(head, new Set(added)).map(({ phase }) => phase)).toEqual(["X"]);
});
