import { mayShareTier } from "../graph/may-share-tier.js";
import type { Phase } from "../model/plan.js";
import { planRule } from "./rule.js";
import { blockingDependencies } from "./shared/blocking-dependencies.js";
import { judgedPhases } from "./shared/judged-phases.js";
import { waitForEachOther } from "./shared/explicit-cycles.js";
import { explicitDependents, moveByHand, moveLater } from "./shared/move-later.js";
import { inWeeks } from "./shared/quantities.js";

export const intraTierDependency = planRule({
  id: "intra-tier-dependency",
  summary: "A phase must not wait for an unfinished phase of its own tier.",
  severity: "error",
  *check(analysis) {
    const { plan, settings } = analysis;
    const dependents = explicitDependents(analysis);
    const areInKnot = waitForEachOther(analysis);
    for (const phase of judgedPhases(plan)) {
      const tier = phase.tier?.number;
      if (tier == null) continue;
      for (const { dependency, target } of blockingDependencies(phase, plan)) {
        if (target.tier?.number !== tier || mayShareTier(phase, target, settings)) continue;
        if (areInKnot(phase, target)) continue;
        const fix = moveLater(phase, analysis, dependents);
        yield {
          place: dependency.place,
          message: messageOf(phase, target, tier, settings.shortPhaseWeeks) + moveByHand(phase),
          phases: [phase.id, target.id],
          related: [{ place: target.tier.place, message: `${target.label} is in Tier ${tier} here` }],
          ...(fix && { fix }),
        };
      }
    }
  },
});

function messageOf(phase: Phase, target: Phase, tier: number, shortPhaseWeeks: number): string {
  if (!phase.sequencedAfter.includes(target.id)) {
    return `${phase.label} depends on ${target.label}, but both are in Tier ${tier}: phases of one tier run side by side.`;
  }
  const length = target.duration === null ? "has no stated duration" : `takes ${inWeeks(target.duration.weeks)}`;
  return (
    `${phase.label} is sequenced after ${target.label} inside Tier ${tier}, but ${target.label} ${length}: ` +
    `the limit there is ${inWeeks(shortPhaseWeeks)}.`
  );
}
