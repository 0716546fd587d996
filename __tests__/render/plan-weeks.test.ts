import { describe, expect, it } from "@jest/globals";
import type { Report } from "../../src/model/report.js";
import { renderers } from "../../src/render/index.js";
import type { RenderOptions } from "../../src/render/index.js";
import { planWeeks } from "../../src/render/shared/plan-weeks.js";
import { planOf, reportOf } from "../kit/report-builder.js";
import { GOLDEN_CASES } from "./golden-cases.js";

const OPTIONS: RenderOptions = {
  budget: "summary",
  version: "1.0.0",
  links: null,
  rulesUrl: null,
  detailsUrl: null,
  color: false,
  width: 100,
};

describe("planWeeks", () => {
  const phase = { id: "1", title: "One" };

  it.each([
    ["known", planOf([{ ...phase, weeks: 2 }])],
    [
      "known",
      planOf([
        { ...phase, weeks: 2 },
        { id: "2", title: "Two", weeks: null },
      ]),
    ],
    ["known", planOf([{ ...phase, weeks: 0 }])],
    ["no-durations", planOf([{ ...phase, weeks: null }])],
    [
      "no-durations",
      planOf([
        { ...phase, weeks: 2, status: "done" },
        { id: "2", title: "Two", weeks: null },
      ]),
    ],
    ["no-dates", planOf([{ ...phase, weeks: 2 }], { unschedulable: ["1"] })],
    ["no-dates", planOf([{ ...phase, weeks: null }], { unschedulable: ["1"] })],
    ["nothing-left", planOf([{ ...phase, weeks: 2, status: "done" }])],
    ["nothing-left", planOf([{ ...phase, weeks: 2, status: "done" }], { unschedulable: ["1"] })],
    ["nothing-left", planOf([{ ...phase, weeks: 2, remaining: 0, status: "unknown" }])],
  ] as const)("are %s", (expected, plan) => {
    expect(planWeeks(plan)).toBe(expected);
  });
});

describe("a plan without weeks", () => {
  const cyclic = (): Report =>
    reportOf({ plans: [planOf([{ id: "1", title: "One", weeks: 2 }], { unschedulable: ["1"] })] });

  it.each([
    ["no-durations", GOLDEN_CASES["no-durations"]!, "No phase that is left states a duration, so there are no weeks"],
    ["all-done", GOLDEN_CASES["all-done"]!, "Nothing is left to do."],
    ["all in a cycle", cyclic, "What is left stands in or behind a dependency cycle, so there are no weeks"],
  ])("says so, and shows none: %s", (_, make, sentence) => {
    for (const format of ["text", "markdown"] as const) {
      const shown = renderers[format](make(), OPTIONS);
      expect(shown).toContain(sentence);
      expect(shown).not.toMatch(/critical path \d|Critical path:|critical in red|≥|0 weeks|gantt|One phase after/);
    }
  });

  it("is told among several by its name", () => {
    const plans = [planOf([{ id: "1", title: "One", weeks: 2 }]), ...GOLDEN_CASES["all-done"]!().plans];
    expect(renderers.markdown(reportOf({ plans }), OPTIONS)).toContain("#### docs/plan.md: nothing left");
  });

  it("shows tiers without columns of weeks only where no phase has any", () => {
    const header = (name: string) => /^\| Tier .*$/m.exec(renderers.markdown(GOLDEN_CASES[name]!(), OPTIONS))![0];
    expect(header("no-durations")).toBe("| Tier | Phases | State |");
    expect(header("all-done")).toBe("| Tier | Phases | Weeks | Decided by | State |");
  });
});
