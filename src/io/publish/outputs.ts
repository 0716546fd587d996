import type { PlanReport, Report } from "../../model/report.js";
import { badgeEndpoints } from "../../render/index.js";
import type { PublicationOutputs } from "./publisher.js";

/** A step's outputs together may have about 1 MB; the findings are the only ones without a natural end. */
const MOST_BYTES = 256 * 1024;

export const outputNames = [
  "conclusion",
  "errors",
  "warnings",
  "changed-plans",
  "critical-path",
  "tiers",
  "findings",
  "comment-body",
  "comment-id",
  "report-file",
  "badge-json",
] as const;

/** Every output of the action, always all of them. */
export type Outputs = Readonly<Record<(typeof outputNames)[number], string>>;

/** What later steps get to know: of the report, and of what became of its publication. Without a report, a failure. */
export function outputsOf(report: Report | null, published: PublicationOutputs = {}): Outputs {
  const { verdict, plans, findings } = report ?? { verdict: null, plans: [], findings: [] };
  return {
    conclusion: verdict?.outcome === "pass" ? "success" : "failure",
    errors: String(verdict?.errors ?? 0),
    warnings: String(verdict?.warnings ?? 0),
    "changed-plans": capped(plans.map(({ name }) => name)),
    "critical-path": capped(plans.map(criticalPath)),
    tiers: capped(plans.map(({ name, tiers }) => ({ plan: name, tiers }))),
    findings: capped(findings),
    "comment-body": published["comment-body"] ?? "",
    "comment-id": published["comment-id"] ?? "",
    "report-file": published["report-file"] ?? "",
    "badge-json": capped(report ? badgeEndpoints(report) : {}),
  };
}

const criticalPath = ({ name, totals: { remaining } }: PlanReport) => ({
  plan: name,
  phases: remaining.criticalPath,
  weeks: remaining.dependencies,
});

/** JSON, or only the number of its elements when it would be too much for an output. */
function capped(rows: readonly unknown[] | Readonly<Record<string, unknown>>): string {
  const json = JSON.stringify(rows);
  return Buffer.byteLength(json) <= MOST_BYTES ? json : JSON.stringify({ omitted: Object.keys(rows).length });
}
