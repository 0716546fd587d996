import { nearestWord } from "../config/nearest-word.js";
import type { Phase, PhaseId, Plan } from "../model/plan.js";
import type { Settings } from "../model/settings.js";
import { SetupError } from "../model/setup-error.js";
import type { WhatIf, WhatIfRow } from "../model/what-if.js";
import { findPhase } from "./find-phase.js";
import { setField } from "./set-field.js";

/** The plans with everything tried on them, and what that was, in the order given. */
export interface TriedPlans {
  readonly plans: readonly Plan[];
  readonly rows: readonly WhatIfRow[];
}

/**
 * Applies changes one after the other to the plans that they name; the plans themselves stay as they are, and nothing
 * tried gives back the same plans. What is changed keeps its places in the documents; a dependency that stands in none
 * has the place of the phase that waits. Throws a SetupError `bad-arguments` for what names nothing or cannot be.
 */
export function applyWhatIf(plans: readonly Plan[], whatIfs: readonly WhatIf[], settings: Settings): TriedPlans {
  if (whatIfs.length === 0) return { plans, rows: [] };
  // One copy a plan, changed in place: a plan of 100,000 phases is not copied for each of a hundred changes.
  const tried = plans.map((plan) => ({ ...plan, phases: new Map(plan.phases) }));
  const rows = whatIfs.map((whatIf): WhatIfRow => {
    const { plan, phase } = findPhase(tried, whatIf.phase);
    return { plan: plan.name, phase: phase.id, sentence: apply(whatIf, phase, plan, settings) };
  });
  return { plans: tried, rows };
}

/** A plan whose phases may be exchanged. */
interface OpenPlan extends Plan {
  readonly phases: Map<PhaseId, Phase>;
}

function apply(whatIf: WhatIf, phase: Phase, plan: OpenPlan, settings: Settings): string {
  switch (whatIf.kind) {
    case "set": {
      const { changed, sentence } = setField(phase, whatIf.field, whatIf.value, settings);
      plan.phases.set(phase.id, changed);
      return sentence;
    }
    case "drop":
      return drop(phase, plan);
    case "add-dependency":
      return addDependency(phase, findPhase([plan], whatIf.on).phase, plan);
    case "remove-dependency":
      return removeDependency(phase, findPhase([plan], whatIf.on).phase, plan);
  }
}

const MOST_NAMED = 5;

/** A plan without the phase is a plan without what waits for it: the sentence says who no longer does. */
function drop(phase: Phase, plan: OpenPlan): string {
  plan.phases.delete(phase.id);
  const freed: string[] = [];
  for (const other of [...plan.phases.values()]) {
    if (other.dependsOn.some(({ id }) => id === phase.id)) freed.push(other.label);
    plan.phases.set(other.id, without(other, phase.id));
  }
  if (freed.length === 0) return `${phase.label} is dropped`;
  const named = freed.slice(0, MOST_NAMED).join(", ");
  const more = freed.length > MOST_NAMED ? ` and ${freed.length - MOST_NAMED} more` : "";
  return `${phase.label} is dropped, and nothing waits for it any more (${named}${more})`;
}

function addDependency(phase: Phase, on: Phase, plan: OpenPlan): string {
  if (phase.id === on.id) throw wrong(`${phase.label} cannot wait for itself.`, "Name two different phases.");
  if (phase.dependsOn.some(({ id }) => id === on.id)) {
    throw wrong(`${phase.label} waits for ${on.label} already.`, "Leave --add-dependency out.");
  }
  const added = { id: on.id, evidence: "explicit", satisfied: false, note: null, place: phase.places[0]! } as const;
  plan.phases.set(phase.id, { ...phase, dependsOn: [...phase.dependsOn, added] });
  return `${phase.label} waits for ${on.label}`;
}

function removeDependency(phase: Phase, on: Phase, plan: OpenPlan): string {
  if (!phase.dependsOn.some(({ id }) => id === on.id)) {
    const awaited = phase.dependsOn.map(({ id }) => id);
    const meant = nearestWord(on.id, awaited);
    throw wrong(
      `${phase.label} does not wait for ${on.label}.${meant ? ` Did you mean ${phase.id}:${meant}?` : ""}`,
      awaited.length === 0 ? "It waits for nothing." : `It waits for: ${awaited.slice(0, 20).join(", ")}.`,
    );
  }
  plan.phases.set(phase.id, without(phase, on.id));
  return `${phase.label} no longer waits for ${on.label}`;
}

function without(phase: Phase, id: PhaseId): Phase {
  const isOther = (one: { readonly id: PhaseId }) => one.id !== id;
  if (phase.dependsOn.every(isOther) && phase.parallelWith.every(isOther) && !phase.sequencedAfter.includes(id))
    return phase;
  return {
    ...phase,
    dependsOn: phase.dependsOn.filter(isOther),
    sequencedAfter: phase.sequencedAfter.filter((other) => other !== id),
    parallelWith: phase.parallelWith.filter(isOther),
  };
}

const wrong = (message: string, mend: string): SetupError => new SetupError("bad-arguments", message, { mend });
