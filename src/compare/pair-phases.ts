import type { Phase, Plan } from "../model/plan.js";
import { normalText } from "./normal-text.js";

/** One phase in both revisions. */
export interface PhasePair {
  readonly base: Phase;
  readonly head: Phase;
}

export interface PairedPhases {
  /** In head's order. */
  readonly pairs: readonly PhasePair[];
  /** Phases of base without a counterpart, in base's order. */
  readonly removed: readonly Phase[];
}

/**
 * Pairs phases by id, without case. Of those left over, one that vanished and one that appeared are the same phase
 * under another id when no other left-over phase of either side has their title.
 */
export function pairPhases(base: Plan, head: Plan): PairedPhases {
  const baseById = new Map([...base.phases.values()].map((phase) => [phase.id.toLowerCase(), phase]));
  const headIds = new Set([...head.phases.keys()].map((id) => id.toLowerCase()));
  const vanished = [...base.phases.values()].filter((phase) => !headIds.has(phase.id.toLowerCase()));
  const appeared = [...head.phases.values()].filter((phase) => !baseById.has(phase.id.toLowerCase()));
  const vanishedByTitle = onlyOnesByTitle(vanished);
  const appearedByTitle = onlyOnesByTitle(appeared);

  const pairs: PhasePair[] = [];
  const paired = new Set<Phase>();
  for (const phase of head.phases.values()) {
    const title = normalText(phase.title);
    const isOnlyOne = appearedByTitle.get(title) === phase;
    const counterpart = baseById.get(phase.id.toLowerCase()) ?? (isOnlyOne ? vanishedByTitle.get(title) : undefined);
    if (counterpart === undefined) continue;
    pairs.push({ base: counterpart, head: phase });
    paired.add(counterpart);
  }
  return { pairs, removed: vanished.filter((phase) => !paired.has(phase)) };
}

/** Phases by title, without those that have none or share it. */
function onlyOnesByTitle(phases: readonly Phase[]): Map<string, Phase> {
  const only = new Map<string, Phase>();
  const shared = new Set([""]);
  for (const phase of phases) {
    const title = normalText(phase.title);
    if (only.has(title)) shared.add(title);
    only.set(title, phase);
  }
  for (const title of shared) only.delete(title);
  return only;
}
