import type { Phase } from "../model/plan.js";
import type { Settings } from "../model/settings.js";

/**
 * True when `phase` may stand in the tier of a phase it depends on (Option B of the methodology): it declares a tier,
 * its author says that it is sequenced after `target`, and `target` is known to be short.
 */
export const mayShareTier = (phase: Phase, target: Phase, settings: Settings): boolean =>
  phase.sequencedAfter.includes(target.id) &&
  phase.tier?.number != null &&
  target.duration !== null &&
  target.duration.weeks <= settings.shortPhaseWeeks;
