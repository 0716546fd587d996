import type { Severity } from "../model/finding.js";
import type { Settings } from "../model/settings.js";
import type { Waiver } from "../model/waiver.js";

/** Everything a team may decide, complete: every default filled in, every name checked. */
export interface Config {
  readonly plans: readonly PlanSelection[];
  readonly settings: Settings;
  readonly preset: Preset;
  /** Only the rules the team said something about; the rest have the severity that the preset gives them. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly failOn: "error" | "warning" | "never";
  readonly gate: "new" | "all";
  readonly calendar: CalendarSetting;
  /** How many people or teams work at once, where a plan says nothing of its own; null when nobody said. */
  readonly agents: number | null;
  /** In the order written. */
  readonly waivers: readonly Waiver[];
  readonly override: OverrideSetting;
}

/** How severe the rules are that the team says nothing about; `severityOf` says what each name means. */
export type Preset = (typeof PRESETS)[number];
export const PRESETS = ["recommended", "strict", "advisory"] as const;

/** Who may open the gate by hand, and how. */
export interface OverrideSetting {
  /** Labels of a pull request that open it. */
  readonly labels: readonly string[];
  /** Whether a label counts that the pull request's own author has set. */
  readonly allowsAuthor: boolean;
}

/** When plans begin and are to end, where a plan says nothing of its own. Days are `YYYY-MM-DD`. */
export interface CalendarSetting {
  readonly start: string | null;
  readonly targetWeeks: number | null;
  /** Days off beside Saturdays and Sundays, for all plans. */
  readonly holidays: readonly string[];
}

/** Documents that are read as one plan. */
export interface PlanSelection {
  /** Null: every matching document is a plan of its own, named by its path. */
  readonly name: string | null;
  /** Globs from the repository's root; `!` in front takes documents out again. */
  readonly documents: readonly string[];
  /** True for the built-in globs only: what a team writes is taken letter by letter. */
  readonly ignoresCase: boolean;
  /** Globs of documents that belong to the one plan beside them, and are none themselves. */
  readonly companions?: readonly string[];
  /** First day of the plan's first week, and the weeks in which it is to end. */
  readonly start?: string;
  readonly targetWeeks?: number;
  /** How many work on this plan at once. */
  readonly agents?: number;
  /** Path of the one document whose statuses and progress go before every other's. */
  readonly statusDocument?: string;
}

export interface RuleSetting {
  readonly severity: Severity | "off" | null;
}
