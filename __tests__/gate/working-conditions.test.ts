import { describe, expect, it } from "@jest/globals";
import { defaults } from "../../src/config/defaults.js";
import { workingConditions } from "../../src/gate/working-conditions.js";

describe("workingConditions", () => {
  const calendar = { start: "2026-01-05", targetWeeks: 40, holidays: ["2026-12-25"] };
  const plans = [
    { name: "Harbour", documents: ["h.md"], ignoresCase: false, start: "2026-03-02", targetWeeks: 12, agents: 4 },
  ];

  it("takes a plan's own start, target and agents, else those of all plans", () => {
    const config = { ...defaults, plans, calendar };
    expect(workingConditions("Harbour", config)).toEqual({
      calendar: { start: "2026-03-02", holidays: ["2026-12-25"] },
      targetWeeks: 12,
      agents: 4,
    });
    expect(workingConditions("docs/plan.md", config)).toEqual({
      calendar: { start: "2026-01-05", holidays: ["2026-12-25"] },
      targetWeeks: 40,
      agents: null,
    });
    expect(workingConditions("docs/plan.md", { ...config, agents: 2 }).agents).toBe(2);
  });

  it("knows none of them where nobody said anything", () => {
    expect(workingConditions("docs/plan.md", defaults)).toEqual({ calendar: null, targetWeeks: null, agents: null });
  });
});
