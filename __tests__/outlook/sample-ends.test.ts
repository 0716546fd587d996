import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { randomNumbers } from "../../src/outlook/random-numbers.js";
import { SAMPLE_BUDGET, sampleEnds } from "../../src/outlook/sample-ends.js";
import { triangular } from "../../src/outlook/triangular.js";
import type { PlanNotation } from "../kit/plan-builder.js";
import { randomPlan } from "../schedule/random-plan.js";
import { lookedAt, workOn } from "./looked-at.js";

const sampled = (notation: PlanNotation, changed: Partial<typeof SAMPLE_BUDGET> = {}) =>
  sampleEnds(workOn(notation), { ...SAMPLE_BUDGET, ...changed });

describe("randomNumbers", () => {
  it("says the same after the same seed, something else after another, always from 0 up to 1", () => {
    const draw = (seed: number) => Array.from({ length: 1000 }, randomNumbers(seed));
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(draw(7).every((number) => number >= 0 && number < 1)).toBe(true);
  });

  it("is even: each tenth of the numbers is hit about equally", () => {
    const next = randomNumbers(1);
    const hits = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 100_000; draw++) hits[Math.floor(next() * 10)]!++;
    for (const count of hits) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });
});

describe("triangular", () => {
  it("has its ends at 0 and 1, its mode where the shares meet, and a symmetrical middle", () => {
    expect([triangular(0, 2, 3, 6), triangular(1, 2, 3, 6)]).toEqual([2, 6]);
    expect(triangular(0.25, 2, 3, 6)).toBeCloseTo(3, 12);
    expect(triangular(0.5, 2, 4, 6)).toBeCloseTo(4, 12);
  });

  it("is its distribution function turned round", () => {
    const weeks = fc.integer({ min: 0, max: 5000 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(weeks, weeks, weeks, fc.double({ min: 0, max: 1, noNaN: true }), (one, two, three, u) => {
        const [low, mode, high] = [one, two, three].sort((a, b) => a - b) as [number, number, number];
        fc.pre(high - low > 1e-3);
        const x = triangular(u, low, mode, high);
        const below =
          x < mode
            ? (x - low) ** 2 / ((high - low) * (mode - low))
            : high === mode
              ? (x - low) ** 2 / (high - low) ** 2
              : 1 - (high - x) ** 2 / ((high - low) * (high - mode));
        expect(below).toBeCloseTo(u, 5);
      }),
    );
  });

  it("is a point where the ends meet", () => {
    expect(triangular(0.3, 5, 5, 5)).toBe(5);
  });
});

describe("sampleEnds", () => {
  it("says nothing without a range, or about ranges that are over", () => {
    expect(sampled({ A: { duration: 3 }, B: { duration: 5, dependsOn: ["A"] } })).toBeNull();
    expect(sampled({ A: { duration: [3, 5], status: "done" }, B: { duration: 5, dependsOn: ["A"] } })).toBeNull();
    expect(sampled({})).toBeNull();
  });

  it("meets the quantiles of one triangular phase", () => {
    const found = sampled({ A: { duration: [10, 20] } })!;
    expect(found.samples).toBe(10_000);
    expect(found.p50).toBeCloseTo(15, 0);
    expect(Math.abs(found.p50 - triangular(0.5, 10, 15, 20))).toBeLessThan(0.1);
    expect(Math.abs(found.p80 - triangular(0.8, 10, 15, 20))).toBeLessThan(0.1);
    expect(Math.abs(found.p95 - triangular(0.95, 10, 15, 20))).toBeLessThan(0.1);
    expect(found.planHolds).toBe(1);
    expect(found.criticality).toEqual([{ phase: "A", share: 1 }]);
  });

  it("meets the quantiles of the later of two equal phases: each is critical half the time", () => {
    const found = sampled({ A: { duration: [10, 20] }, B: { duration: [10, 20] } })!;
    // The later of two ends by x with the square of the chance that one does.
    expect(Math.abs(found.p50 - triangular(Math.sqrt(0.5), 10, 15, 20))).toBeLessThan(0.1);
    expect(Math.abs(found.p80 - triangular(Math.sqrt(0.8), 10, 15, 20))).toBeLessThan(0.1);
    for (const { share } of found.criticality) expect(Math.abs(share - 0.5)).toBeLessThan(0.02);
  });

  it("counts what can never decide the end as never critical", () => {
    const found = sampled({
      A: { duration: [10, 20] },
      B: { duration: [1, 5] },
      C: { duration: 2, dependsOn: ["A"] },
    })!;
    expect(found.criticality).toEqual([
      { phase: "A", share: 1 },
      { phase: "C", share: 1 },
    ]);
  });

  it("draws fewer samples of a large plan, and none where too few would be left", () => {
    const notation: PlanNotation = { A: { duration: [1, 2] }, B: { duration: [1, 2], dependsOn: ["A"] } };
    expect(sampled(notation, { steps: 3000 })?.samples).toBe(1000);
    expect(sampled(notation, { steps: 299 })).toBeNull();
  });

  it("is the same with every run and lies between the low and the high end", () => {
    fc.assert(
      fc.property(randomPlan(8), (notation) => {
        const found = sampled(notation, { samples: 200 });
        expect(found).toEqual(sampled(notation, { samples: 200 }));
        if (found === null) return;
        const { low, high } = lookedAt(notation).ranges.find(({ model }) => model === "dependencies")!;
        expect(found.p50).toBeGreaterThanOrEqual(low);
        expect(found.p80).toBeGreaterThanOrEqual(found.p50);
        expect(found.p95).toBeGreaterThanOrEqual(found.p80);
        expect(found.p95).toBeLessThanOrEqual(high);
      }),
      { numRuns: 60 },
    );
  });
});
