import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { agentProblem, type AgentProblem } from "../../../src/schedule/agents/agent-problem.js";
import { agentSchedules } from "../../../src/schedule/agents/agent-schedules.js";
import { listSchedule } from "../../../src/schedule/agents/list-schedule.js";
import { lowerBound } from "../../../src/schedule/agents/lower-bound.js";
import { ticks } from "../../../src/schedule/ticks.js";
import { awaitedBy, graphOf, randomGraph } from "../../graph/random-graph.js";
import { randomPlan } from "../random-plan.js";
import { scheduled } from "../scheduled.js";

const sides = ["full", "remaining"] as const;
const lengths = fc.constantFrom(0, 1, 1, 2, 3, 3.5, 5, 0.1, 7);
/** A small graph with durations in ticks. */
const randomProblem = (most: number) =>
  randomGraph(most).chain((graph) =>
    fc.tuple(...graph.ids.map(() => lengths)).map((weeks) => ({ graph, durations: Float64Array.from(weeks, ticks) })),
  );

/**
 * The least makespan, by trying every order: some best schedule is what comes out when the phases are given to agents in
 * the order of its starts, each as early as those before it allow.
 */
function leastMakespan({ durations, predecessors }: AgentProblem, agents: number): number {
  let least = Infinity;
  const finishes = new Map<number, number>();
  const place = (free: readonly number[], latest: number): void => {
    if (finishes.size === durations.length) least = Math.min(least, latest);
    if (latest >= least) return;
    for (let task = 0; task < durations.length; task++) {
      const awaited = [...predecessors.targets.subarray(predecessors.start[task], predecessors.start[task + 1])];
      if (finishes.has(task) || !awaited.every((other) => finishes.has(other))) continue;
      const ready = Math.max(0, ...awaited.map((other) => finishes.get(other)!));
      const duration = durations[task]!;
      const [soonest = 0, ...others] = free;
      const finish = duration === 0 ? ready : Math.max(ready, soonest) + duration;
      finishes.set(task, finish);
      place(duration === 0 ? free : [...others, finish].sort((one, other) => one - other), Math.max(latest, finish));
      finishes.delete(task);
    }
  };
  place(new Array<number>(agents).fill(0), 0);
  return least;
}

describe("schedules for agents", () => {
  it("are valid, between their bounds, and never longer with more agents", () => {
    fc.assert(
      fc.property(randomPlan(14), (notation) => {
        const { plan, graph, schedule } = scheduled(notation);
        for (const side of sides) {
          const { agents: rows, dependencies, sequential } = schedule[side];
          expect(rows.map(({ agents }) => agents)).toEqual(rows.map((_, index) => index + 1));
          expect(rows[0]?.weeks ?? 0).toBeCloseTo(sequential.makespan, 9);
          if (rows.length > 0) expect(rows.at(-1)!.weeks).toBe(dependencies.makespan);
          let before = Infinity;
          for (const row of rows) {
            expect(row.weeks).toBeGreaterThanOrEqual(row.lowerBound);
            expect(row.weeks).toBeLessThanOrEqual(before);
            expect(row.proven).toBe(row.weeks === row.lowerBound);
            expect(row.utilisation).toBeCloseTo(sequential.makespan / (row.agents * row.weeks), 9);
            before = row.weeks;
            expect(row.lanes.length).toBeLessThanOrEqual(row.agents);

            const finishes = new Map<string, number>();
            for (const lane of row.lanes) {
              let free = 0;
              for (const { id, start, finish } of lane.phases) {
                expect(start).toBeGreaterThanOrEqual(free);
                const times = dependencies.times.get(id)!;
                expect(finish - start).toBeCloseTo(times.earliestFinish - times.earliestStart, 9);
                expect(start).toBeGreaterThanOrEqual(times.earliestStart);
                expect(finishes.has(id)).toBe(false);
                finishes.set(id, (free = finish));
              }
            }
            expect(Math.max(...finishes.values())).toBe(row.weeks);
            const takingTime = [...dependencies.times].filter(([, t]) => t.earliestFinish > t.earliestStart);
            expect(finishes.size).toBe(takingTime.length);
            if (side === "remaining") continue;
            for (const { phases } of row.lanes)
              for (const { id, start } of phases)
                for (const awaited of awaitedBy(graph.acyclic, graph.acyclic.indexOf.get(id)!))
                  expect(finishes.get(graph.acyclic.ids[awaited]!) ?? 0).toBeLessThanOrEqual(start);
          }
          expect(plan.phases.size).toBeGreaterThanOrEqual(rows.length);
        }
      }),
      { numRuns: 80 },
    );
  });

  it("are the best there is in small plans, whatever the number of agents", () => {
    fc.assert(
      fc.property(randomProblem(7), ({ graph, durations }) => {
        const problem = agentProblem(graph, durations);
        const rows = agentSchedules(graph, durations, graph.ids.length);
        for (const { agents, weeks } of rows) {
          const least = leastMakespan(problem, agents);
          expect(ticks(weeks)).toBe(least);
          expect(lowerBound(problem, agents)).toBeLessThanOrEqual(least);
        }
      }),
      { numRuns: 80 },
    );
  });

  it("begin with a list schedule of at most work / k + (1 − 1 / k) · longest chain", () => {
    fc.assert(
      fc.property(randomProblem(14), fc.integer({ min: 1, max: 5 }), ({ graph, durations }, agents) => {
        const problem = agentProblem(graph, durations);
        const work = durations.reduce((sum, duration) => sum + duration, 0);
        const chain = Math.max(...problem.tails);
        const { makespan } = listSchedule(
          problem,
          agents,
          problem.tails.map((tail) => -tail),
        );
        expect(makespan).toBeLessThanOrEqual(work / agents + (1 - 1 / agents) * chain + 1e-6);
        expect(makespan).toBeGreaterThanOrEqual(lowerBound(problem, agents));
      }),
      { numRuns: 150 },
    );
  });

  it("are the same each time", () => {
    fc.assert(
      fc.property(randomProblem(12), ({ graph, durations }) => {
        const once = JSON.stringify(agentSchedules(graph, durations, 4));
        expect(JSON.stringify(agentSchedules(graph, durations, 4))).toBe(once);
      }),
      { numRuns: 15 },
    );
  });

  it("are list schedules only, and for fewer agents, where the plan is very large", () => {
    const count = 100_000;
    const graph = graphOf(
      Array.from({ length: count }, (_, index) => [`p${index}`, index > 0 ? [`p${index - 1}`] : []]),
    );
    const rows = agentSchedules(graph, new Float64Array(count).fill(ticks(1)), 32);
    expect(rows.map(({ agents, weeks, proven }) => [agents, weeks, proven])).toEqual([[1, count, true]]);
  });
});
