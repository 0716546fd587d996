/**
 * plan-gate as a library: documents in, plain data out. No clock, no network, no files: the day to judge by and every
 * document come from the caller. Nothing throws for what the author of a plan wrote; a wrong configuration is a
 * `SetupError`. The plugin for remark alone looks at the clock, and at the files it is told of.
 */
import { readPlan as readDocuments } from "./check-plan.js";
import type { Config } from "./config/config.js";
import { DEFAULT_CONFIG_PATH, defaults } from "./config/defaults.js";
import { parseConfig as parseWithRules } from "./config/parse-config.js";
import type { SourceDocument } from "./model/document.js";
import type { Report } from "./model/report.js";
import type { ScheduleReport } from "./model/schedule-report.js";
import { readJson, type ReadJson } from "./render/read-json.js";
import { renderers, scheduleRenderers, type Format, type RenderOptions, type ScheduleFormat } from "./render/index.js";
import { RULES_URL } from "./rules-url.js";
import { ruleIds, rules as allRules } from "./rules/index.js";
import type { Severity } from "./model/finding.js";
import { VERSION } from "./version.js";

export { checkPlan, fixPlans, schedulePlans } from "./check-plan.js";
export type { CheckInput, PlanInput, ScheduleInput } from "./check-plan.js";
export { matchPlans } from "./config/match-plans.js";
export { default as remarkPlanGate } from "./remark.js";
export type { PlanFile, PlanGateOptions } from "./remark.js";
export { SetupError } from "./model/setup-error.js";
export type {
  Config,
  Format,
  ReadJson,
  RenderOptions,
  Report,
  ScheduleFormat,
  ScheduleReport,
  Severity,
  SourceDocument,
};
export type { PlanDocuments } from "./config/match-plans.js";
export type { FixedPlans } from "./model/fixed-plans.js";
export type { Place } from "./model/place.js";
export type { DiffRow, FindingRow, FixRow, PhaseRow, PlanReport, Verdict } from "./model/report.js";
export type { SetupErrorCode } from "./model/setup-error.js";
export type { WhatIf } from "./model/what-if.js";

/** Version of this program, as in reports. */
export const version: string = VERSION;

/** What holds where a configuration says nothing. */
export const defaultConfig: Config = defaults;

/** A rule, without what it does. */
export interface RuleSummary {
  /** Kebab words; never renamed. */
  readonly id: string;
  readonly summary: string;
  /** Default; the configuration may change it. */
  readonly severity: Severity;
  /** The plan as it stands, the step from base to head, or the team's waivers. */
  readonly about: "plan" | "change" | "policy";
  /** Its page. */
  readonly url: string;
}

/** Every rule, in the order in which they run. */
export const rules: readonly RuleSummary[] = allRules.map(({ id, summary, severity, about }) => ({
  id,
  summary,
  severity,
  about,
  url: `${RULES_URL}/${id}.md`,
}));

/**
 * The configuration in a YAML or JSON text.
 * @param path stands in messages only
 * @throws {SetupError} `bad-config` with every problem found and the line and column of each
 */
export const parseConfig = (text: string, path: string = DEFAULT_CONFIG_PATH): Config =>
  parseWithRules(text, path, ruleIds);

/**
 * What the documents of one plan say, nothing judged: phases, services, locks, announcements and claims with their
 * places. Lengths are in weeks.
 */
export const readPlan = (documents: readonly SourceDocument[], config: Config = defaults): ReadJson =>
  readJson(readDocuments(documents.map(({ path }) => path).join(", "), documents, config.settings));

/** The report as `plan-gate check` prints it, or as the comment on a pull request (`markdown`). */
export const renderReport = (report: Report, format: Format, options: Partial<RenderOptions> = {}): string =>
  renderers[format](report, withDefaults(options));

/** The schedule as `plan-gate schedule` prints it. */
export const renderSchedule = (
  report: ScheduleReport,
  format: ScheduleFormat,
  options: Partial<RenderOptions> = {},
): string => scheduleRenderers[format](report, withDefaults(options));

const withDefaults = (options: Partial<RenderOptions>): RenderOptions => ({
  budget: "comment",
  version: VERSION,
  links: null,
  rulesUrl: RULES_URL,
  detailsUrl: null,
  color: false,
  width: 100,
  ...options,
});
