import { isDone } from "../graph/is-done.js";
import type { AcyclicGraph } from "../model/graph.js";
import type { Phase, PhaseId, Plan } from "../model/plan.js";
import type { Tiers } from "../model/schedule.js";
import type { Settings } from "../model/settings.js";
import { openLinks } from "./open-links.js";
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

const full = new WeakMap<Tiers, Portion>();
const remaining = new WeakMap<Tiers, Portion>();

/** Every phase with its whole duration, every dependency, structural tiers where none is declared. Computed once. */
export function fullPortion(plan: Plan, graph: AcyclicGraph, tiers: Tiers, settings: Settings): Portion {
  const portion = full.get(tiers) ?? whole(plan, graph, tiers, settings);
  full.set(tiers, portion);
  return portion;
}

/**
 * What is left of each phase that is not done, open dependencies, current tiers where none is declared. Computed once.
 */
export function remainingPortion(plan: Plan, graph: AcyclicGraph, tiers: Tiers, settings: Settings): Portion {
  const portion = remaining.get(tiers) ?? whatIsLeft(plan, graph, tiers, settings);
  remaining.set(tiers, portion);
  return portion;
}

function whole(plan: Plan, graph: AcyclicGraph, tiers: Tiers, settings: Settings): Portion {
  const phases = graph.ids.map((id) => plan.phases.get(id)!);
  const binds = new Uint8Array(graph.predecessors.length).fill(1);
  return {
    takesPart: new Uint8Array(phases.length).fill(1),
    binds,
    placedTiers: placedTiers(plan, graph, tiers.structural, binds, settings),
    computedTiers: Float64Array.from(graph.ids, (id) => tiers.structural.get(id)!),
    durations: {
      planned: Float64Array.from(phases, ({ duration }) => ticks(duration?.weeks ?? 0)),
      low: Float64Array.from(phases, ({ duration }) => ticks(duration?.low ?? 0)),
      high: Float64Array.from(phases, ({ duration }) => ticks(duration?.high ?? 0)),
    },
    withoutDuration: phases.filter(({ duration }) => duration === null).map(({ id }) => id),
  };
}

function whatIsLeft(plan: Plan, graph: AcyclicGraph, tiers: Tiers, settings: Settings): Portion {
  const phases = graph.ids.map((id) => plan.phases.get(id)!);
  const binds = openLinks(plan, graph);
  const ranges = phases.map(remainingRange);
  return {
    takesPart: Uint8Array.from(phases, (phase) => (isDone(phase) ? 0 : 1)),
    binds,
    placedTiers: placedTiers(plan, graph, tiers.current, binds, settings),
    computedTiers: Float64Array.from(graph.ids, (id) => tiers.current.get(id)!),
    durations: {
      planned: Float64Array.from(ranges, ({ planned }) => ticks(planned)),
      low: Float64Array.from(ranges, ({ low }) => ticks(low)),
      high: Float64Array.from(ranges, ({ high }) => ticks(high)),
    },
    withoutDuration: phases
      .filter((phase) => !isDone(phase) && phase.duration === null && phase.remainingWeeks === null)
      .map(({ id }) => id),
  };
}

/**
 * Weeks left of a phase. The range of its duration shrinks with the progress made; weeks left that do not follow from
 * the progress were stated by the author, and a statement has no range.
 */
function remainingRange(phase: Phase): { planned: number; low: number; high: number } {
  if (isDone(phase)) return { planned: 0, low: 0, high: 0 };
  const { duration, remainingWeeks } = phase;
  const planned = remainingWeeks ?? duration?.weeks ?? 0;
  const share = 1 - (phase.progressPercent ?? 0) / 100;
  const isStated = duration === null || (remainingWeeks !== null && ticks(planned) !== ticks(duration.weeks * share));
  if (isStated) return { planned, low: planned, high: planned };
  const left = remainingWeeks === null ? 1 : share;
  return { planned, low: duration.low * left, high: duration.high * left };
}
