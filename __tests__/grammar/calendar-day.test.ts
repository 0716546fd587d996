import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { addDays, daysBetween, parseDay } from "../../src/grammar/calendar-day.js";

const day = fc
  .date({ min: new Date("1990-01-01T00:00:00Z"), max: new Date("2110-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** The day after, by the calendar's own rules. */
function next(text: string): string {
  const [year = 0, month = 0, date = 0] = text.split("-").map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
  const written = (...parts: readonly number[]) => parts.map((part) => String(part).padStart(2, "0")).join("-");
  if (date < last) return written(year, month, date + 1);
  return month < 12 ? written(year, month + 1, 1) : written(year + 1, 1, 1);
}

describe("calendar days", () => {
  it("follow each other as the calendar says, over months, years and leap days", () => {
    fc.assert(
      fc.property(day, fc.nat(800), (from, count) => {
        let expected = from;
        for (let index = 0; index < count; index++) expected = next(expected);
        expect(addDays(from, count)).toBe(expected);
        expect(daysBetween(from, expected)).toBe(count);
        expect(addDays(expected, -count)).toBe(from);
      }),
    );
  });

  it("exist or are none", () => {
    expect(["2028-02-29", "2000-02-29", "2026-02-29", "2100-02-29", "2026-04-31"].map(parseDay)).toEqual([
      "2028-02-29",
      "2000-02-29",
      null,
      null,
      null,
    ]);
    fc.assert(fc.property(day, (text) => expect(parseDay(text)).toBe(text)));
  });
});
