import type { Comparison } from "../model/comparison.js";
import type { Phase, PhaseId, Plan } from "../model/plan.js";
import { changeRule } from "./rule.js";
import { blockingDependencies } from "./shared/blocking-dependencies.js";
import { waitForEachOther } from "./shared/explicit-cycles.js";
import { judgedPhases } from "./shared/judged-phases.js";

export const newPhasePosition = changeRule({
  id: "new-phase-position",
  summary: "A new phase should stand behind the phases it depends on and before those that depend on it.",
  severity: "notice",
  *check(comparison) {
    const added = addedPhases(comparison);
    if (added.size === 0) return;
    const { plan } = comparison.head;
    const position = new Map([...plan.phases.keys()].map((id, index) => [id, index]));
    const isBehind = (one: Phase, other: Phase) =>
      one.places[0]!.path === other.places[0]!.path && position.get(one.id)! > position.get(other.id)!;
    const areInKnot = waitForEachOther(comparison.head);
    const firstDependents = dependentsOfAdded(comparison, added);
    for (const phase of added.values()) {
      const awaited = blockingDependencies(phase, plan)
        .map(({ target }) => target)
        .filter((target) => isBehind(target, phase) && !areInKnot(target, phase));
      const last = awaited.reduce<Phase | null>((far, one) => (far && !isBehind(one, far) ? far : one), null);
      const dependent = firstDependents.get(phase.id);
      if (last !== null) yield violation(phase, last, `before ${last.label}, which it depends on`, `behind`);
      else if (dependent !== undefined && isBehind(phase, dependent) && !areInKnot(phase, dependent)) {
        yield violation(phase, dependent, `behind ${dependent.label}, which depends on it`, `before`);
      }
    }
  },
});

const violation = (phase: Phase, other: Phase, where: string, goes: string) => ({
  place: phase.places[0]!,
  message: `${phase.label} is new and stands ${where}. Move it ${goes} ${other.label}.`,
  phases: [phase.id, other.id],
  related: [{ place: other.places[0]!, message: `${other.label} stands here` }],
});

/**
 * New phases in documents that base has, by id: in a new document nothing had a position before. Where base has a document
 * that head has not, one that looks new may be that one under another name.
 */
function addedPhases({ base, head, changes }: Comparison): ReadonlyMap<PhaseId, Phase> {
  const before = documentsOf(base.plan);
  const now = documentsOf(head.plan);
  const mayBeRenamed = [...before].some((path) => !now.has(path));
  const added = new Map<PhaseId, Phase>();
  for (const change of changes) {
    if (change.kind !== "phase-added") continue;
    if (before.has(change.phase.places[0]!.path) || mayBeRenamed) added.set(change.id, change.phase);
  }
  return added;
}

const documentsOf = ({ phases }: Plan): ReadonlySet<string> =>
  new Set([...phases.values()].map(({ places }) => places[0]!.path));

/** The first phase in plan order that is not new itself and waits for a new one, by the new one. */
function dependentsOfAdded({ head: { plan } }: Comparison, added: ReadonlyMap<PhaseId, Phase>): Map<PhaseId, Phase> {
  const first = new Map<PhaseId, Phase>();
  for (const phase of judgedPhases(plan)) {
    if (added.has(phase.id)) continue;
    for (const { target } of blockingDependencies(phase, plan)) {
      if (added.has(target.id) && !first.has(target.id)) first.set(target.id, phase);
    }
  }
  return first;
}
