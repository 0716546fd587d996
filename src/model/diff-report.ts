import type { ChangeReport, PlanReport } from "./report.js";

/** What has changed in plans between two states, judged by no rule. Described by `schema/diff.schema.json`. */
export interface DiffReport {
  readonly schemaVersion: 1;
  /** The two states as people call them: a revision, a file, `working tree`. */
  readonly base: string;
  readonly head: string;
  readonly plans: readonly PlanDiff[];
  /** What people should know about the run itself. */
  readonly remarks: readonly string[];
}

export interface PlanDiff {
  readonly name: string;
  /** Null for a plan that this state does not have. */
  readonly base: PlanSide | null;
  readonly head: PlanSide | null;
  /** Null for a plan that base does not have. */
  readonly change: Omit<ChangeReport, "catchUp"> | null;
}

/** A plan in one of the two states. */
export type PlanSide = Pick<PlanReport, "documents" | "phases" | "totals" | "tiers">;
