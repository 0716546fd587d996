import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Work } from "../../src/outlook/work.js";
import { tierHint } from "../../src/outlook/tier-hint.js";
import { forwardPass } from "../../src/schedule/forward-pass.js";
import { network } from "../../src/schedule/network.js";
import { mayShareTier } from "../../src/graph/may-share-tier.js";
import { weeks } from "../../src/schedule/ticks.js";
import { type PlanNotation, settings } from "../kit/plan-builder.js";
import { randomPlan } from "../schedule/random-plan.js";
import { methodology } from "./methodology.js";
import { workOn } from "./looked-at.js";

const hint = (notation: PlanNotation, steps?: number) => tierHint(workOn(notation), settings(), steps);

const end = ({ graph, remaining }: Work, placedTiers: Float64Array): number =>
  weeks(forwardPass(network("tiered", graph, { ...remaining, placedTiers }), remaining.durations.planned).makespan);

/** True when every open link leads to an earlier tier, or stays as it was inside one (Option B). */
function isValid(work: Work, tiers: Float64Array): boolean {
  const { graph, remaining, phases } = work;
  return phases.every((phase, index) => {
    for (let link = graph.predecessorStart[index]!; link < graph.predecessorStart[index + 1]!; link++) {
      const awaited = graph.predecessors[link]!;
      if (remaining.binds[link] === 0 || tiers[awaited]! < tiers[index]!) continue;
      if (tiers[awaited] !== tiers[index] || !mayShareTier(phase, phases[awaited]!, settings())) return false;
    }
    return true;
  });
}

/** Every assignment of the movable phases to the tiers there are, by brute force. */
function leastEnd(work: Work): number {
  const { remaining, phases } = work;
  const open = [...phases.keys()].filter((phase) => remaining.takesPart[phase] === 1);
  const movable = open.filter((phase) => phases[phase]!.status !== "in-progress" && remaining.placedTiers[phase]! >= 1);
  const tiers = [...new Set(open.map((phase) => remaining.placedTiers[phase]!))].filter((tier) => tier >= 1);
  let least = Infinity;
  const chosen = Float64Array.from(remaining.placedTiers);
  const place = (position: number): void => {
    if (position === movable.length) {
      if (isValid(work, chosen)) least = Math.min(least, end(work, chosen));
      return;
    }
    for (const tier of tiers) {
      chosen[movable[position]!] = tier;
      place(position + 1);
    }
    chosen[movable[position]!] = remaining.placedTiers[movable[position]!]!;
  };
  place(0);
  return least;
}

function withMoves(work: Work, found: NonNullable<ReturnType<typeof tierHint>>): Float64Array {
  const tiers = Float64Array.from(work.remaining.placedTiers);
  for (const { phase, to } of found.moves) tiers[work.phases.findIndex(({ id }) => id === phase)] = to;
  return tiers;
}

describe("tierHint", () => {
  it("ends the methodology's plan in week 95 instead of 112, with 15, 17 and 19 beside 20", () => {
    expect(hint(methodology(false))).toEqual({
      moves: [
        { phase: "15", from: 1, to: 3 },
        { phase: "17", from: 2, to: 3 },
        { phase: "19", from: 2, to: 3 },
      ],
      weeks: 112,
      hintedWeeks: 95,
    });
  });

  it("ends what is left of it today in week 81 instead of 100", () => {
    expect(hint(methodology(true))).toMatchObject({ weeks: 100, hintedWeeks: 81 });
  });

  it("says nothing about tiers that nobody declared, or that cannot be better", () => {
    expect(hint({ A: { duration: 3 }, B: { duration: 5, dependsOn: ["A"] }, C: { duration: 4 } })).toBeNull();
    expect(hint({ A: { tier: 1, duration: 3 }, B: { tier: 2, duration: 5, dependsOn: ["A"] } })).toBeNull();
    expect(hint({ A: { tier: 1, duration: 3 }, B: { tier: 1, duration: 5 } })).toBeNull();
    expect(hint({ A: { tier: 1 }, B: { tier: 2 } })).toBeNull();
  });

  it("leaves work under way and Tier 0 where they are", () => {
    const beside = { A: { tier: 1, duration: 5 }, B: { tier: 2, duration: 5 } };
    expect(hint(beside)?.hintedWeeks).toBe(5);
    expect(hint({ ...beside, A: { ...beside.A, status: "in-progress" } })?.moves).toEqual([
      { phase: "B", from: 2, to: 1 },
    ]);
    expect(
      hint({
        A: { tier: 1, duration: 5, status: "in-progress" },
        B: { tier: 2, duration: 5, status: "in-progress" },
      }),
    ).toBeNull();
    expect(hint({ A: { tier: 0, duration: 5 }, B: { tier: 1, duration: 5 } })).toBeNull();
  });

  it("finds the same with every run, and nothing worse with few steps", () => {
    expect(hint(methodology(false))).toEqual(hint(methodology(false)));
    for (const steps of [0, 1, 10, 50, 100]) {
      expect(hint(methodology(false), steps)?.hintedWeeks ?? 112).toBeLessThanOrEqual(112);
    }
  });

  it("is always valid, better than declared and never better than possible", () => {
    fc.assert(
      fc.property(randomPlan(6), (notation) => {
        const work = workOn(notation);
        const found = tierHint(work, settings());
        if (found === null) return;
        const tiers = withMoves(work, found);
        expect(isValid(work, tiers)).toBe(true);
        expect(end(work, tiers)).toBe(found.hintedWeeks);
        expect(end(work, work.remaining.placedTiers)).toBe(found.weeks);
        expect(found.hintedWeeks).toBeLessThan(found.weeks);
        expect(found.hintedWeeks).toBeGreaterThanOrEqual(leastEnd(work));
      }),
      { numRuns: 300 },
    );
  });

  it("is the best there is for three tiers of plain phases", () => {
    const phase = fc.record({ duration: fc.integer({ min: 1, max: 9 }), links: fc.nat(255) });
    fc.assert(
      fc.property(
        fc.array(phase, { minLength: 3, maxLength: 6 }),
        fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
        (sketches, picks) => {
          const notation = sketches.map(({ duration, links }, index) => {
            const dependsOn = sketches.flatMap((_, other) =>
              other < index && (links >> other) % 4 === 3 ? [`p${other}`] : [],
            );
            return [`p${index}`, { duration, dependsOn, tier: 1 + picks[index]! }] as const;
          });
          const work = workOn(notation);
          const best = leastEnd(work);
          expect(tierHint(work, settings())?.hintedWeeks ?? end(work, work.remaining.placedTiers)).toBe(best);
        },
      ),
      { numRuns: 300 },
    );
  });
});
