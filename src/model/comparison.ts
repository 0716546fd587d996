import type { Analysis } from "./analysis.js";
import type { BreakingChange, Phase, PhaseId, Status } from "./plan.js";

/** One typed difference between base and head. */
export type PlanChange =
  | { readonly kind: "phase-added"; readonly id: PhaseId; readonly phase: Phase }
  | { readonly kind: "phase-removed"; readonly id: PhaseId; readonly phase: Phase }
  | { readonly kind: "phase-renamed"; readonly id: PhaseId; readonly from: string; readonly to: string }
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
  | { readonly kind: "breaking-change-removed"; readonly entry: BreakingChange };

/** Base and head paired once; rules about a change receive this and never pair anything themselves. */
export interface Comparison {
  readonly base: Analysis;
  readonly head: Analysis;
  readonly changes: readonly PlanChange[];
}
