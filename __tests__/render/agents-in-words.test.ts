import { describe, expect, it } from "@jest/globals";
import { agentsCells, agentsInWords, shapeInWords } from "../../src/render/shared/agents-in-words.js";
import type { PlanReport } from "../../src/model/report.js";
import { planOf } from "../kit/report-builder.js";

const row = (agents: number, weeks: number, lowerBound = weeks) => ({
  agents,
  weeks,
  lowerBound,
  proven: weeks === lowerBound,
});
const three = [
  { id: "1", title: "Quay", weeks: 4 },
  { id: "2", title: "Deck", weeks: 3 },
  { id: "3", title: "Crew", weeks: 2, dependsOn: ["2"] },
];
const label = (id: string) => `Phase ${id}`;
const graph = (more: Partial<NonNullable<PlanReport["graph"]>> = {}) => ({
  graph: { phases: 3, width: 2, exact: true, widest: ["1", "2"], bottlenecks: [], ...more },
});

describe("agents", () => {
  it("are told up to the number that is enough", () => {
    const plan = planOf(three, { agents: [row(1, 9), row(2, 5), row(3, 5)] });
    expect(agentsInWords(plan)).toBe("2 agents are enough for 5 weeks");
    expect(agentsCells(plan)).toEqual([
      ["1", "9", "100 %", "proven best"],
      ["2", "5", "90 %", "proven best"],
    ]);
  });

  it("say how far from the best a schedule may be, and where the search for more has ended", () => {
    const plan = planOf(three, { agents: [row(1, 9), row(2, 7, 6)] });
    expect(agentsCells(plan).at(-1)).toEqual(["2", "7", "64 %", "not below 6"]);
    expect(agentsInWords(plan)).toBe("2 agents: 7 weeks, more were not tried");
  });

  it("are lower bounds where a phase has no duration, and nothing without any", () => {
    const plan = planOf([...three, { id: "4", title: "Bell", weeks: null }], { agents: [row(1, 9), row(2, 5)] });
    expect(agentsInWords(plan)).toBe("2 agents are enough for ≥ 5 weeks");
    expect(agentsCells(plan)[0]).toEqual(["1", "≥ 9", "100 %", "proven best"]);
    expect(agentsInWords(planOf(three))).toBeNull();
  });
});

describe("the shape of the dependencies", () => {
  const words = (more: Partial<NonNullable<PlanReport["graph"]>>) => shapeInWords(planOf(three, graph(more)), label);

  it("is how many phases can run side by side, and what all pass through", () => {
    expect(words({})).toEqual(["At most 2 phases can run side by side: Phase 1, Phase 2."]);
    expect(words({ exact: false })).toEqual(["At least 2 phases can run side by side: Phase 1, Phase 2."]);
    expect(words({ bottlenecks: ["3"] }).at(-1)).toBe("Everything passes through Phase 3.");
    expect(words({ width: 1, widest: ["1"], bottlenecks: ["1", "2", "3"] })).toEqual([
      "No two phases can run side by side.",
    ]);
  });

  it("is not told of one phase, or of a plan that names no dependency", () => {
    expect(words({ phases: 1 })).toEqual([]);
    expect(shapeInWords(planOf(three), label)).toEqual([]);
    expect(shapeInWords(planOf(three.slice(0, 2), graph()), label)).toEqual([]);
  });
});
