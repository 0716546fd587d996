import type { AcyclicGraph } from "../model/graph.js";
import type { Phase, PhaseId } from "../model/plan.js";
import type { Tiers } from "../model/schedule.js";
import type { Settings } from "../model/settings.js";
import { placedTiers } from "./placed-tiers.js";
import { ticks } from "./ticks.js";

/** What of a plan is scheduled: the whole, or what is left of it. Everything is by phase of the graph. */
export interface Portion {
  /** 0 for a phase that is over here: it takes no time and binds nobody. */
  readonly takesPart: Uint8Array;
  /** One mark for each entry of `graph.predecessors`: 1 where the link binds. */
  readonly binds: Uint8Array;
  readonly placedTiers: Float64Array;
  readonly computedTiers: Float64Array;
  /** In ticks. */
  readonly durations: { readonly planned: Float64Array; readonly low: Float64Array; readonly high: Float64Array };
  /** Phases that take part and count as 0 weeks for want of a duration, in plan order. */
  readonly withoutDuration: readonly PhaseId[];
}

/** What there is to do, and what of it is left. */
export interface Portions {
  /** Every phase with its whole duration, every dependency, structural tiers where none is declared. */
  readonly full: Portion;
  /** What is left of each phase that is not done, open dependencies, current tiers where none is declared. */
  readonly remaining: Portion;
}

const known = new WeakMap<Tiers, Portions>();

/** Both portions of a plan. Computed once. */
export function portions(graph: AcyclicGraph, tiers: Tiers, settings: Settings): Portions {
  const both = known.get(tiers) ?? computePortions(graph, tiers, settings);
  known.set(tiers, both);
  return both;
}

function computePortions(graph: AcyclicGraph, tiers: Tiers, settings: Settings): Portions {
  const { phases, done } = graph;
  const full = new Draft(phases.length);
  const remaining = new Draft(phases.length);
  const declared = new Float64Array(phases.length).fill(NaN);
  // One look at each phase: in a large plan, coming back to it is what takes the time.
  phases.forEach((phase, index) => {
    const { duration, tier } = phase;
    if (typeof tier?.number === "number") declared[index] = tier.number;
    full.set(phase, index, duration && { planned: duration.weeks, low: duration.low, high: duration.high });
    if (done[index] === 0) remaining.set(phase, index, remainingRange(phase));
  });
  const portion = (draft: Draft, takesPart: Uint8Array, binds: Uint8Array, computed: Tiers["current"]): Portion => {
    const computedTiers = Float64Array.from(computed.values());
    return {
      takesPart,
      binds,
      placedTiers: placedTiers(graph, { declared, computed: computedTiers }, binds, settings),
      computedTiers,
      durations: draft,
      withoutDuration: draft.withoutDuration,
    };
  };
  const everything = new Uint8Array(graph.predecessors.length).fill(1);
  return {
    full: portion(full, new Uint8Array(phases.length).fill(1), everything, tiers.structural),
    remaining: portion(
      remaining,
      done.map((isDone) => 1 - isDone),
      graph.open,
      tiers.current,
    ),
  };
}

/** Weeks. */
interface Range {
  readonly planned: number;
  readonly low: number;
  readonly high: number;
}

class Draft {
  readonly planned: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly withoutDuration: PhaseId[] = [];

  constructor(phaseCount: number) {
    this.planned = new Float64Array(phaseCount);
    this.low = new Float64Array(phaseCount);
    this.high = new Float64Array(phaseCount);
  }

  set({ id }: Phase, index: number, range: Range | null): void {
    if (range === null) {
      this.withoutDuration.push(id);
      return;
    }
    this.planned[index] = ticks(range.planned);
    this.low[index] = ticks(range.low);
    this.high[index] = ticks(range.high);
  }
}

/**
 * Weeks left of a phase that is not done; null when nothing is known. The range of its duration shrinks with the progress
 * made; weeks left that do not follow from the progress were stated by the author, and a statement has no range.
 */
function remainingRange({ duration, remainingWeeks, progressPercent }: Phase): Range | null {
  const planned = remainingWeeks ?? duration?.weeks;
  if (planned === undefined) return null;
  const share = 1 - (progressPercent ?? 0) / 100;
  const isStated = duration === null || (remainingWeeks !== null && ticks(planned) !== ticks(duration.weeks * share));
  if (isStated) return { planned, low: planned, high: planned };
  const left = remainingWeeks === null ? 1 : share;
  return { planned, low: duration.low * left, high: duration.high * left };
}
