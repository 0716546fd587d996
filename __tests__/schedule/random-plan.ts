import fc from "fast-check";
import type { Status } from "../../src/model/plan.js";
import type { PhaseNotation } from "../kit/plan-builder.js";

export type PairNotation = readonly (readonly [id: string, phase: PhaseNotation])[];

/**
 * Plans without cycles whose plan order is not a topological one, with fractions, ranges, missing durations, every
 * status, declared tiers right and wrong, ticks and Option B.
 */
export const randomPlan = (maxPhases: number): fc.Arbitrary<PairNotation> =>
  fc
    .uniqueArray(fc.nat(99), { minLength: 1, maxLength: maxPhases })
    .chain((ranks) => fc.tuple(...ranks.map((rank) => randomPhase(rank, ranks))));

const randomPhase = (rank: number, ranks: readonly number[]): fc.Arbitrary<readonly [string, PhaseNotation]> => {
  const earlier = ranks.filter((other) => other < rank).map((other) => `p${other}`);
  return fc
    .record({
      duration: fc.option(
        fc.oneof(
          fc.constantFrom(0, 0.1, 0.2, 1 / 3, 0.7, 1, 2, 3.5, 5),
          fc.constantFrom([1, 2] as const, [0.1, 0.3] as const),
        ),
        { nil: null, freq: 8 },
      ),
      status: fc.constantFrom<Status>("not-started", "not-started", "in-progress", "done", "paused"),
      progress: fc.constantFrom(0, 0, 30, 50),
      tier: fc.option(fc.constantFrom<number | string>(0, 1, 2, 3, "N/A"), { nil: null, freq: 2 }),
      dependsOn: fc.subarray(earlier, { maxLength: Math.min(4, earlier.length) }),
      satisfied: fc.constantFrom(false, false, false, true),
      sequenced: fc.boolean(),
    })
    .map(({ duration, tier, dependsOn, satisfied, sequenced, status, progress }) => [
      `p${rank}`,
      {
        status,
        progress,
        dependsOn: dependsOn.map((id, index) => ({ id, satisfied: satisfied && index === 0 })),
        sequencedAfter: sequenced ? dependsOn.slice(-1) : [],
        ...(duration === null ? {} : { duration }),
        ...(tier === null ? {} : { tier }),
      },
    ]);
};
