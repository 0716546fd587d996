import type { PlanReport, Report } from "../../model/report.js";
import { badgeEndpoints } from "../../render/index.js";
import type { PublicationOutputs } from "./publisher.js";

/** Of each output: those of a step together may have about 1 MB. */
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
    "comment-body": cut(published["comment-body"] ?? ""),
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

/** Markdown, or as many of its first lines as an output may have. */
function cut(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= MOST_BYTES) return text;
  // A line feed is never part of another character.
  return bytes.subarray(0, Math.max(0, bytes.lastIndexOf("\n", MOST_BYTES - 1))).toString();
}
