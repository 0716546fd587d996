import type { Analysis } from "../model/analysis.js";
import type { Comparison, EntryChangeKind, PhasePair, PlanChange } from "../model/comparison.js";
import type { Phase, PhaseId, Window } from "../model/plan.js";
import { compareBreakingChanges } from "./compare-breaking-changes.js";
import { normalText } from "./normal-text.js";
import { pairPhases } from "./pair-phases.js";

/**
 * Every difference between base and head, typed: phases in head's order with all that changed about each, then the
 * phases that are gone in base's order, then the breaking changes. What an added or removed phase depends on is part
 * of its addition or removal, not a change of its own.
 */
export function comparePlans(base: Analysis, head: Analysis): Comparison {
  const { pairs, removed } = pairPhases(base.plan, head.plan);
  const pairOf = new Map(pairs.map((pair) => [pair.head.id, pair]));
  const idInHead = new Map(pairs.map((pair) => [pair.base.id, pair.head.id]));
  const documents = { base: new Set(base.plan.documents), head: new Set(head.plan.documents) };
  const changes: PlanChange[] = [];
  for (const phase of head.plan.phases.values()) {
    const pair = pairOf.get(phase.id);
    if (pair === undefined) changes.push({ kind: "phase-added", id: phase.id, phase });
    else changes.push(...comparePhase(pair, idInHead), ...moved(pair, documents));
  }
  for (const phase of removed) changes.push({ kind: "phase-removed", id: phase.id, phase });
  changes.push(...compareBreakingChanges(base.plan.breakingChanges, head.plan.breakingChanges));
  return { base, head, pairs, changes };
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
  const progress = { from: base.progressPercent, to: head.progressPercent };
  if (progress.from !== progress.to) yield { kind: "progress-changed", id, ...progress };
  const window = { from: windowText(base.window), to: windowText(head.window) };
  if (window.from !== window.to) yield { kind: "window-changed", id, ...window };
  const tasks = { from: base.children.count, to: head.children.count };
  if (tasks.from !== tasks.to) yield { kind: "tasks-changed", id, ...tasks };
  for (const [list, added, removed] of ENTRY_LISTS) yield* compareEntries(base, head, list, added, removed);
}

const windowText = (window: Window | null): string | null => window && `Week ${window.startWeek}–${window.endWeek}`;

const ENTRY_LISTS: readonly (readonly [
  list: "modifies" | "outputs" | "requires",
  added: EntryChangeKind,
  removed: EntryChangeKind,
])[] = [
  ["modifies", "service-added", "service-removed"],
  ["outputs", "output-added", "output-removed"],
  ["requires", "requirement-added", "requirement-removed"],
];

function* compareEntries(
  base: Phase,
  head: Phase,
  list: "modifies" | "outputs" | "requires",
  added: EntryChangeKind,
  removed: EntryChangeKind,
): Iterable<PlanChange> {
  const before = new Map(base[list].map((text) => [normalText(text), text]));
  const after = new Map(head[list].map((text) => [normalText(text), text]));
  for (const [key, text] of after) if (!before.has(key)) yield { kind: added, id: head.id, text };
  for (const [key, text] of before) if (!after.has(key)) yield { kind: removed, id: head.id, text };
}

type Documents = Readonly<Record<"base" | "head", ReadonlySet<string>>>;

/** A document that is renamed moves no phase: then neither path is known on the other side. */
function* moved({ base, head }: PhasePair, documents: Documents): Iterable<PlanChange> {
  const from = base.places[0]!.path;
  const to = head.places[0]!.path;
  const isElsewhere = head.places.every(({ path }) => path !== from) && base.places.every(({ path }) => path !== to);
  const isRename = !documents.head.has(from) && !documents.base.has(to);
  if (isElsewhere && !isRename) yield { kind: "phase-moved", id: head.id, from, to };
}
