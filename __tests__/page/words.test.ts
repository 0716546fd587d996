import { describe, expect, test } from "@jest/globals";
import { axisTicks } from "../../src/page/engine/axis-ticks.js";
import { inDays, inWeeks } from "../../src/page/engine/position-words.js";
import { whatIfCommand } from "../../src/page/engine/what-if-command.js";
import { phaseId } from "../kit/plan-builder.js";

describe("marks of the axis", () => {
  test.each([
    [5, 10, 1, [0, 1, 2, 3, 4]],
    [18, 9, 2, [0, 2, 4, 6, 8, 10, 12, 14, 16]],
    [60, 10, 8, [0, 8, 16, 24, 32, 40, 48, 56]],
    [100, 10, 13, [0, 13, 26, 39, 52, 65, 78, 91]],
    [0.5, 10, 1, [0]],
    [50_000, 4, 12_500, [0, 12_500, 25_000, 37_500]],
  ])("%p weeks, at most %p", (weeks, most, step, at) => {
    expect(axisTicks(weeks, most)).toEqual({ step, at });
  });
});

describe("positions", () => {
  test("as weeks count from 1", () => {
    expect(inWeeks.window(2, 7)).toBe("week 3–7");
    expect(inWeeks.tick(4)).toBe("5");
  });

  test("as days count working days from the start day of the plan", () => {
    const words = inDays({ start: "2027-01-04", holidays: ["2027-01-06"] }, null);
    expect(words.window(0, 1)).toBe("4 Jan 2027 – 11 Jan 2027");
    expect(words.window(0, 0.2)).toBe("4 Jan 2027");
    expect(words.tick(1)).toBe("12 Jan 2027");
  });

  test("of what is left count from the as-of day, or from a start that is still to come", () => {
    const calendar = { start: "2027-01-04", holidays: [] };
    expect(inDays(calendar, "2027-02-01").tick(0)).toBe("1 Feb 2027");
    expect(inDays(calendar, "2026-11-23").tick(0)).toBe("4 Jan 2027");
  });
});

describe("the same in a terminal", () => {
  const tried = (entries: Readonly<Record<string, string>>) =>
    new Map(Object.entries(entries).map(([id, text]) => [phaseId(id), text]));

  test("names documents, what is looked at, and every duration", () => {
    const choice = { portion: "remaining", model: "tiered" } as const;
    expect(whatIfCommand(["docs/PLAN.md"], tried({ "15": "8w", "T-02": "2-3 days" }), choice)).toBe(
      "plan-gate schedule docs/PLAN.md --remaining --model tiered --set 15.duration=8w --set 'T-02.duration=2-3 days'",
    );
  });

  test("lets no path and no text leave its word", () => {
    const choice = { portion: "full", model: "dependencies" } as const;
    expect(whatIfCommand(["--base", "a'; rm -rf ~ #.md", "$(x).md"], tried({ "1": "1w`id`" }), choice)).toBe(
      "plan-gate schedule ./--base 'a'\\''; rm -rf ~ #.md' '$(x).md' --full --model dependencies --set '1.duration=1w`id`'",
    );
  });
});
