import type { Analysis } from "./analysis.js";
import type { BreakingChange, Phase, PhaseId, Status } from "./plan.js";

/** One typed difference between base and head. */
export type PlanChange =
  | { readonly kind: "phase-added"; readonly id: PhaseId; readonly phase: Phase }
  | { readonly kind: "phase-removed"; readonly id: PhaseId; readonly phase: Phase }
  /** Same id, another title. */
  | { readonly kind: "phase-renamed"; readonly id: PhaseId; readonly from: string; readonly to: string }
  /** Same title, another id: `id` and `to` are head's, `from` is base's. */
  | { readonly kind: "phase-renumbered"; readonly id: PhaseId; readonly from: PhaseId; readonly to: PhaseId }
  | { readonly kind: "dependency-added"; readonly id: PhaseId; readonly on: PhaseId }
  | { readonly kind: "dependency-removed"; readonly id: PhaseId; readonly on: PhaseId }
  | {
      readonly kind: "duration-changed";
      readonly id: PhaseId;
      readonly from: number | null;
      readonly to: number | null;
    }
  | { readonly kind: "tier-changed"; readonly id: PhaseId; readonly from: number | null; readonly to: number | null }
  | { readonly kind: "status-changed"; readonly id: PhaseId; readonly from: Status; readonly to: Status }
  | { readonly kind: "breaking-change-added"; readonly entry: BreakingChange }
  /** Same subject and change, something else about it differs. */
  | { readonly kind: "breaking-change-edited"; readonly entry: BreakingChange; readonly before: BreakingChange }
  | { readonly kind: "breaking-change-removed"; readonly entry: BreakingChange };

/** Base and head paired once; rules about a change receive this and never pair anything themselves. */
export interface Comparison {
  readonly base: Analysis;
  readonly head: Analysis;
  readonly changes: readonly PlanChange[];
}
