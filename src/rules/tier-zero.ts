import { isDone } from "../graph/is-done.js";
import { isOpen } from "../graph/is-open.js";
import { isScheduled } from "../graph/is-scheduled.js";
import type { Phase, Plan } from "../model/plan.js";
import { planRule } from "./rule.js";
import { judgedPhases } from "./shared/judged-phases.js";
import { counted } from "./shared/quantities.js";
import { statesDependencies } from "./shared/states-dependencies.js";

export const tierZero = planRule({
  id: "tier-zero",
  summary: "Tier 0 must hold the phases that wait for nobody while many wait for them, and no others.",
  severity: "warning",
  *check({ plan, tiers, settings }) {
    if (!statesDependencies(plan)) return;
    const dependents = directDependents(plan);
    for (const phase of judgedPhases(plan)) {
      const declared = phase.tier?.number;
      if (declared == null) continue;
      const waiting = dependents.get(phase.id) ?? [];
      const message =
        declared === 0
          ? whyNotZero(phase, plan, waiting.length, settings.blockerThreshold)
          : tiers.current.get(phase.id) === 0
            ? whyZero(
                phase,
                declared,
                waiting.filter((dependent) => !isDone(dependent)).length,
                settings.blockerThreshold,
              )
            : null;
      if (message !== null) yield { place: phase.tier!.place, message, phases: [phase.id] };
    }
  },
});

/** Null for a phase that is rightly in Tier 0. Finished dependents count: a blocker stays one until it is done. */
function whyNotZero(phase: Phase, plan: Plan, dependents: number, threshold: number): string | null {
  const open = phase.dependsOn.filter((dependency) => isOpen(dependency, plan));
  const labels = [...new Set(open.map(({ id }) => plan.phases.get(id)!.label))];
  const waits = labels.length > 0 && `it waits for ${labels.join(", ")}`;
  const few = dependents < threshold && `${onlySo(dependents)} on it`;
  const wants = `at least ${counted(threshold, "phase")}`;
  if (waits && few) {
    return `${phase.label} is in Tier 0, but ${waits} and ${few}: Tier 0 waits for nobody and holds up ${wants}.`;
  }
  if (waits) return `${phase.label} is in Tier 0, but ${waits}: Tier 0 waits for nobody.`;
  return few ? `${phase.label} is in Tier 0, but ${few}: Tier 0 holds up ${wants}.` : null;
}

const whyZero = (phase: Phase, declared: number, dependents: number, threshold: number): string =>
  `${phase.label} is in Tier ${declared}, but it waits for nothing unfinished and ` +
  `${counted(dependents, "unfinished phase")} ${dependents === 1 ? "waits" : "wait"} for it: from ${threshold} on that is Tier 0.`;

function onlySo(count: number): string {
  if (count === 0) return "no phase depends";
  return `only ${counted(count, "phase")} ${count === 1 ? "depends" : "depend"}`;
}

function directDependents(plan: Plan): ReadonlyMap<string, readonly Phase[]> {
  const dependents = new Map<string, Phase[]>();
  for (const phase of plan.phases.values()) {
    if (!isScheduled(phase)) continue;
    for (const id of new Set(phase.dependsOn.map((dependency) => dependency.id))) {
      const known = dependents.get(id);
      if (known === undefined) dependents.set(id, [phase]);
      else known.push(phase);
    }
  }
  return dependents;
}
