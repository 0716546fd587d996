import { describe, expect, it } from "@jest/globals";
import type { AgentSchedule } from "../../../src/model/schedule.js";
import type { PlanNotation } from "../../kit/plan-builder.js";
import { scheduled } from "../scheduled.js";

const agentsOf = (notation: PlanNotation, side: "full" | "remaining" = "full") =>
  scheduled(notation).schedule[side].agents;
/** `1: 147 of 147 proven` a row. */
const written = (schedules: readonly AgentSchedule[]) =>
  schedules.map(
    ({ agents, weeks, lowerBound, proven }) => `${agents}: ${weeks} of ${lowerBound}${proven ? " proven" : ""}`,
  );
/** `1: a 0-4, b 4-5` a lane. */
const lanes = ({ lanes }: AgentSchedule) =>
  lanes.map(
    ({ agent, phases }) => `${agent}: ${phases.map(({ id, start, finish }) => `${id} ${start}-${finish}`).join(", ")}`,
  );

const methodology = (isToday: boolean): PlanNotation => ({
  8: { duration: 12, status: isToday ? "done" : "not-started" },
  13: { duration: 4, dependsOn: ["8"] },
  14: { duration: 4, dependsOn: ["8"], ...(isToday ? { remaining: 2, status: "in-progress" } : {}) },
  15: { duration: 15 },
  16: { duration: 2 },
  17: { duration: 72 },
  18: { duration: 7, dependsOn: ["8", "14"] },
  19: { duration: 18, dependsOn: ["8"] },
  20: { duration: 13, dependsOn: ["18"] },
});

describe("agentSchedules", () => {
  it("tells how many agents the methodology's own plan is worth", () => {
    expect(written(agentsOf(methodology(false))).slice(0, 4)).toEqual([
      "1: 147 of 147 proven",
      "2: 74 of 74 proven",
      "3: 72 of 72 proven",
      "4: 72 of 72 proven",
    ]);
    expect(written(agentsOf(methodology(true), "remaining")).slice(0, 4)).toEqual([
      "1: 133 of 133 proven",
      "2: 72 of 72 proven",
      "3: 72 of 72 proven",
      "4: 72 of 72 proven",
    ]);
  });

  it("says who does what when", () => {
    const [, two] = agentsOf({ a: { duration: 4 }, b: { duration: 1.5 }, c: { duration: 2, dependsOn: ["b"] } });
    expect(lanes(two!)).toEqual(["1: a 0-4", "2: b 0-1.5, c 1.5-3.5"]);
    expect(two).toMatchObject({ weeks: 4, proven: true, utilisation: 7.5 / 8 });
  });

  it("gives milestones to nobody, but lets them hold up what waits for them", () => {
    const [one] = agentsOf({
      a: { duration: 2 },
      gate: { duration: 0, dependsOn: ["a"] },
      b: { duration: 1, dependsOn: ["gate"] },
    });
    expect(lanes(one!)).toEqual(["1: a 0-2, b 2-3"]);
  });

  it("has nothing to say about a plan without work", () => {
    expect(agentsOf({})).toEqual([]);
    expect(agentsOf({ a: {}, b: { dependsOn: ["a"] } })).toEqual([]);
    expect(agentsOf({ a: { duration: 3, status: "done" } }, "remaining")).toEqual([]);
  });
});
