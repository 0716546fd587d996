import type { TierHint } from "../model/outlook.js";
import type { Settings } from "../model/settings.js";
import { forwardPass } from "../schedule/forward-pass.js";
import { network } from "../schedule/network.js";
import { weeks } from "../schedule/ticks.js";
import { earliestRanks, nearestRanks, type Steps } from "./tier-fit.js";
import { type TierProblem, tierProblem } from "./tier-problem.js";
import type { Work } from "./work.js";

/** Some milliseconds; a plan of 10,000 phases gets some thirty tries. */
const MOST_STEPS = 1_500_000;
/** With more tiers there are too many combinations to try them all. */
const FEW_TIERS = 8;

/**
 * Which open phases to move to another of the plan's tiers so that what is left ends earlier under tier barriers. Every
 * dependency keeps its order, Tier 0 and phases under way stay. A tier is as long as its longest phase, hence long phases
 * belong side by side: the search sets limits to the lengths of the tiers and takes those with the least sum for which
 * every phase still finds a place. Deterministic, within `steps`; the best there is in a plan with few tiers, else a good
 * answer. Null when the plan declares no tiers or nothing better was found.
 */
export function tierHint(work: Work, settings: Settings, steps = MOST_STEPS): TierHint | null {
  if (!work.isTiered) return null;
  const { graph, remaining, phases } = work;
  const problem = tierProblem(work, settings);
  if (problem.tiers.length - problem.firstRank < 2) return null;
  const limits = shortestTiers(work, problem, { left: steps });
  const ranks = nearestRanks(work, problem, limits);
  const placedTiers = remaining.placedTiers.map((tier, phase) =>
    ranks[phase] === -1 ? tier : problem.tiers[ranks[phase]!]!,
  );
  const end = (portion: typeof remaining) =>
    forwardPass(network("tiered", graph, portion), portion.durations.planned).makespan;
  const now = end(remaining);
  const hinted = end({ ...remaining, placedTiers });
  if (hinted >= now) return null;
  return {
    moves: phases.flatMap(({ id }, phase) => {
      const from = remaining.placedTiers[phase]!;
      const to = placedTiers[phase]!;
      return from === to ? [] : [{ phase: id, from, to }];
    }),
    weeks: weeks(now),
    hintedWeeks: weeks(hinted),
  };
}

/** What a search looks at: the lengths a limit can have, ascending, and the least limit of each tier. */
interface Search {
  readonly work: Work;
  readonly problem: TierProblem;
  readonly lengths: Float64Array;
  readonly least: Float64Array;
  readonly steps: Steps;
}

/** Limits of the tiers with a small sum, under which every phase finds a place. */
function shortestTiers(work: Work, problem: TierProblem, steps: Steps): Float64Array {
  const { tiers, rank, stays, demand } = problem;
  const current = new Float64Array(tiers.length);
  const least = new Float64Array(tiers.length);
  const lengths = new Set([0]);
  rank.forEach((tier, phase) => {
    if (tier === -1) return;
    current[tier] = Math.max(current[tier]!, demand[phase]!);
    if (stays[phase] === 1) least[tier] = Math.max(least[tier]!, demand[phase]!);
    lengths.add(demand[phase]!);
  });
  const search: Search = { work, problem, lengths: Float64Array.from(lengths).sort(), least, steps };
  const good = improved(search, current);
  return tiers.length > FEW_TIERS ? good : best(search, good);
}

/** Raises the limit of one tier at a time, to let long phases in, and keeps what lets the others fall by more. */
function improved(search: Search, current: Float64Array): Float64Array {
  const { problem, lengths, steps } = search;
  let good = lowered(search, current, -1);
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    for (let tier = problem.tiers.length - 1; tier >= problem.firstRank; tier--) {
      for (let index = lengths.length - 1; index >= 0 && lengths[index]! > good[tier]!; index--) {
        if (steps.left <= 0) return good;
        const next = lowered(search, good.with(tier, lengths[index]!), tier);
        if (sum(next) >= sum(good)) continue;
        good = next;
        isBetter = true;
      }
    }
  }
  return good;
}

/** Tries all limits but those that cannot be better or leave a phase without place, as far as the steps go. */
function best({ work, problem, lengths, least, steps }: Search, good: Float64Array): Float64Array {
  let found = good;
  let foundSum = sum(good);
  const limits = new Float64Array(good.length).fill(lengths.at(-1)!);
  const choose = (tier: number, before: number): void => {
    if (tier === limits.length) {
      found = Float64Array.from(limits);
      foundSum = before;
      return;
    }
    for (const length of lengths) {
      if (steps.left <= 0 || before + Math.max(length, least[tier]!) >= foundSum) break;
      if (length < least[tier]!) continue;
      limits[tier] = length;
      if (earliestRanks(work, problem, limits, steps) !== null) choose(tier + 1, before + length);
    }
    limits[tier] = lengths.at(-1)!;
  };
  choose(0, 0);
  return found;
}

/** Limits that are possible, each as low as the others allow: the highest lowered first, the one just raised last. */
function lowered({ work, problem, lengths, least, steps }: Search, limits: Float64Array, raised: number): Float64Array {
  const low = Float64Array.from(limits);
  const highestFirst = [...limits.keys()]
    .filter((tier) => tier !== raised)
    .sort((one, other) => limits[other]! - limits[one]! || one - other);
  for (const tier of raised === -1 ? highestFirst : [...highestFirst, raised]) {
    const possible = low[tier]!;
    let [from, to] = [0, lengths.findIndex((length) => length >= possible)];
    while (from < to && steps.left > 0) {
      const middle = (from + to) >> 1;
      low[tier] = Math.max(least[tier]!, lengths[middle]!);
      if (earliestRanks(work, problem, low, steps) === null) from = middle + 1;
      else to = middle;
    }
    low[tier] = Math.min(possible, Math.max(least[tier]!, lengths[to]!));
  }
  return low;
}

const sum = (numbers: Float64Array): number => numbers.reduce((total, number) => total + number, 0);
