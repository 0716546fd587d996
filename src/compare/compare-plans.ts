import type { Analysis } from "../model/analysis.js";
import type { Comparison, PlanChange } from "../model/comparison.js";
import type { PhaseId } from "../model/plan.js";
import { compareBreakingChanges } from "./compare-breaking-changes.js";
import { normalText } from "./normal-text.js";
import { pairPhases, type PhasePair } from "./pair-phases.js";

/**
 * Every difference between base and head, typed: phases in head's order with all that changed about each, then the
 * phases that are gone in base's order, then the breaking changes. What an added or removed phase depends on is part
 * of its addition or removal, not a change of its own.
 */
export function comparePlans(base: Analysis, head: Analysis): Comparison {
  const { pairs, removed } = pairPhases(base.plan, head.plan);
  const pairOf = new Map(pairs.map((pair) => [pair.head.id, pair]));
  const idInHead = new Map(pairs.map((pair) => [pair.base.id, pair.head.id]));
  const changes: PlanChange[] = [];
  for (const phase of head.plan.phases.values()) {
    const pair = pairOf.get(phase.id);
    if (pair === undefined) changes.push({ kind: "phase-added", id: phase.id, phase });
    else changes.push(...comparePhase(pair, idInHead));
  }
  for (const phase of removed) changes.push({ kind: "phase-removed", id: phase.id, phase });
  changes.push(...compareBreakingChanges(base.plan.breakingChanges, head.plan.breakingChanges));
  return { base, head, changes };
}

function* comparePhase({ base, head }: PhasePair, idInHead: ReadonlyMap<PhaseId, PhaseId>): Iterable<PlanChange> {
  const { id } = head;
  if (base.id.toLowerCase() !== id.toLowerCase()) yield { kind: "phase-renumbered", id, from: base.id, to: id };
  if (normalText(base.title) !== normalText(head.title)) {
    yield { kind: "phase-renamed", id, from: base.title, to: head.title };
  }
  const before = new Set(base.dependsOn.map((dependency) => idInHead.get(dependency.id) ?? dependency.id));
  const after = new Set(head.dependsOn.map((dependency) => dependency.id));
  for (const on of after) if (!before.has(on)) yield { kind: "dependency-added", id, on };
  for (const on of before) if (!after.has(on)) yield { kind: "dependency-removed", id, on };
  const weeks = { from: base.duration?.weeks ?? null, to: head.duration?.weeks ?? null };
  if (weeks.from !== weeks.to) yield { kind: "duration-changed", id, ...weeks };
  const tier = { from: base.tier?.number ?? null, to: head.tier?.number ?? null };
  if (tier.from !== tier.to) yield { kind: "tier-changed", id, ...tier };
  if (base.status !== head.status) yield { kind: "status-changed", id, from: base.status, to: head.status };
}
