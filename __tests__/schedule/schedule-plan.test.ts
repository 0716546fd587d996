import { describe, expect, it } from "@jest/globals";
import type { ModelSchedule } from "../../src/model/schedule.js";
import { phaseId, type PhaseNotation } from "../kit/plan-builder.js";
import { scheduled } from "./scheduled.js";

const spans = ({ times }: ModelSchedule) =>
  [...times].map(([id, { earliestStart, earliestFinish }]) => `${id}:${earliestStart}-${earliestFinish}`).join(" ");

describe("schedulePlan", () => {
  it("answers an empty plan", () => {
    const { full, remaining } = scheduled({}).schedule;
    for (const { times, ...totals } of [full.dependencies, full.tiered, remaining.tiered]) {
      expect(totals).toEqual({ makespan: 0, low: 0, high: 0, criticalPath: [] });
      expect([...times]).toEqual([]);
    }
    expect(full.withoutDuration).toEqual([]);
  });

  it("puts one phase after the other in plan order", () => {
    const { sequential } = scheduled([
      ["b", { duration: 2, dependsOn: ["a"] }],
      ["a", { duration: 3 }],
    ]).schedule.full;
    expect(spans(sequential)).toBe("b:0-2 a:2-5");
    expect(sequential.criticalPath).toEqual(["b", "a"]);
  });

  it("starts a tier when the whole tier before has finished, skipping tiers nobody is in", () => {
    const { tiered } = scheduled({
      a: { tier: 1, duration: 2 },
      b: { tier: 1, duration: 5 },
      c: { tier: 4, duration: 1 },
      d: { tier: 4, duration: 3 },
    }).schedule.full;
    expect(spans(tiered)).toBe("a:0-2 b:0-5 c:5-6 d:5-8");
    expect(tiered.criticalPath).toEqual(["b", "d"]);
    expect(tiered.times.get(phaseId("c"))).toEqual({
      earliestStart: 5,
      earliestFinish: 6,
      latestStart: 7,
      latestFinish: 8,
      totalFloat: 2,
      freeFloat: 2,
      drag: 0,
      isCritical: false,
      isNearCritical: true,
      drivenBy: "b",
    });
    expect(tiered.times.get(phaseId("b"))?.drag).toBe(3);
  });

  it("counts the chain of an Option B in the length of its tier", () => {
    const { tiered, tieredComputed } = scheduled({
      a: { tier: 1, duration: 2 },
      b: { tier: 1, duration: 3, dependsOn: ["a"], sequencedAfter: ["a"] },
      c: { tier: 1, duration: 4 },
      d: { tier: 2, duration: 1, dependsOn: ["b"] },
    }).schedule.full;
    expect(spans(tiered)).toBe("a:0-2 b:2-5 c:0-4 d:5-6");
    expect(tiered.criticalPath).toEqual(["a", "b", "d"]);
    expect(tiered.times.get(phaseId("d"))?.drivenBy).toBe("b");
    expect(spans(tieredComputed)).toBe("a:0-2 b:4-7 c:0-4 d:7-8");
  });

  it("lets everything wait for Tier 0, and for its own dependencies only, under the gated model", () => {
    const { gated, dependencies } = scheduled({
      hub: { tier: 0, duration: 3 },
      a: { tier: 1, duration: 2, dependsOn: ["hub"] },
      b: { tier: 3, duration: 4 },
      c: { tier: 2, duration: 1, dependsOn: ["a"] },
    }).schedule.full;
    expect(spans(gated)).toBe("hub:0-3 a:3-5 b:3-7 c:5-6");
    expect(gated.criticalPath).toEqual(["hub", "b"]);
    expect(gated.times.get(phaseId("b"))?.drivenBy).toBe("hub");
    expect(spans(dependencies)).toBe("hub:0-3 a:3-5 b:0-4 c:5-6");
  });

  it("plans what is left: nothing of a done phase, the rest of one in progress, and nobody waits for a tick", () => {
    const { remaining } = scheduled({
      a: { duration: 12, status: "done" },
      b: { duration: 10, status: "in-progress", progress: 60, dependsOn: ["a"] },
      c: { duration: 3, remaining: 1, dependsOn: ["b"] },
      d: { duration: 5, dependsOn: [{ id: "c", satisfied: true }] },
      e: { duration: 9, tier: "N/A", dependsOn: ["c"] },
      f: { duration: 1, dependsOn: ["e", "c"] },
    }).schedule;
    expect(spans(remaining.dependencies)).toBe("a:0-0 b:0-4 c:4-5 d:0-5 e:0-0 f:5-6");
    expect(remaining.dependencies.criticalPath).toEqual(["b", "c", "f"]);
    expect(remaining.sequential.makespan).toBe(11);
    expect(remaining.sequential.criticalPath).toEqual(["b", "c", "d", "f"]);
    expect(remaining.dependencies.times.get(phaseId("a"))).toMatchObject({ isCritical: false, totalFloat: 6, drag: 0 });
  });

  it("has nothing left of a plan that is done", () => {
    const { remaining } = scheduled({
      a: { duration: 1, status: "done" },
      b: { status: "done", dependsOn: ["a"] },
    }).schedule;
    expect(remaining.tiered).toMatchObject({ makespan: 0, criticalPath: [] });
    expect(remaining.dependencies.times.get(phaseId("a"))?.isCritical).toBe(false);
    expect(remaining.withoutDuration).toEqual([]);
  });

  it("prints the critical path that comes first in plan order, milestones included", () => {
    const { dependencies } = scheduled([
      ["end", { duration: 0, dependsOn: ["y", "x"] }],
      ["y", { duration: 2, dependsOn: ["start"] }],
      ["x", { duration: 2, dependsOn: ["start"] }],
      ["start", { duration: 0 }],
    ]).schedule.full;
    expect(dependencies.criticalPath).toEqual(["start", "y", "end"]);
    expect([...dependencies.times.values()].every(({ isCritical }) => isCritical)).toBe(true);
    expect(dependencies.times.get(phaseId("end"))?.drivenBy).toBe("y");
  });

  it("names the first phase in plan order where several decide a start", () => {
    const { tiered } = scheduled([
      ["b", { tier: 1, duration: 1, dependsOn: ["a"], sequencedAfter: ["a"] }],
      ["c", { tier: 1, duration: 2 }],
      ["a", { tier: 1, duration: 1 }],
      ["d", { tier: 2, duration: 1 }],
    ]).schedule.full;
    expect(tiered.times.get(phaseId("d"))?.drivenBy).toBe("b");
  });

  it("counts a phase without a duration as 0 weeks and names it", () => {
    const { full, remaining } = scheduled({
      a: { duration: 2, status: "done" },
      b: { dependsOn: ["a"] },
      c: { status: "done" },
      d: { duration: 0 },
    }).schedule;
    expect(full.withoutDuration).toEqual(["b", "c"]);
    expect(remaining.withoutDuration).toEqual(["b"]);
    expect(full.dependencies.times.get(phaseId("b"))).toMatchObject({ earliestStart: 2, earliestFinish: 2 });
  });

  it("carries both ends of ranges through every model", () => {
    const { full, remaining } = scheduled({
      a: { duration: [2, 4], tier: 1, status: "in-progress", progress: 50 },
      b: { duration: [1, 6], tier: 1 },
      c: { duration: [3, 5], tier: 2, remaining: 2, dependsOn: ["a"] },
    }).schedule;
    const totals = ({ makespan, low, high }: ModelSchedule) => [makespan, low, high];
    expect(totals(full.sequential)).toEqual([15, 6, 15]);
    expect(totals(full.tiered)).toEqual([11, 5, 11]);
    expect(totals(full.dependencies)).toEqual([9, 5, 9]);
    // What follows from progress keeps its range in proportion; what the author states to be left has none.
    expect(totals(remaining.sequential)).toEqual([10, 4, 10]);
    expect(totals(remaining.dependencies)).toEqual([6, 3, 6]);
  });

  it("adds fractions without noise", () => {
    const tenths = Array.from({ length: 30 }, (_, n): [string, PhaseNotation] => [
      `p${n}`,
      { duration: 0.1, dependsOn: n > 0 ? [`p${n - 1}`] : [] },
    ]);
    const { dependencies } = scheduled([...tenths, ["beside", { duration: 3 }]]).schedule.full;
    expect(dependencies.makespan).toBe(3);
    expect([...dependencies.times.values()].every(({ isCritical, totalFloat }) => isCritical && totalFloat === 0)).toBe(
      true,
    );
    expect(dependencies.times.get(phaseId("p7"))?.earliestStart).toBe(0.7);
  });

  it("gives no dates in or behind a cycle and schedules the rest", () => {
    const { full } = scheduled({
      a: { duration: 1, dependsOn: ["b"] },
      b: { duration: 1, dependsOn: ["a"] },
      behind: { duration: 1, dependsOn: ["b"] },
      free: { duration: 2 },
    }).schedule;
    expect(spans(full.dependencies)).toBe("free:0-2");
    expect(full.sequential.makespan).toBe(2);
  });

  it("survives a chain of 100,000 phases", () => {
    const count = 100_000;
    const { schedule, rows } = scheduled(
      Array.from({ length: count }, (_, n): [string, PhaseNotation] => [
        `p${n}`,
        { duration: 1, tier: 1, dependsOn: n > 0 ? [`p${n - 1}`] : [] },
      ]),
    );
    expect(schedule.full.tiered.makespan).toBe(count);
    expect(schedule.full.dependencies.criticalPath).toHaveLength(count);
    expect(rows).toHaveLength(count);
  });

  it("survives 100,000 phases in one tier", () => {
    const { schedule, rows } = scheduled(
      Array.from({ length: 100_000 }, (_, n): [string, PhaseNotation] => [`p${n}`, { duration: 1, tier: 1 }]),
    );
    expect(schedule.full.tiered.makespan).toBe(1);
    expect(rows).toMatchObject([{ tier: 1, start: 0, finish: 1 }]);
  });
});
