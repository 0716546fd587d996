import type { Config } from "../config/config.js";
import type { Finding } from "../model/finding.js";
import type { Override, Verdict } from "../model/report.js";

/**
 * Pass or fail, and by how much. The only place that decides it; `today` is the day the findings were judged by. An
 * override opens a gate that the findings close, and changes nothing else; where the gate is open it is not mentioned.
 */
export function decideVerdict(
  findings: readonly Finding[],
  config: Config,
  today: string,
  override: Override | null = null,
): Verdict {
  const notWaived = findings.filter((finding) => finding.waivedBy === null);
  const counting = notWaived.filter((finding) => finding.isNew || config.gate === "all");
  const count = (severity: Finding["severity"]) => counting.filter((finding) => finding.severity === severity).length;
  const errors = count("error");
  const warnings = count("warning");
  const isClosed = isFailing(errors, warnings, config.failOn);
  return {
    outcome: isClosed && override === null ? "fail" : "pass",
    errors,
    warnings,
    notices: count("notice"),
    alreadyOnBase: notWaived.length - counting.length,
    waived: findings.length - notWaived.length,
    failOn: config.failOn,
    gate: config.gate,
    asOf: today,
    ...(isClosed && override !== null && { override }),
  };
}

function isFailing(errors: number, warnings: number, failOn: Config["failOn"]): boolean {
  switch (failOn) {
    case "error":
      return errors > 0;
    case "warning":
      return errors + warnings > 0;
    case "never":
      return false;
  }
}
