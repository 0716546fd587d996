import { describe, expect, it } from "@jest/globals";
import { tierReportRows } from "../../src/gate/tier-report-rows.js";
import { builtAnalysis } from "../kit/built-analysis.js";
import { plan, type PhaseNotation, type PlanNotation } from "../kit/plan-builder.js";

const rows = (notation: PlanNotation) => tierReportRows(builtAnalysis(plan(notation)));
const history = (more: PhaseNotation = {}): PhaseNotation => ({ tier: "N/A (historical)", duration: 12, ...more });

describe("tierReportRows", () => {
  it("shows tiers as they are where there is no history", () => {
    const notation: PlanNotation = {
      A: { tier: 0, duration: 2, status: "done" },
      B: { tier: 2, duration: 4, dependsOn: ["A"], status: "in-progress", progress: 25 },
      C: { duration: 1, dependsOn: ["B"] },
    };
    const { tierRows } = builtAnalysis(plan(notation));
    expect(rows(notation)).toEqual(
      tierRows.map(({ start, finish, ...row }) => ({ ...row, startWeek: start, endWeek: finish })),
    );
    expect(rows(notation).map(({ phases }) => phases)).toEqual([["A"], ["B"], ["C"]]);
  });

  it("leaves out a tier that holds nothing but history", () => {
    expect(
      rows({ H: history(), I: history({ dependsOn: ["H"] }), A: { tier: 3, duration: 4, dependsOn: ["I"] } }).map(
        ({ tier, phases, state }) => [tier, phases, state],
      ),
    ).toEqual([[3, ["A"], "ready"]]);
  });

  it("does not let history begin, lengthen or decide a tier", () => {
    expect(rows({ H: history(), A: { tier: 1, duration: 4 }, B: { tier: 2, duration: 1, dependsOn: ["A"] } })).toEqual([
      {
        tier: 1,
        phases: ["A"],
        longest: "A",
        state: "ready",
        progressPercent: 0,
        startWeek: 0,
        endWeek: 4,
      },
      // The schedule itself is left as it is: Tier 2 waits for the twelve weeks of history.
      { tier: 2, phases: ["B"], longest: "B", state: "waiting", progressPercent: 0, startWeek: 12, endWeek: 13 },
    ]);
    expect(rows({ H: history(), A: { tier: 1, duration: 4, status: "done" } })).toMatchObject([
      { phases: ["A"], longest: "A", state: "done", progressPercent: 100 },
    ]);
    expect(rows({ H: history(), A: { tier: 1, status: "done" } })).toMatchObject([
      { longest: null, state: "done", progressPercent: 100 },
    ]);
  });

  it("keeps a tier that is begun by its own phases, with their progress", () => {
    expect(
      rows({
        H: history(),
        A: { tier: 1, duration: 4, status: "in-progress", progress: 50 },
        B: { tier: 1, duration: 2 },
        C: { tier: 1 },
      }),
    ).toMatchObject([{ phases: ["A", "B", "C"], longest: "A", state: "in-progress", progressPercent: 33.3333 }]);
    expect(rows({ H: history(), A: { tier: 1, status: "done" }, B: { tier: 1 } })).toMatchObject([
      { state: "in-progress", progressPercent: 50 },
    ]);
  });

  it("calls a tier waiting while an earlier one has work left", () => {
    expect(
      rows({
        A: { tier: 1, duration: 4 },
        H: history({ dependsOn: ["A"] }),
        B: { tier: 2, duration: 1 },
      }).map(({ tier, state }) => [tier, state]),
    ).toEqual([
      [1, "ready"],
      [2, "waiting"],
    ]);
  });
});
