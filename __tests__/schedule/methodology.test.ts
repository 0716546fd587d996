import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import type { ModelSchedule, ScheduleModel } from "../../src/model/schedule.js";
import type { PhaseNotation } from "../kit/plan-builder.js";
import { scheduled } from "./scheduled.js";

/** The plan that the methodology itself uses as its example; `weeks17` because it gives Phase 17 two lengths. */
const methodology = (weeks17: number, isToday: boolean): Record<string, PhaseNotation> => ({
  8: { tier: 0, duration: 12, status: isToday ? "done" : "not-started" },
  13: { tier: 1, duration: 4, dependsOn: ["8"] },
  14: { tier: 1, duration: 4, dependsOn: ["8"], ...(isToday ? { remaining: 2, status: "in-progress" } : {}) },
  15: { tier: 1, duration: 15 },
  16: { tier: 1, duration: 2 },
  17: { tier: 2, duration: weeks17 },
  18: { tier: 2, duration: 7, dependsOn: ["8", "14"] },
  19: { tier: 2, duration: 18, dependsOn: ["8"] },
  20: { tier: 3, duration: 13, dependsOn: ["18"] },
});
const full = scheduled(methodology(72, false)).schedule.full;
const today = scheduled(methodology(72, true)).schedule.remaining;
const models: readonly ScheduleModel[] = ["sequential", "dependencies", "gated", "tiered", "tieredComputed"];

/** `phase: ES EF LS LF TF FF` a line, as the tables below. */
const table = ({ times }: ModelSchedule, without: readonly string[] = []): string[] =>
  [...times]
    .filter(([id]) => !without.includes(id))
    .map(([id, t]) =>
      [`${id}:`, t.earliestStart, t.earliestFinish, t.latestStart, t.latestFinish, t.totalFloat, t.freeFloat].join(" "),
    );
const lines = (text: string): string[] => text.trim().split(/\n\s*/);
const drag = ({ times }: ModelSchedule): Record<string, number> =>
  Object.fromEntries([...times].filter(([, t]) => t.drag > 0).map(([id, t]) => [id, t.drag]));

/** ES EF LS LF TF FF, worked out by hand and with TaskJuggler. */
const expected = {
  full: {
    dependencies: `
      8: 0 12 36 48 36 0
      13: 12 16 68 72 56 56
      14: 12 16 48 52 36 0
      15: 0 15 57 72 57 57
      16: 0 2 70 72 70 70
      17: 0 72 0 72 0 0
      18: 16 23 52 59 36 0
      19: 12 30 54 72 42 42
      20: 23 36 59 72 36 36
    `,
    gated: `
      8: 0 12 0 12 0 0
      13: 12 16 80 84 68 68
      14: 12 16 60 64 48 0
      15: 12 27 69 84 57 57
      16: 12 14 82 84 70 70
      17: 12 84 12 84 0 0
      18: 16 23 64 71 48 0
      19: 12 30 66 84 54 54
      20: 23 36 71 84 48 48
    `,
    tiered: `
      8: 0 12 0 12 0 0
      13: 12 16 23 27 11 11
      14: 12 16 23 27 11 11
      15: 12 27 12 27 0 0
      16: 12 14 25 27 13 13
      17: 27 99 27 99 0 0
      18: 27 34 92 99 65 65
      19: 27 45 81 99 54 54
      20: 99 112 99 112 0 0
    `,
    tieredComputed: `
      8: 0 12 0 12 0 0
      13: 12 16 80 84 68 68
      14: 12 16 80 84 68 68
      15: 12 27 69 84 57 57
      16: 12 14 82 84 70 70
      17: 12 84 12 84 0 0
      18: 84 91 84 91 0 0
      19: 12 30 66 84 54 54
      20: 91 104 91 104 0 0
    `,
  },
  today: {
    dependencies: `
      13: 0 4 68 72 68 68
      14: 0 2 50 52 50 0
      15: 0 15 57 72 57 57
      16: 0 2 70 72 70 70
      17: 0 72 0 72 0 0
      18: 2 9 52 59 50 0
      19: 0 18 54 72 54 54
      20: 9 22 59 72 50 50
    `,
    tiered: `
      13: 0 4 11 15 11 11
      14: 0 2 13 15 13 13
      15: 0 15 0 15 0 0
      16: 0 2 13 15 13 13
      17: 15 87 15 87 0 0
      18: 15 22 80 87 65 65
      19: 15 33 69 87 54 54
      20: 87 100 87 100 0 0
    `,
    tieredComputed: `
      13: 0 4 68 72 68 68
      14: 0 2 70 72 70 70
      15: 0 15 57 72 57 57
      16: 0 2 70 72 70 70
      17: 0 72 0 72 0 0
      18: 72 79 72 79 0 0
      19: 0 18 54 72 54 54
      20: 79 92 79 92 0 0
    `,
  },
};

