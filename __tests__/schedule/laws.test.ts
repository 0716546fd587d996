import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { buildGraph } from "../../src/graph/build-graph.js";
import { levels } from "../../src/graph/levels.js";
import type { ScheduleModel } from "../../src/model/schedule.js";
import { backwardPass } from "../../src/schedule/backward-pass.js";
import { computeTiers } from "../../src/schedule/compute-tiers.js";
import { drags } from "../../src/schedule/drags.js";
import { forwardPass } from "../../src/schedule/forward-pass.js";
import { network } from "../../src/schedule/network.js";
import { portions } from "../../src/schedule/portion.js";
import { plan, settings } from "../kit/plan-builder.js";
import { type PairNotation, randomPlan } from "./random-plan.js";
import { scheduled } from "./scheduled.js";

const models: readonly ScheduleModel[] = ["sequential", "tiered", "tieredComputed", "gated", "dependencies"];
const sides = ["full", "remaining"] as const;

/** Graph and portions of a plan, for checks below the level of the public functions. */
function graphAndPortions(notation: PairNotation) {
  const built = plan(notation);
  const graph = buildGraph(built).acyclic;
  const tiers = computeTiers(built, graph, settings());
  return {
    graph,
    ...portions(graph, tiers, settings()),
  };
}
type Portions = ReturnType<typeof graphAndPortions>;

/** The definitions of the models spelled out, without networks, gates or passes: earliest finishes in ticks. */
function finishesByDefinition(model: ScheduleModel, graph: Portions["graph"], portion: Portions["full"]): number[] {
  const { takesPart, binds, durations } = portion;
  const tiers = model === "tieredComputed" ? portion.computedTiers : portion.placedTiers;
  const phases = graph.ids.map((_, index) => index);
  const awaitedBy = (phase: number) =>
    [...graph.predecessors.keys()]
      .filter(
        (link) =>
          binds[link] === 1 && graph.predecessorStart[phase]! <= link && link < graph.predecessorStart[phase + 1]!,
      )
      .map((link) => graph.predecessors[link]!);
  const finish = (phase: number): number => {
    if (takesPart[phase] === 0) return 0;
    const others = phases.filter((other) => takesPart[other] === 1 && other !== phase);
    const waitsFor = {
      sequential: () => others.filter((other) => other < phase),
      tiered: () => [...others.filter((other) => tiers[other]! < tiers[phase]!), ...awaitedBy(phase)],
      tieredComputed: () => others.filter((other) => tiers[other]! < tiers[phase]!),
      gated: () => [...(tiers[phase] === 0 ? [] : others.filter((other) => tiers[other] === 0)), ...awaitedBy(phase)],
      dependencies: () => awaitedBy(phase),
    }[model]();
    return durations.planned[phase]! + Math.max(0, ...waitsFor.map(finish));
  };
  return phases.map(finish);
}

