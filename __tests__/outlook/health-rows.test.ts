import { describe, expect, it } from "@jest/globals";
import type { OutlookInput } from "../../src/outlook/plan-outlook.js";
import type { PlanNotation } from "../kit/plan-builder.js";
import { methodology } from "./methodology.js";
import { lookedAt } from "./looked-at.js";

const check = (number: number, notation: PlanNotation, input: Partial<OutlookInput> = {}) => {
  const { found, state, phases } = lookedAt(notation, input).health.find((row) => row.number === number)!;
  return { found, state, phases };
};
const calendar = { start: "2026-01-05", holidays: [] };

describe("schedule health of the methodology's plan today", () => {
  const plan = methodology(true);

  it("has three phases without any dependency", () => {
    expect(check(1, plan)).toEqual({ found: "3 of 8 (38 %)", state: "exceeded", phases: ["15", "16", "17"] });
  });

  it("has six dependencies, all finish to start", () => {
    expect(check(4, plan)).toEqual({ found: "6 of 6 (100 %)", state: "met", phases: [] });
  });

  it("has much float everywhere but in 17", () => {
    expect(check(6, plan)).toEqual({
      found: "7 of 8 (88 %)",
      state: "exceeded",
      phases: ["13", "14", "15", "16", "18", "19", "20"],
    });
  });

  it("has four long phases", () => {
    expect(check(8, plan)).toEqual({ found: "4 of 8 (50 %)", state: "exceeded", phases: ["15", "17", "19", "20"] });
  });

  it("moves its end by what a critical phase takes longer", () => {
    expect(check(12, plan)).toEqual({ found: "120", state: "met", phases: [] });
  });

  it("has 28 weeks to spare until week 100: (72 + 28) / 72", () => {
    expect(check(13, plan, { targetWeeks: 100 })).toEqual({ found: "1.39", state: "met", phases: [] });
    expect(check(7, plan, { targetWeeks: 100 })).toEqual({ found: "0", state: "met", phases: [] });
  });

  it("says of every check either what it found or why it cannot", () => {
    const rows = lookedAt(plan).health;
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    expect(
      rows.filter(({ state }) => state === "not-applicable").map(({ number, note }) => `${number}: ${note}`),
    ).toEqual([
      "2: dependencies here have no lag",
      "3: dependencies here have no lag",
      "5: stated weeks never hold a phase here",
      "7: no target configured",
      "9: the plan states no actual dates",
      "10: owners are not read",
      "11: no start day configured",
      "13: no target configured",
      "14: no start day configured",
    ]);
  });
});

describe("schedule health", () => {
  const row: PlanNotation = { A: { duration: 4 }, B: { duration: 4, dependsOn: ["A"] }, C: { duration: 1 } };

  it("finds phases that end too late for the target", () => {
    expect(check(7, row, { targetWeeks: 7 })).toEqual({ found: "2", state: "exceeded", phases: ["A", "B"] });
    expect(check(13, row, { targetWeeks: 7 })).toMatchObject({ found: "0.88", state: "exceeded" });
    expect(check(13, row, { targetWeeks: 7.6 })).toMatchObject({ found: "0.95", state: "met" });
  });

  it("counts a target from the start day where there is one", () => {
    // Two of ten weeks are over: eight are left for eight weeks of work.
    expect(check(13, row, { targetWeeks: 10, calendar, today: "2026-01-19" }).found).toBe("1.00");
    expect(check(7, row, { targetWeeks: 9, calendar, today: "2026-01-19" }).phases).toEqual(["A", "B"]);
  });

  it("finds what should be done by now", () => {
    const asked = { calendar, today: "2026-02-02" };
    expect(check(11, row, asked)).toEqual({ found: "2 of 2 (100 %)", state: "exceeded", phases: ["A", "C"] });
    expect(check(14, row, asked)).toMatchObject({ found: "0.00", state: "exceeded" });
    const done: PlanNotation = { A: { duration: 4, status: "done" }, B: { duration: 4, dependsOn: ["A"] } };
    expect(check(11, done, asked)).toEqual({ found: "0 of 1 (0 %)", state: "met", phases: [] });
    expect(check(14, done, asked)).toMatchObject({ found: "1.00", state: "met" });
    expect(check(11, row, { calendar, today: "2026-01-05" })).toMatchObject({ state: "not-applicable" });
  });

  it("is empty when nothing is left", () => {
    expect(lookedAt({ A: { duration: 4, status: "done" } }).health).toEqual([]);
    expect(lookedAt({}).health).toEqual([]);
  });
});
