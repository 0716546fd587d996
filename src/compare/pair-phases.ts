import type { PhasePair } from "../model/comparison.js";
import type { Phase, PhaseId, Plan } from "../model/plan.js";
import { normalText } from "./normal-text.js";

export interface PairedPhases {
  /** In head's order. */
  readonly pairs: readonly PhasePair[];
  /** Phases of base without a counterpart, in base's order. */
  readonly removed: readonly Phase[];
}

/**
 * Pairs phases by id, without case. Of those left over, one that vanished and one that appeared are the same phase
 * under another id when no other left-over phase of either side has their title; and of what is left then, when no other
 * has their dependencies, duration and dependents, and at least half of the words of their titles are the same.
 */
export function pairPhases(base: Plan, head: Plan): PairedPhases {
  const baseById = new Map([...base.phases.values()].map((phase) => [phase.id.toLowerCase(), phase]));
  const counterparts = new Map<Phase, Phase>();
  for (const phase of head.phases.values()) {
    const counterpart = baseById.get(phase.id.toLowerCase());
    if (counterpart !== undefined) counterparts.set(phase, counterpart);
  }
  pairOnlyOnes(base, head, counterparts, () => ({ base: titleOf, head: titleOf }));
  pairOnlyOnes(base, head, counterparts, contentKeys, haveLikeTitles);
  const paired = new Set(counterparts.values());
  return {
    pairs: [...head.phases.values()].flatMap((phase) => {
      const counterpart = counterparts.get(phase);
      return counterpart === undefined ? [] : [{ base: counterpart, head: phase }];
    }),
    removed: [...base.phases.values()].filter((phase) => !paired.has(phase)),
  };
}

/** What tells a phase from others, or an empty text where there is nothing to tell it by. */
type KeyOf = (phase: Phase) => string;
type Keys = (base: Plan, head: Plan, counterparts: ReadonlyMap<Phase, Phase>) => { base: KeyOf; head: KeyOf };

const titleOf: KeyOf = ({ title }) => normalText(title);

/** Adds the left-over phases that are the only ones of their side with their key. */
function pairOnlyOnes(
  base: Plan,
  head: Plan,
  counterparts: Map<Phase, Phase>,
  keysOf: Keys,
  areAlike: (base: Phase, head: Phase) => boolean = () => true,
): void {
  const paired = new Set(counterparts.values());
  const vanished = [...base.phases.values()].filter((phase) => !paired.has(phase));
  const appeared = [...head.phases.values()].filter((phase) => !counterparts.has(phase));
  if (vanished.length === 0 || appeared.length === 0) return;
  const keys = keysOf(base, head, counterparts);
  const before = onlyOnes(vanished, keys.base);
  for (const [key, phase] of onlyOnes(appeared, keys.head)) {
    const counterpart = before.get(key);
    if (counterpart !== undefined && areAlike(counterpart, phase)) counterparts.set(phase, counterpart);
  }
}

/** Phases by key, without those that have none or share it. */
function onlyOnes(phases: readonly Phase[], keyOf: KeyOf): Map<string, Phase> {
  const only = new Map<string, Phase>();
  const shared = new Set([""]);
  for (const phase of phases) {
    const key = keyOf(phase);
    if (only.has(key)) shared.add(key);
    only.set(key, phase);
  }
  for (const key of shared) only.delete(key);
  return only;
}

/** Dependencies, duration and dependents, where all these phases are known on both sides. */
const contentKeys: Keys = (base, head, counterparts) => {
  const idInHead = new Map([...counterparts].map(([after, before]) => [before.id, after.id]));
  const keptInHead = new Set([...counterparts.keys()].map(({ id }) => id));
  return {
    base: contentKey(base, (id) => idInHead.get(id) ?? null),
    head: contentKey(head, (id) => (keptInHead.has(id) ? id : null)),
  };
};

function contentKey(plan: Plan, nameOf: (id: PhaseId) => PhaseId | null): KeyOf {
  const dependents = new Map<PhaseId, (PhaseId | null)[]>();
  for (const phase of plan.phases.values()) {
    for (const { id } of phase.dependsOn) {
      const known = dependents.get(id);
      if (known === undefined) dependents.set(id, [nameOf(phase.id)]);
      else known.push(nameOf(phase.id));
    }
  }
  return ({ id, dependsOn, duration }) => {
    const before = dependsOn.map((dependency) => nameOf(dependency.id));
    const after = dependents.get(id) ?? [];
    if (before.length + after.length === 0 && duration === null) return "";
    return JSON.stringify([before.sort(), after.sort(), duration?.weeks ?? null]);
  };
}

function haveLikeTitles(base: Phase, head: Phase): boolean {
  const before = new Set(normalText(base.title).split(" "));
  const after = new Set(normalText(head.title).split(" "));
  if (before.has("") || after.has("")) return false;
  const common = [...before].filter((word) => after.has(word)).length;
  return common * 2 >= Math.max(before.size, after.size);
}
