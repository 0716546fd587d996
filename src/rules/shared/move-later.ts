import { mayShareTier } from "../../graph/may-share-tier.js";
import type { Analysis } from "../../model/analysis.js";
import type { Fix, TextEdit } from "../../model/finding.js";
import type { Phase, PhaseId } from "../../model/plan.js";
import { blockingDependencies } from "./blocking-dependencies.js";
import { judgedPhases } from "./judged-phases.js";
import { counted } from "./quantities.js";
import { tierNumberPlace } from "./tier-number-place.js";

const MOST_MOVES = 50;
const MOST_TOLD = 4;

/** The first tier in which a phase stands after everything it explicitly waits for, as declared; at least its own. */
function firstFittingTier(phase: Phase, { plan, settings }: Analysis): number {
  const tiers = blockingDependencies(phase, plan).map(({ target }) => {
    const tier = target.tier?.number;
    return tier == null ? 0 : tier + (mayShareTier(phase, target, settings) ? 0 : 1);
  });
  return Math.max(phase.tier?.number ?? 0, ...tiers);
}

/** Phases that explicitly wait for a phase, by its id. */
export type Dependents = ReadonlyMap<PhaseId, readonly Phase[]>;

/** Who waits for whom, once for all fixes of a plan. */
export function explicitDependents({ plan }: Analysis): Dependents {
  const waiting = new Map<PhaseId, Phase[]>();
  for (const phase of judgedPhases(plan)) {
    for (const { target } of blockingDependencies(phase, plan)) {
      const known = waiting.get(target.id);
      if (known === undefined) waiting.set(target.id, [phase]);
      else known.push(phase);
    }
  }
  return waiting;
}

/**
 * Moves the phase to its first fitting tier, and every phase whose declared tier would then no longer be late enough
 * after it, all together. Null when that cannot be written: a tier stands in a heading that other phases share, the
 * phases wait for each other, or so much moves that nobody would review it.
 */
export function moveLater(phase: Phase, analysis: Analysis, dependents: Dependents): Fix | null {
  const moves = followingMoves(phase, analysis, dependents);
  if (moves === null) return null;
  const edits: TextEdit[] = [];
  for (const [moved, tier] of moves) {
    const place = tierNumberPlace(moved.tier!);
    if (place === null) return null;
    edits.push({ place, newText: String(tier) });
  }
  return { title: titleOf([...moves]), safety: "review", edits: edits.sort(byPlace) };
}

/** What to say where a tier cannot be edited in place: it stands in a heading or a place that other phases share. */
export const moveByHand = ({ label, tier }: Phase): string =>
  tier !== null && !tier.isOwnText
    ? ` The tier of ${label} stands where other phases share it: move ${label} itself to a later one.`
    : "";

/** Who moves to which tier, the phase itself first; null when there is no end to it. */
function followingMoves(phase: Phase, analysis: Analysis, dependents: Dependents): ReadonlyMap<Phase, number> | null {
  const { graph, settings } = analysis;
  if (graph.unschedulable.includes(phase.id)) return null;
  const moves = new Map([[phase, firstFittingTier(phase, analysis)]]);
  const queue = [phase];
  for (const moved of queue) {
    for (const dependent of dependents.get(moved.id) ?? []) {
      const declared = moves.get(dependent) ?? dependent.tier?.number;
      const needed = moves.get(moved)! + (mayShareTier(dependent, moved, settings) ? 0 : 1);
      if (declared == null || declared >= needed) continue;
      moves.set(dependent, needed);
      if (moves.size > MOST_MOVES) return null;
      queue.push(dependent);
    }
  }
  return moves;
}

function titleOf(moves: readonly (readonly [Phase, number])[]): string {
  const says = moves.slice(0, MOST_TOLD).map(([{ label }, tier]) => `${label} to Tier ${tier}`);
  if (moves.length > MOST_TOLD) says.push(`${counted(moves.length - MOST_TOLD, "more phase")} after them`);
  const last = says.pop()!;
  return `Option A: move ${says.length === 0 ? last : `${says.join(", ")} and ${last}`}`;
}

function byPlace({ place: a }: TextEdit, { place: b }: TextEdit): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.offset - b.offset;
}
