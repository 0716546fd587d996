import { planRule } from "./rule.js";
import { blockingDependencies } from "./shared/blocking-dependencies.js";
import { judgedPhases } from "./shared/judged-phases.js";
import { explicitDependents, moveByHand, moveLater } from "./shared/move-later.js";

export const tierInversion = planRule({
  id: "tier-inversion",
  summary: "A phase must not wait for an unfinished phase of a later tier.",
  severity: "error",
  *check(analysis) {
    const { plan } = analysis;
    const dependents = explicitDependents(analysis);
    for (const phase of judgedPhases(plan)) {
      const tier = phase.tier?.number;
      if (tier == null) continue;
      for (const { dependency, target } of blockingDependencies(phase, plan)) {
        const later = target.tier?.number;
        if (later == null || later <= tier) continue;
        const fix = moveLater(phase, analysis, dependents);
        yield {
          place: dependency.place,
          message: `${phase.label} is in Tier ${tier} but depends on ${target.label}, which is in the later Tier ${later}.${moveByHand(phase)}`,
          phases: [phase.id, target.id],
          related: [{ place: target.tier!.place, message: `${target.label} is in Tier ${later} here` }],
          ...(fix && { fix }),
        };
      }
    }
  },
});
