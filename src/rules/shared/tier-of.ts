import type { Analysis } from "../../model/analysis.js";
import type { Phase } from "../../model/plan.js";

/** The tier a phase declares, else the one that follows from its dependencies; null where there is neither. */
export const tierOf = (phase: Phase, { tiers }: Analysis): number | null =>
  phase.tier?.number ?? (phase.tier?.isHistorical ? null : (tiers.structural.get(phase.id) ?? null));
