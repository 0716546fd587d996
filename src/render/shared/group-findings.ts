import type { Severity } from "../../model/finding.js";
import type { FindingRow, Report } from "../../model/report.js";

const WEIGHT: Readonly<Record<Severity, number>> = { error: 3, warning: 2, notice: 1 };
const THRESHOLD = { error: 3, warning: 2, never: Infinity } as const;

/** Every finding in exactly one group, the given order kept inside each severity. */
export interface FindingGroups {
  /** What made the verdict a failure. */
  readonly blocking: readonly FindingRow[];
  /** Counted, but not failing. */
  readonly others: readonly FindingRow[];
  readonly alreadyOnBase: readonly FindingRow[];
  readonly waived: readonly FindingRow[];
}

/** Sorts the findings by what they mean for the author; the verdict's own terms decide, nothing is judged again. */
export function groupFindings({ findings, verdict }: Report): FindingGroups {
  const open = findings.filter((finding) => finding.waivedBy === null);
  const counts = (finding: FindingRow) => verdict.gate === "all" || finding.isNew;
  const counted = bySeverity(open.filter(counts));
  const blocks = (finding: FindingRow) => WEIGHT[finding.severity] >= THRESHOLD[verdict.failOn];
  return {
    blocking: counted.filter(blocks),
    others: counted.filter((finding) => !blocks(finding)),
    alreadyOnBase: bySeverity(open.filter((finding) => !counts(finding))),
    waived: bySeverity(findings.filter((finding) => finding.waivedBy !== null)),
  };
}

const bySeverity = (findings: readonly FindingRow[]): readonly FindingRow[] =>
  [...findings].sort((a, b) => WEIGHT[b.severity] - WEIGHT[a.severity]);
