import type { Config } from "../config/config.js";
import type { Finding } from "../model/finding.js";
import type { Verdict } from "../model/report.js";

/** Pass or fail, and by how much. The only place that decides it; `today` is the day the findings were judged by. */
export function decideVerdict(findings: readonly Finding[], config: Config, today: string): Verdict {
  const notWaived = findings.filter((finding) => finding.waivedBy === null);
  const counting = notWaived.filter((finding) => finding.isNew || config.gate === "all");
  const count = (severity: Finding["severity"]) => counting.filter((finding) => finding.severity === severity).length;
  const errors = count("error");
  const warnings = count("warning");
  return {
    outcome: isFailing(errors, warnings, config.failOn) ? "fail" : "pass",
    errors,
    warnings,
    notices: count("notice"),
    alreadyOnBase: notWaived.length - counting.length,
    waived: findings.length - notWaived.length,
    failOn: config.failOn,
    gate: config.gate,
    asOf: today,
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