describe("laws of every schedule", () => {
  it("hold for floats, makespan and critical path", () => {
    fc.assert(
      fc.property(randomPlan(12), (notation) => {
        const { schedule } = scheduled(notation);
        for (const side of sides) {
          for (const model of models) {
            const { makespan, low, high, times, criticalPath } = schedule[side][model];
            const all = [...times.values()];
            for (const t of all) {
              expect(t.freeFloat).toBeGreaterThanOrEqual(0);
              expect(t.totalFloat).toBeGreaterThanOrEqual(t.freeFloat);
              expect(t.earliestStart + t.totalFloat).toBeCloseTo(t.latestStart, 9);
              expect(t.earliestFinish + t.totalFloat).toBeCloseTo(t.latestFinish, 9);
              expect(t.drag === 0 || t.isCritical).toBe(true);
              expect(t.isCritical && t.isNearCritical).toBe(false);
              if (t.drivenBy === null) expect(t.earliestStart).toBe(0);
              else expect(times.get(t.drivenBy)?.earliestFinish).toBe(t.earliestStart);
            }
            expect(Math.max(...all.map((t) => t.earliestFinish))).toBe(makespan);
            expect(all.some((t) => t.totalFloat === 0)).toBe(true);
            expect(low).toBeLessThanOrEqual(makespan);
            expect(high).toBeGreaterThanOrEqual(makespan);

            const onPath = criticalPath.map((id) => times.get(id)!);
            const length = onPath.reduce((sum, t) => sum + t.earliestFinish - t.earliestStart, 0);
            expect(length).toBeCloseTo(makespan, 9);
            onPath.forEach((t, step) => {
              expect(t.isCritical).toBe(true);
              expect(t.earliestStart).toBe(step === 0 ? 0 : onPath[step - 1]!.earliestFinish);
            });
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("order the models: dependencies ≤ gated ≤ tiered ≤ sequential, dependencies ≤ tieredComputed ≤ sequential", () => {
    fc.assert(
      fc.property(randomPlan(12), (notation) => {
        const { schedule } = scheduled(notation);
        for (const side of sides) {
          const { dependencies, gated, tiered, tieredComputed, sequential } = schedule[side];
          expect(dependencies.makespan).toBeLessThanOrEqual(gated.makespan);
          expect(gated.makespan).toBeLessThanOrEqual(tiered.makespan);
          expect(tiered.makespan).toBeLessThanOrEqual(sequential.makespan);
          expect(dependencies.makespan).toBeLessThanOrEqual(tieredComputed.makespan);
          expect(tieredComputed.makespan).toBeLessThanOrEqual(sequential.makespan);
        }
        expect(schedule.remaining.dependencies.makespan).toBeLessThanOrEqual(schedule.full.dependencies.makespan);
        expect(schedule.remaining.sequential.makespan).toBeLessThanOrEqual(schedule.full.sequential.makespan);
      }),
      { numRuns: 300 },
    );
  });

  it("let no plan shrink when a phase gets longer, while the tiers stay", () => {
    const withoutOptionB = randomPlan(10).map((notation) =>
      notation.map(([id, phase]) => [id, { ...phase, sequencedAfter: [] }] as const),
    );
    fc.assert(
      fc.property(withoutOptionB, fc.nat(9), (notation, which) => {
        const longer = notation.map(([id, phase], index) =>
          index === which % notation.length ? ([id, { ...phase, duration: 7 }] as const) : ([id, phase] as const),
        );
        const [before, after] = [scheduled(notation).schedule, scheduled(longer).schedule];
        for (const side of sides)
          for (const model of models)
            expect(after[side][model].makespan).toBeGreaterThanOrEqual(before[side][model].makespan);
      }),
      { numRuns: 200 },
    );
  });

  it("do not depend on names or on the order in which dependencies are written", () => {
    fc.assert(
      fc.property(randomPlan(10), (notation) => {
        const rename = (id: string) => `x${id.split("").reverse().join("")}`;
        const renamed = notation.map(([id, phase]) => {
          const dependsOn = phase.dependsOn!.map((dependency) =>
            typeof dependency === "string" ? rename(dependency) : { ...dependency, id: rename(dependency.id) },
          );
          return [
            rename(id),
            { ...phase, dependsOn: dependsOn.reverse(), sequencedAfter: phase.sequencedAfter!.map(rename) },
          ] as const;
        });
        const [one, other] = [scheduled(notation), scheduled(renamed)];
        expect([...other.tiers.current]).toEqual([...one.tiers.current].map(([id, tier]) => [rename(id), tier]));
        for (const side of sides) {
          for (const model of models) {
            const [expected, found] = [one.schedule[side][model], other.schedule[side][model]];
            expect(found.criticalPath).toEqual(expected.criticalPath.map(rename));
            expect([...found.times]).toEqual(
              [...expected.times].map(([id, t]) => [rename(id), { ...t, drivenBy: t.drivenBy && rename(t.drivenBy) }]),
            );
          }
        }
        expect(other.rows).toEqual(
          one.rows.map((row) => ({
            ...row,
            phases: row.phases.map(rename),
            longest: row.longest && rename(row.longest),
          })),
        );
      }),
      { numRuns: 100 },
    );
  });

  it("put every phase in a computed tier after all it openly waits for, as deep as the graph at most", () => {
    fc.assert(
      fc.property(randomPlan(12), (notation) => {
        const { graph, tiers } = scheduled(notation);
        const { ids, predecessors, predecessorStart } = graph.acyclic;
        const level = levels(graph.acyclic);
        ids.forEach((id, index) => {
          expect(tiers.current.get(id)).toBeLessThanOrEqual(tiers.structural.get(id)! + 1);
          expect(tiers.structural.get(id)! - level[index]!).toBeLessThanOrEqual(1);
          for (const awaited of predecessors.subarray(predecessorStart[index], predecessorStart[index + 1]))
            expect(tiers.structural.get(ids[awaited]!)).toBeLessThan(tiers.structural.get(id)!);
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe("brute force on small plans", () => {
  it("agrees on every earliest finish of every model", () => {
    fc.assert(
      fc.property(randomPlan(8), (notation) => {
        const checked = graphAndPortions(notation);
        for (const side of sides) {
          for (const model of models) {
            const { finish } = forwardPass(
              network(model, checked.graph, checked[side]),
              checked[side].durations.planned,
            );
            const known = finishesByDefinition(model, checked.graph, checked[side]);
            expect([...finish].slice(0, known.length)).toEqual(known);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("agrees on floats: a phase may slip by its total float, and by no tick more", () => {
    fc.assert(
      fc.property(randomPlan(8), (notation) => {
        const checked = graphAndPortions(notation);
        for (const side of sides) {
          for (const model of models) {
            const links = network(model, checked.graph, checked[side]);
            const { planned } = checked[side].durations;
            const earliest = forwardPass(links, planned);
            const latest = backwardPass(links, earliest);
            planned.forEach((duration, phase) => {
              const slipped = (by: number) => forwardPass(links, planned.with(phase, duration + by)).makespan;
              const totalFloat = latest.start[phase]! - earliest.start[phase]!;
              expect(slipped(totalFloat)).toBe(earliest.makespan);
              expect(slipped(totalFloat + 1)).toBe(earliest.makespan + 1);
            });
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("agrees on drag: by so much the plan shrinks when the phase takes no time", () => {
    fc.assert(
      fc.property(randomPlan(10), (notation) => {
        const checked = graphAndPortions(notation);
        for (const side of sides) {
          for (const model of models) {
            const links = network(model, checked.graph, checked[side]);
            const { planned } = checked[side].durations;
            const earliest = forwardPass(links, planned);
            const drag = drags(links, planned, earliest, backwardPass(links, earliest));
            planned.forEach((_, phase) => {
              expect(drag[phase]).toBe(earliest.makespan - forwardPass(links, planned.with(phase, 0)).makespan);
            });
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("agrees with the closed form of drag: the least float beside the phase, its own length at most", () => {
    fc.assert(
      fc.property(randomPlan(10), (notation) => {
        const { graph, schedule } = scheduled(notation);
        const { ids, predecessors, predecessorStart, order } = graph.acyclic;
        const ancestors = ids.map(() => new Set<number>());
        for (const index of order)
          for (const awaited of predecessors.subarray(predecessorStart[index], predecessorStart[index + 1]))
            for (const ancestor of [awaited, ...ancestors[awaited]!]) ancestors[index]!.add(ancestor);
        const times = ids.map((id) => schedule.full.dependencies.times.get(id)!);
        times.forEach((t, index) => {
          if (!t.isCritical) return;
          const beside = times.filter(
            (_, other) => other !== index && !ancestors[index]!.has(other) && !ancestors[other]!.has(index),
          );
          const duration = t.earliestFinish - t.earliestStart;
          expect(t.drag).toBeCloseTo(Math.min(duration, ...beside.map(({ totalFloat }) => totalFloat)), 9);
        });
      }),
      { numRuns: 300 },
    );
  });
});
