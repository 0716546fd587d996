import type { Analysis } from "./analysis.js";
import type { BreakingChange, Phase, PhaseId, Status } from "./plan.js";

/** One typed difference between base and head. */
export type PlanChange =
  | { readonly kind: "phase-added"; readonly id: PhaseId; readonly phase: Phase }
  | { readonly kind: "phase-removed"; readonly id: PhaseId; readonly phase: Phase }
  /** Same id, another title. */
  | { readonly kind: "phase-renamed"; readonly id: PhaseId; readonly from: string; readonly to: string }
  /** Another id, and the same title or nearly so with the same content: `id` and `to` are head's, `from` is base's. */
  | { readonly kind: "phase-renumbered"; readonly id: PhaseId; readonly from: PhaseId; readonly to: PhaseId }
  /** Closest mention in another document than before, both of which are there before and after. */
  | { readonly kind: "phase-moved"; readonly id: PhaseId; readonly from: string; readonly to: string }
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
  /** Percent, 0 to 100. */
  | {
      readonly kind: "progress-changed";
      readonly id: PhaseId;
      readonly from: number | null;
      readonly to: number | null;
    }
  /** Declared weeks as a person says them: `Week 1–4`. */
  | {
      readonly kind: "window-changed";
      readonly id: PhaseId;
      readonly from: string | null;
      readonly to: string | null;
    }
  /** How many items below the phase are not scheduled themselves. */
  | { readonly kind: "tasks-changed"; readonly id: PhaseId; readonly from: number; readonly to: number }
  | { readonly kind: EntryChangeKind; readonly id: PhaseId; readonly text: string }
  | { readonly kind: "breaking-change-added"; readonly entry: BreakingChange }
  /** Same subject and change, something else about it differs. */
  | { readonly kind: "breaking-change-edited"; readonly entry: BreakingChange; readonly before: BreakingChange }
  | { readonly kind: "breaking-change-removed"; readonly entry: BreakingChange };

/** One entry of a list of texts that a phase has: services it modifies, outputs, requirements. */
export type EntryChangeKind =
  "service-added" | "service-removed" | "output-added" | "output-removed" | "requirement-added" | "requirement-removed";

/** Base and head paired once; rules about a change receive this and never pair anything themselves. */
export interface Comparison {
  readonly base: Analysis;
  readonly head: Analysis;
  /** Every phase that both revisions have, in head's order. */
  readonly pairs: readonly PhasePair[];
  readonly changes: readonly PlanChange[];
}

/** One phase in both revisions. */
export interface PhasePair {
  readonly base: Phase;
  readonly head: Phase;
}
