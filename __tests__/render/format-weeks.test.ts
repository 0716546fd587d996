import { describe, expect, it } from "@jest/globals";
import { formatDifference, formatWeeks, formatWindow, weeksInWords } from "../../src/render/shared/format-weeks.js";
import { plural } from "../../src/render/shared/plural.js";
import { savedWeeks } from "../../src/render/shared/saved-weeks.js";

describe("weeks", () => {
  it.each([
    [72, "72"],
    [3.5, "3.5"],
    [1 / 3, "0.3"],
    [6.999999, "7"],
    [-0.01, "0"],
  ])("%d is %s", (weeks, text) => expect(formatWeeks(weeks)).toBe(text));

  it("are singular once", () => {
    expect([weeksInWords(1), weeksInWords(0.5), weeksInWords(0)]).toEqual(["1 week", "0.5 weeks", "0 weeks"]);
  });

  it("differ with a sign", () => {
    expect([3, -2.5, 0.04].map(formatDifference)).toEqual(["+3", "−2.5", "unchanged"]);
  });

  it.each([
    [0, 4, "1–4"],
    [0, 1, "1"],
    [3.2, 10.2, "4–11"],
    [4, 4, "after 4"],
    [0, 0, "–"],
  ])("from %d to %d are weeks %s", (start, finish, text) => expect(formatWindow(start, finish)).toBe(text));

  it("saved are said with their share, or not at all", () => {
    expect(savedWeeks(147, 112)).toBe("35 weeks (24 %)");
    expect([savedWeeks(0, 0), savedWeeks(5, 5)]).toEqual([null, null]);
  });
});

describe("plural", () => {
  it("knows one from many", () => {
    expect([0, 1, 2].map((count) => plural(count, "error"))).toEqual(["0 errors", "1 error", "2 errors"]);
  });
});
