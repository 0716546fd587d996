import type { Config, Preset } from "../config/config.js";
import type { Severity } from "../model/finding.js";
import type { AnyRule } from "../rules/rule.js";

type Weighed = Pick<AnyRule, "id" | "severity" | "strict">;

/** What the configuration says about the rule, else what its preset makes of the rule's own word. */
export const severityOf = (rule: Weighed, { rules, preset }: Pick<Config, "rules" | "preset">): Severity | "off" =>
  rules.get(rule.id)?.severity ?? PRESET_SEVERITY[preset](rule);

/** Each preset from what rules say of themselves, so that a new rule has its place in all of them. */
export const PRESET_SEVERITY: Readonly<Record<Preset, (rule: Weighed) => Severity>> = {
  recommended: ({ severity }) => severity,
  strict: ({ severity, strict }) => strict ?? (severity === "warning" ? "error" : severity),
  advisory: ({ severity }) => (severity === "error" ? "warning" : severity),
};
