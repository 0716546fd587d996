import { describe, expect, it } from "@jest/globals";
import { defaults } from "../../src/config/defaults.js";
import { timeOf } from "../../src/gate/time-of.js";

describe("timeOf", () => {
  const calendar = { start: "2026-01-05", targetWeeks: 40, holidays: ["2026-12-25"] };
  const plans = [{ name: "Harbour", documents: ["h.md"], ignoresCase: false, start: "2026-03-02", targetWeeks: 12 }];

  it("takes a plan's own start and target, else those of all plans", () => {
    const config = { ...defaults, plans, calendar };
    expect(timeOf("Harbour", config)).toEqual({
      calendar: { start: "2026-03-02", holidays: ["2026-12-25"] },
      targetWeeks: 12,
    });
    expect(timeOf("docs/plan.md", config)).toEqual({
      calendar: { start: "2026-01-05", holidays: ["2026-12-25"] },
      targetWeeks: 40,
    });
  });

  it("knows neither where nobody said anything", () => {
    expect(timeOf("docs/plan.md", defaults)).toEqual({ calendar: null, targetWeeks: null });
  });
});
