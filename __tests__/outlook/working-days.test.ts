import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { workingDays } from "../../src/outlook/working-days.js";

const DAY_MS = 86_400_000;
const isoDay = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** The days worked on, by walking the calendar day by day. */
function walked(start: string, holidays: readonly string[], count: number): string[] {
  const days: string[] = [];
  for (let number = Date.parse(start) / DAY_MS; days.length < count; number++) {
    const day = isoDay(number);
    const weekday = new Date(number * DAY_MS).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !holidays.includes(day)) days.push(day);
  }
  return days;
}

describe("workingDays", () => {
  it.each([
    // 2026-01-05 is a Monday.
    ["2026-01-05", 0, 4, "2026-01-05", "2026-01-30"],
    ["2026-01-05", 4, 5, "2026-02-02", "2026-02-06"],
    ["2026-01-05", 0.2, 0.4, "2026-01-06", "2026-01-06"],
    ["2026-01-05", 0.5, 1, "2026-01-07", "2026-01-09"],
    // A week from a Wednesday ends on the Tuesday after it.
    ["2026-01-07", 0, 1, "2026-01-07", "2026-01-13"],
    // A start on a Saturday means the Monday after it.
    ["2026-01-10", 0, 1, "2026-01-12", "2026-01-16"],
    // Over the end of a year, a month and a leap day.
    ["2026-12-28", 0, 2, "2026-12-28", "2027-01-08"],
    ["2028-02-28", 0, 0.6, "2028-02-28", "2028-03-01"],
    ["2028-02-28", 0.2, 0.4, "2028-02-29", "2028-02-29"],
    ["2027-02-26", 0, 0.4, "2027-02-26", "2027-03-01"],
    ["2100-02-26", 0, 0.4, "2100-02-26", "2100-03-01"],
  ])("plan of %s: week %d to %d is %s to %s", (start, from, to, first, last) => {
    const days = workingDays(start, []);
    expect([days.firstDay(from), days.lastDay(to, from)]).toEqual([first, last]);
  });

  it("has each week begin seven calendar days after the one before", () => {
    const { firstDay } = workingDays("2026-01-07", []);
    expect([0, 1, 2, 3].map(firstDay)).toEqual(["2026-01-07", "2026-01-14", "2026-01-21", "2026-01-28"]);
  });

  it("skips holidays, but not those on a weekend, twice, or before the start", () => {
    const days = workingDays("2026-12-21", ["2026-12-25", "2026-12-25", "2026-12-26", "2026-12-18", "2026-12-28"]);
    expect([days.firstDay(0), days.lastDay(1, 0), days.firstDay(1)]).toEqual([
      "2026-12-21",
      "2026-12-29",
      "2026-12-30",
    ]);
    expect(workingDays("2026-12-25", ["2026-12-25"]).firstDay(0)).toBe("2026-12-28");
  });

  it("lets work without length stand on the day it would begin", () => {
    const days = workingDays("2026-01-05", []);
    expect([days.firstDay(1), days.lastDay(1, 1)]).toEqual(["2026-01-12", "2026-01-12"]);
  });

  it("does not lose a day to fractions", () => {
    const days = workingDays("2026-01-05", []);
    expect(days.lastDay(0.999999, 0)).toBe("2026-01-09");
    expect(days.firstDay(0.999999)).toBe("2026-01-12");
  });

  it("counts the weeks worked before a day", () => {
    const days = workingDays("2026-01-05", ["2026-01-06"]);
    expect(
      ["2025-12-01", "2026-01-05", "2026-01-06", "2026-01-07", "2026-01-10", "2026-01-12"].map(days.weeksUntil),
    ).toEqual([0, 0, 0.2, 0.2, 0.8, 0.8]);
  });

  it("agrees with a walk through the calendar", () => {
    const day = fc.integer({ min: 10_000, max: 40_000 });
    fc.assert(
      fc.property(day, fc.array(fc.nat(60), { maxLength: 12 }), fc.nat(40), (start, offsets, position) => {
        const holidays = offsets.map((offset) => isoDay(start + offset));
        const days = workingDays(isoDay(start), holidays);
        const expected = walked(isoDay(start), holidays, position + 1);
        expect(days.firstDay(position / 5)).toBe(expected[position]);
        expect(days.lastDay((position + 1) / 5, 0)).toBe(expected[position]);
        expect(days.weeksUntil(expected[position]!)).toBe(position / 5);
      }),
    );
  });
});