describe("the methodology's plan", () => {
  it("has its tiers, 17 and 19 a tier earlier than declared", () => {
    const { tiers, rows } = scheduled(methodology(72, false));
    expect(Object.fromEntries(tiers.current)).toEqual({ 8: 0, 13: 1, 14: 1, 15: 1, 16: 1, 17: 1, 18: 2, 19: 1, 20: 3 });
    expect(rows.map(({ tier, phases, longest }) => [tier, longest, ...phases])).toEqual([
      [0, "8", "8"],
      [1, "15", "13", "14", "15", "16"],
      [2, "17", "17", "18", "19"],
      [3, "20", "20"],
    ]);
  });

  it.each([
    [72, 147, 72, 84, 112, 104],
    [18, 93, 36, 36, 58, 50],
  ])("as a whole, with Phase 17 of %i weeks, takes its weeks under each model", (weeks17, ...totals) => {
    const { schedule } = scheduled(methodology(weeks17, false));
    expect(models.map((model) => schedule.full[model].makespan)).toEqual(totals);
  });

  it.each([
    [72, 133, 72, 72, 100, 92],
    [18, 79, 22, 22, 46, 38],
  ])("today, with Phase 17 of %i weeks, takes its weeks under each model", (weeks17, ...totals) => {
    const { schedule } = scheduled(methodology(weeks17, true));
    expect(models.map((model) => schedule.remaining[model].makespan)).toEqual(totals);
  });

  it.each(["dependencies", "gated", "tiered", "tieredComputed"] as const)("has its times as a whole: %s", (model) => {
    expect(table(full[model])).toEqual(lines(expected.full[model]));
  });

  it.each(["dependencies", "tiered", "tieredComputed"] as const)("has its times today: %s", (model) => {
    expect(table(today[model], ["8"])).toEqual(lines(expected.today[model]));
  });

  it("has its drags", () => {
    expect(drag(full.dependencies)).toEqual({ 17: 36 });
    expect(drag(full.gated)).toEqual({ 8: 12, 17: 48 });
    expect(drag(full.tiered)).toEqual({ 8: 12, 15: 11, 17: 54, 20: 13 });
    expect(drag(today.dependencies)).toEqual({ 17: 50 });
    expect(drag(today.tiered)).toEqual({ 15: 11, 17: 54, 20: 13 });
  });

  it("has its critical paths", () => {
    expect(full.dependencies.criticalPath).toEqual(["17"]);
    expect(full.gated.criticalPath).toEqual(["8", "17"]);
    expect(full.tiered.criticalPath).toEqual(["8", "15", "17", "20"]);
    expect(full.tieredComputed.criticalPath).toEqual(["8", "17", "18", "20"]);
    expect(today.tiered.criticalPath).toEqual(["15", "17", "20"]);
  });
});

interface OracleTimes {
  readonly dur: number;
  readonly es: number;
  readonly ef: number;
  readonly ls: number;
  readonly lf: number;
  readonly totalFloat: number;
  readonly freeFloat: number;
  readonly critical: boolean;
  readonly drag?: number;
}
type OracleCase = Readonly<Record<string, { makespan: number; phases: Record<string, OracleTimes> } | null>>;

const oracle = new URL("../../../shared/oracles/methodology.json", import.meta.url);
(existsSync(oracle) ? describe : describe.skip)("the methodology's machine-readable oracle", () => {
  const modelOf = {
    dependency: "dependencies",
    tier0Gate: "gated",
    barrierDeclared: "tiered",
    barrierComputed: "tieredComputed",
  } as const;
  const keys = Object.keys(modelOf) as (keyof typeof modelOf)[];

  it.each(["full", "today", "full_p17_18", "today_p17_18"])("agrees on every number of the case %s", (name) => {
    const { cases } = JSON.parse(readFileSync(oracle, "utf8")) as { cases: Record<string, OracleCase> };
    const isToday = name.startsWith("today");
    const { schedule } = scheduled(methodology(name.endsWith("18") ? 18 : 72, isToday));
    let compared = 0;
    for (const key of keys) {
      const answer = cases[name]![key];
      if (!answer?.phases) continue;
      const own = schedule[isToday ? "remaining" : "full"][modelOf[key]];
      expect(own.makespan).toBe(answer.makespan);
      for (const [id, t] of own.times) {
        const known = answer.phases[id];
        if (!known) continue;
        compared++;
        expect([t.earliestStart, t.earliestFinish, t.latestStart, t.latestFinish, t.totalFloat, t.freeFloat]).toEqual([
          known.es,
          known.ef,
          known.ls,
          known.lf,
          known.totalFloat,
          known.freeFloat,
        ]);
        expect(t.isCritical).toBe(known.critical);
        expect(t.drag).toBe(known.drag ?? 0);
      }
    }
    expect(compared).toBe(isToday ? 24 : 36);
    const windows = [...schedule[isToday ? "remaining" : "full"].sequential.times]
      .filter(([, t]) => t.earliestFinish > t.earliestStart)
      .map(([id, t]) => [id, `${t.earliestStart + 1}-${t.earliestFinish}`]);
    expect(Object.fromEntries(windows)).toEqual(cases[name]!["sequential"]);
  });
});
