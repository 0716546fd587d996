/** Something in a repository's set-up that keeps the gate from doing its work, now or some day. */
export interface Ailment {
  readonly id: AilmentId;
  /** error: a gate that blocks for ever or can be got past; warning: one that works worse; notice: good to know. */
  readonly severity: "error" | "warning" | "notice";
  /** Lines and columns count from 1; null for what stands in no file. */
  readonly place: AilmentPlace | null;
  /** What is there. */
  readonly message: string;
  /** What would come of it. */
  readonly why: string;
  /** What to do about it. */
  readonly mend: string;
  /** The lines to have instead, where there are some. */
  readonly yaml: string | null;
}

export interface AilmentPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Every ailment there is, in the order of its page. */
export const AILMENT_IDS = [
  "no-gate",
  "unreadable-workflow",
  "no-pull-request-event",
  "path-filter",
  "branch-filter",
  "missing-event-type",
  "missing-merge-group",
  "cancel-in-progress",
  "shared-concurrency",
  "conditional-gate",
  "skippable-gate",
  "forgiven-gate",
  "missing-permission",
  "unstated-permissions",
  "excessive-permission",
  "unpinned-action",
  "placeholder-commit",
  "untrusted-checkout",
  "changing-check-name",
  "duplicate-check-name",
  "shared-comment-id",
  "check-not-required",
  "check-never-reported",
  "broken-config",
  "missing-config",
  "idle-plan-glob",
  "no-plan",
  "unowned-policy",
] as const;
export type AilmentId = (typeof AILMENT_IDS)[number];

/** What was found out about a repository's set-up. */
export interface Checkup {
  readonly schemaVersion: 1;
  /** The gravest first, then by place. */
  readonly ailments: readonly Ailment[];
  /** What was looked at and what could not be. */
  readonly remarks: readonly string[];
}

/** What a branch asks for before something may be merged into it. */
export interface BranchRules {
  readonly branch: string;
  /** Names of the checks that have to pass. */
  readonly requiredChecks: readonly string[];
  /** Paths of the workflows that have to pass. */
  readonly requiredWorkflows: readonly string[];
  readonly hasMergeQueue: boolean;
}
