import { mayShareTier } from "../graph/may-share-tier.js";
import type { Analysis } from "../model/analysis.js";
import type { Fix } from "../model/finding.js";
import type { Phase, PhaseId } from "../model/plan.js";
import type { Schedule } from "../model/schedule.js";
import { planRule } from "./rule.js";
import { blockingDependencies } from "./shared/blocking-dependencies.js";
import { judgedPhases } from "./shared/judged-phases.js";
import { inWeeks } from "./shared/quantities.js";
import { statesDependencies } from "./shared/states-dependencies.js";
import { tierNumberPlace } from "./shared/tier-number-place.js";

export const couldStartEarlier = planRule({
  id: "could-start-earlier",
  summary: "A phase should not stand in a later tier than its dependencies ask for.",
  severity: "notice",
  *check(analysis) {
    const { plan, tiers, schedule } = analysis;
    if (!statesDependencies(plan)) return;
    for (const phase of judgedPhases(plan)) {
      const declared = phase.tier?.number;
      const computed = tiers.current.get(phase.id);
      if (declared == null || computed === undefined || computed >= declared) continue;
      // A Tier 0 phase declared later is what tier-zero is about; what has begun can no longer start earlier; and what
      // waits for something no program can read may have its reasons.
      if (computed === 0 || phase.status === "in-progress" || phase.unresolved.length > 0) continue;
      const breaksOwnTier = blockingDependencies(phase, plan).some(
        ({ target }) => (target.tier?.number ?? -1) >= declared,
      );
      if (breaksOwnTier) continue;
      const fix = moveEarlier(phase, computed, analysis);
      yield {
        place: phase.tier!.place,
        message:
          `${phase.label} is in Tier ${declared}, but its dependencies allow Tier ${computed}` +
          `${gain(schedule, phase.id)}.`,
        phases: [phase.id],
        ...(fix && { fix }),
      };
    }
  },
});

function gain({ remaining }: Schedule, id: PhaseId): string {
  const declared = remaining.tiered.times.get(id)?.earliestStart ?? 0;
  const computed = remaining.tieredComputed.times.get(id)?.earliestStart ?? 0;
  if (declared <= computed) return "";
  return `: it would start ${inWeeks(declared - computed)} earlier`;
}

/** Null when the tier cannot be edited alone, or something the phase waits for is itself declared too late for the move. */
function moveEarlier(phase: Phase, tier: number, { plan, settings }: Analysis): Fix | null {
  const place = tierNumberPlace(phase.tier!);
  if (place === null) return null;
  const isTooEarly = blockingDependencies(phase, plan).some(({ target }) => {
    const awaited = target.tier?.number;
    return awaited != null && tier < awaited + (mayShareTier(phase, target, settings) ? 0 : 1);
  });
  if (isTooEarly) return null;
  return { title: `move ${phase.label} to Tier ${tier}`, safety: "review", edits: [{ place, newText: String(tier) }] };
}
