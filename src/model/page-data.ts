import type { Severity } from "./finding.js";
import type { Status } from "./plan.js";
import type { Settings } from "./settings.js";

/**
 * All that the report page knows: what the run decided, and of each plan what the schedule is computed from, so that the
 * page can compute it again. Texts are cleaned, not escaped; phases are named by their index in `phases`, to be short.
 */
export interface PageData {
  readonly version: string;
  /** Folder of the rules' pages, without the last slash; null: rules are not linked. */
  readonly rulesUrl: string | null;
  readonly outcome: "pass" | "fail";
  /** `Plan gate failed: 2 errors, 1 warning`. */
  readonly headline: string;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly remarks: readonly string[];
  readonly plans: readonly PagePlan[];
  /** What is about no plan, such as the configuration. */
  readonly otherFindings: readonly PageFinding[];
}

export interface PagePlan {
  readonly name: string;
  readonly documents: readonly string[];
  readonly settings: Settings;
  /** When the plan begins; null when nobody said, and weeks are all there is. */
  readonly calendar: { readonly start: string; readonly holidays: readonly string[] } | null;
  /** How many work on it; null when nobody said. */
  readonly agents: number | null;
  readonly head: PageRevision;
  readonly base: PageRevision | null;
  /** Phases that have another id on base: the index there, by the index on head. */
  readonly renumbered: readonly (readonly [head: number, base: number])[];
  readonly findings: readonly PageFinding[];
  /** What the change does to phases of head, in words, by index. */
  readonly changes: readonly (readonly [head: number, words: string])[];
}

/** The phases of a plan at one revision, in plan order. */
export interface PageRevision {
  readonly phases: readonly PagePhase[];
}

/** One phase; what is missing is null, empty or false in the plan. */
export interface PagePhase {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly status: Status;
  readonly path: string;
  readonly line: number;
  /** Weeks. */
  readonly duration?: { readonly low: number; readonly high: number; readonly weeks: number };
  readonly remainingWeeks?: number;
  readonly progressPercent?: number;
  /** `number` is null for a tier that is not one number. */
  readonly tier?: { readonly number: number | null; readonly isHistorical?: true };
  readonly dependsOn?: readonly number[];
  /** Those of `dependsOn` that the author marked as met. */
  readonly met?: readonly number[];
  readonly sequencedAfter?: readonly number[];
}

export interface PageFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path: string;
  readonly line: number;
  /** Indices of the phases of head that it is about. */
  readonly phases: readonly number[];
  readonly isNew: boolean;
  /** Owner of the waiver by which the team has accepted it. */
  readonly waivedBy: string | null;
}
