import type { Uncertainty } from "../model/outlook.js";
import { backwardPass } from "../schedule/backward-pass.js";
import { forwardPass } from "../schedule/forward-pass.js";
import { network } from "../schedule/network.js";
import { weeks } from "../schedule/ticks.js";
import { randomNumbers } from "./random-numbers.js";
import { triangular } from "./triangular.js";
import type { Work } from "./work.js";

/** How much is sampled, so that a large plan stays quick. */
export interface SampleBudget {
  readonly samples: number;
  /** Most visits to a phase or a link, over all samples. */
  readonly steps: number;
  readonly seed: number;
}

export const SAMPLE_BUDGET: SampleBudget = { samples: 10_000, steps: 5_000_000, seed: 20_040_229 };

/** With fewer samples a 95th percentile says nothing. */
const FEWEST_SAMPLES = 100;

/**
 * When what is left may end, by Monte-Carlo over the dependency model: every range is drawn from a triangular
 * distribution between its ends with the mode in the middle (a plan states no likelier value inside a range), all ranges
 * independently. The same plan always gives the same answer. Null without a range, or where the budget allows fewer than
 * 100 samples.
 */
export function sampleEnds({ graph, remaining }: Work, budget: SampleBudget = SAMPLE_BUDGET): Uncertainty | null {
  const { low, high, planned } = remaining.durations;
  const ranged = [...low.keys()].filter((phase) => low[phase]! < high[phase]!);
  const links = network("dependencies", graph, remaining);
  const samples = Math.min(budget.samples, Math.floor(budget.steps / (graph.ids.length + graph.predecessors.length)));
  if (ranged.length === 0 || samples < FEWEST_SAMPLES) return null;

  const next = randomNumbers(budget.seed);
  const durations = Float64Array.from(planned);
  const ends = new Float64Array(samples);
  const critical = new Int32Array(graph.ids.length);
  for (let sample = 0; sample < samples; sample++) {
    for (const phase of ranged) {
      const mode = (low[phase]! + high[phase]!) / 2;
      // Whole ticks, so that a float of 0 is exactly 0.
      durations[phase] = Math.round(triangular(next(), low[phase]!, mode, high[phase]!));
    }
    const earliest = forwardPass(links, durations);
    const latest = backwardPass(links, earliest);
    ends[sample] = earliest.makespan;
    for (let phase = 0; phase < critical.length; phase++) {
      if (remaining.takesPart[phase] === 1 && latest.start[phase] === earliest.start[phase]) critical[phase]!++;
    }
  }

  const plannedEnd = forwardPass(links, planned).makespan;
  const planHolds = ends.reduce((count, end) => count + (end <= plannedEnd ? 1 : 0), 0) / samples;
  ends.sort();
  return {
    samples,
    p50: quantile(ends, 0.5),
    p80: quantile(ends, 0.8),
    p95: quantile(ends, 0.95),
    planHolds,
    criticality: graph.ids
      .map((phase, index) => ({ phase, share: critical[index]! / samples }))
      .filter(({ share }) => share > 0),
  };
}

/** The smallest sample with at least the share `p` of all at or below it, in weeks. */
const quantile = (sorted: Float64Array, p: number): number => weeks(sorted[Math.ceil(p * sorted.length) - 1]!);
