import { planRule } from "./rule.js";
import { judgedPhases } from "./shared/judged-phases.js";

export const missingTier = planRule({
  id: "missing-tier",
  summary: "In a plan that declares tiers, every unfinished phase should be in one.",
  severity: "notice",
  *check({ plan, tiers }) {
    const phases = [...judgedPhases(plan)];
    const missing = phases.filter(({ tier }) => tier === null);
    const numbered = phases.filter(({ tier }) => tier?.number != null).length;
    // Where fewer than half of the phases have a tier, the plan is not organised by tiers.
    if (numbered === 0 || missing.length * 2 > phases.length) return;
    for (const phase of missing) {
      const tier = tiers.current.get(phase.id);
      const follows = tier === undefined ? "" : `; from its dependencies follows Tier ${tier}`;
      yield {
        place: phase.places[0]!,
        message:
          `${phase.label} is in no tier, while ${numbered} of ${phases.length} unfinished phases are in one${follows}. ` +
          `Give it a tier.`,
        phases: [phase.id],
      };
    }
  },
});
