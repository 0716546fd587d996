import type { Place } from "../model/place.js";
import type { DurationUnit, Settings } from "../model/settings.js";
import type { Waiver } from "../model/waiver.js";
import type { Config, PlanSelection, RuleSetting } from "./config.js";
import { defaults } from "./defaults.js";
import { FRACTION, LENGTH_OF_TIME, type WrittenConfig } from "./written-config.js";

/**
 * The complete form of what was written: every gap filled from the defaults, every length of time in weeks.
 * `placeOfWaiver` knows where the waiver of an index stands.
 */
export function normalizeConfig(written: WrittenConfig, placeOfWaiver: (index: number) => Place): Config {
  const weeksPer = unitLengths(written["weeks-per"]);
  const { settings } = defaults;
  return {
    plans: written.plans === undefined ? defaults.plans : selectPlans(written.plans, weeksPer),
    settings: {
      weeksPer,
      estimate: written.estimate ?? settings.estimate,
      blockerThreshold: written["blocker-threshold"] ?? settings.blockerThreshold,
      shortPhaseWeeks: toWeeks(written["short-phase"], weeksPer) ?? settings.shortPhaseWeeks,
      nearCriticalWeeks: toWeeks(written["near-critical"], weeksPer) ?? settings.nearCriticalWeeks,
      announcementDays: written["announcement-days"] ?? settings.announcementDays,
      growthAllowanceWeeks:
        toWeeks(ruleOption<string | number>(written.rules, "critical-path-growth", "allowance"), weeksPer) ??
        settings.growthAllowanceWeeks,
      deprecationDays: written["deprecation-days"] ?? settings.deprecationDays,
      level: written.level?.toLowerCase() ?? settings.level,
      statusDocument: settings.statusDocument,
      handoffTests: [
        ruleOption<string | readonly string[]>(written.rules, "missing-checkpoint", "tests") ?? settings.handoffTests,
      ].flat(),
    },
    preset: written.preset ?? defaults.preset,
    rules: ruleSettings(written.rules),
    failOn: written["fail-on"] ?? defaults.failOn,
    gate: written.gate ?? defaults.gate,
    calendar: {
      start: written.start ?? defaults.calendar.start,
      targetWeeks: toWeeks(written.target, weeksPer) ?? defaults.calendar.targetWeeks,
      holidays: written.holidays ?? defaults.calendar.holidays,
    },
    agents: written.agents ?? defaults.agents,
    waivers: (written.waivers ?? []).map(
      ({ rule, phase = null, subject = null, plan = null, reason, owner, expires }, index): Waiver => ({
        rule,
        phase,
        subject,
        plan,
        reason,
        owner,
        expires,
        place: placeOfWaiver(index),
      }),
    ),
    override: {
      labels: written["override-labels"] ?? defaults.override.labels,
      allowsAuthor: written["allow-author-override"] ?? defaults.override.allowsAuthor,
    },
  };
}

/** Named plans in the order written, then everything that is a plan of its own. */
export function selectPlans(
  written: NonNullable<WrittenConfig["plans"]>,
  weeksPer: Settings["weeksPer"] = defaults.settings.weeksPer,
): PlanSelection[] {
  const named: PlanSelection[] = [];
  const single: string[] = [];
  for (const entry of written) {
    if (typeof entry === "string") {
      single.push(entry);
      continue;
    }
    const { name, documents, start, status, agents } = entry;
    const targetWeeks = toWeeks(entry.target, weeksPer);
    named.push({
      name,
      documents,
      ignoresCase: false,
      ...(start !== undefined && { start }),
      ...(targetWeeks !== undefined && { targetWeeks }),
      ...(agents !== undefined && { agents }),
      ...(status !== undefined && { statusDocument: status.replace(/^(?:\.?\/)+/, "") }),
    });
  }
  if (single.length === 0) return named;
  if (named.length === 0 && single.every((glob) => glob.startsWith("!"))) {
    return defaults.plans.map((selection) => ({ ...selection, documents: [...selection.documents, ...single] }));
  }
  return [...named, { name: null, documents: single, ignoresCase: false }];
}

function ruleSettings(written: WrittenConfig["rules"]): Map<string, RuleSetting> {
  const settings = new Map<string, RuleSetting>();
  for (const [id, setting] of Object.entries(written ?? {})) {
    if (setting === undefined) continue;
    settings.set(id, { severity: typeof setting === "string" ? setting : (setting.severity ?? null) });
  }
  return settings;
}

/** Checked already: an option has the type that its schema says. */
function ruleOption<Value>(written: WrittenConfig["rules"], id: string, option: string): Value | undefined {
  const setting = written?.[id];
  return typeof setting === "object" ? (setting as Readonly<Record<string, Value>>)[option] : undefined;
}

function unitLengths(written: WrittenConfig["weeks-per"]): Settings["weeksPer"] {
  const lengths: Record<DurationUnit, number> = { ...defaults.settings.weeksPer };
  for (const unit of Object.keys(lengths) as DurationUnit[]) {
    const value = written?.[unit];
    if (value !== undefined) lengths[unit] = typeof value === "number" ? value : toNumber(value);
  }
  return lengths;
}

function toNumber(fraction: string): number {
  const parts = FRACTION.exec(fraction);
  return Number(parts?.[1]) / Number(parts?.[2]);
}

function toWeeks(value: string | number | undefined, weeksPer: Settings["weeksPer"]): number | undefined {
  if (typeof value !== "string") return value;
  const parts = LENGTH_OF_TIME.exec(value);
  return Number(parts?.[1]) * weeksPer[parts?.[2]?.toLowerCase() as DurationUnit];
}
