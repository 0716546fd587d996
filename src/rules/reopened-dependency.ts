import type { Comparison } from "../model/comparison.js";
import type { RelatedPlace } from "../model/finding.js";
import type { Phase, PhaseId } from "../model/plan.js";
import { changeRule } from "./rule.js";
import { blockingDependencies } from "./shared/blocking-dependencies.js";
import { hasStarted } from "./shared/has-started.js";
import { counted, listedBriefly } from "./shared/quantities.js";
import { reopenedPhases } from "./shared/reopened-phases.js";
import { STATUS_WORDS } from "./shared/status-words.js";

const MOST_RELATED = 10;

export const reopenedDependency = changeRule({
  id: "reopened-dependency",
  summary: "A finished phase must not be reopened while a phase that depends on it has started.",
  severity: "error",
  *check(comparison) {
    const started = startedDependents(comparison);
    for (const phase of reopenedPhases(comparison)) {
      const dependents = started.get(phase.id);
      if (dependents === undefined) continue;
      const names = dependents.map(({ dependent: { label, status } }) => `${label} (${STATUS_WORDS[status]})`);
      const verb = dependents.length === 1 ? "depends" : "depend";
      yield {
        place: phase.statusPlace ?? phase.places[0]!,
        message:
          `${phase.label} was done and is ${STATUS_WORDS[phase.status]} again, but ${listedBriefly(names)} ${verb} on it. ` +
          `Plan what is left as a phase of its own, or set ${dependents.length === 1 ? dependents[0]!.dependent.label : `those ${counted(dependents.length, "phase")}`} back, too.`,
        phases: [phase.id, ...dependents.map(({ dependent }) => dependent.id)],
        related: dependents.slice(0, MOST_RELATED).map(({ related }) => related),
      };
    }
  },
});

interface StartedDependent {
  readonly dependent: Phase;
  readonly related: RelatedPlace;
}

/** Phases of head on which work has begun, by the unfinished phases they explicitly depend on. */
function startedDependents({ head: { plan } }: Comparison): ReadonlyMap<PhaseId, readonly StartedDependent[]> {
  const started = new Map<PhaseId, StartedDependent[]>();
  for (const dependent of plan.phases.values()) {
    if (!hasStarted(dependent)) continue;
    for (const { dependency, target } of blockingDependencies(dependent, plan)) {
      const related = { place: dependency.place, message: `${dependent.label} depends on ${target.label} here` };
      const known = started.get(target.id);
      if (known === undefined) started.set(target.id, [{ dependent, related }]);
      else known.push({ dependent, related });
    }
  }
  return started;
}
