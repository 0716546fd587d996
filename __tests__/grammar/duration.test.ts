import { describe, expect, it } from "@jest/globals";
import { isDurationOnly, parseDuration, unitNamedIn } from "../../src/grammar/duration.js";
import type { DurationUnit } from "../../src/model/settings.js";
import { settings } from "../kit/plan-builder.js";

const { weeksPer } = settings();
const length = (text: string, unit?: DurationUnit): readonly number[] | null => {
  const { duration } = parseDuration(text, weeksPer, unit);
  return duration && [duration.low, duration.high];
};

describe("lengths, in weeks", () => {
  it.each([
    ["4 weeks", [4, 4]],
    ["1 week", [1, 1]],
    ["2-3 days", [0.4, 0.6]],
    ["2–3 days", [0.4, 0.6]],
    ["2 to 3 days", [0.4, 0.6]],
    ["3-2 weeks", [2, 3]],
    ["~2w", [2, 2]],
    ["0.5d", [0.1, 0.1]],
    ["1,5 weeks", [1.5, 1.5]],
    ["1,000 hours", [25, 25]],
    ["½ day", [0.1, 0.1]],
    ["1½ weeks", [1.5, 1.5]],
    ["1 1/2 weeks", [1.5, 1.5]],
    ["½–1 day", [0.1, 0.2]],
    ["1 - 1 1/2 weeks", [1, 1.5]],
    ["1/2 day", [0.1, 0.1]],
    ["1/2 weeks", null],
    ["11/2 days", null],
    ["<1d", [0.2, 0.2]],
    ["1w+", [1, 1]],
    ["~1–2 weeks", [1, 2]],
    ["≈ 3 days", [0.6, 0.6]],
    ["4h", [0.1, 0.1]],
    ["10 business days", [2, 2]],
    ["10 working days", [2, 2]],
    ["48-96 agent hours", [1.2, 2.4]],
    ["3-week", [3, 3]],
    ["2 sprints", [4, 4]],
    ["1 quarter", [12, 12]],
    ["1 year", [48, 48]],
    ["18 months", [72, 72]],
    ["18 months (70 weeks)", [70, 70]],
    ["18 months (72 weeks)", [72, 72]],
    ["12-15 weeks (368-476 hours) - ✅ Complete", [12, 15]],
    ["12-16 sections (estimated 12-16 weeks)", [12, 16]],
    ["4 weeks (60% complete, 2 weeks remaining)", [4, 4]],
    ["Estimated: 4 weeks", [4, 4]],
    ["(0/18 months)", null],
    ["TBD", null],
    ["Ongoing", null],
    ["None", null],
    ["XL", null],
    ["", null],
    ["2 weeks remaining", null],
    ["Week 13-16", null],
    ["5 wings", null],
    ["2026-01-05", null],
    ["12", null],
    ["1.2.3 weeks", null],
  ] as const)("%s → %j", (text, expected) => {
    expect(length(text)).toEqual(expected);
  });

  it.each([
    ["12", "day", [2.4, 2.4]],
    ["12-15", "day", [2.4, 3]],
    ["~8", "hour", [0.2, 0.2]],
    ["½", "day", [0.1, 0.1]],
    ["1 1/2", "week", [1.5, 1.5]],
    ["TBD", "day", null],
    ["1.00", "day", [0.2, 0.2]],
    ["3 weeks", "day", [3, 3]],
    ["S", "day", null],
    ["12 things", "day", null],
  ] as const)("%s in a column of %ss → %j", (text, unit, expected) => {
    expect(length(text, unit)).toEqual(expected);
  });
});

describe("what is left, and how far it is", () => {
  it.each([
    ["4 weeks (60% complete, 2 weeks remaining)", 2, 60],
    ["2 weeks remaining", 2, null],
    ["3 days left", 0.6, null],
    ["6 weeks, 1.5 weeks to go", 1.5, null],
    ["60 %", null, 60],
    ["99.5% complete", null, 99],
    ["250%", null, null],
    ["4 weeks", null, null],
  ] as const)("%s → %j left, %j %%", (text, remaining, progressPercent) => {
    expect(parseDuration(text, weeksPer)).toMatchObject({ remaining, progressPercent });
  });
});

describe("unitNamedIn", () => {
  it.each([
    ["Effort (days)", "day"],
    ["Agent Hours", "hour"],
    ["Weeks", "week"],
    ["Est. (d)", "day"],
    ["Est. (h)", "hour"],
    ["Effort", undefined],
    ["Width (m)", undefined],
  ])("%s → %j", (head, unit) => {
    expect(unitNamedIn(head)).toBe(unit);
  });
});

describe("isDurationOnly", () => {
  it.each([
    ["4 weeks", true],
    ["~2-3 days", true],
    ["est. 3 d", true],
    ["4 weeks of work", false],
    ["after 4 weeks", false],
    ["Weeks 1-4", false],
  ])("%s: %j", (text, expected) => {
    expect(isDurationOnly(text)).toBe(expected);
  });
});
