import type { Severity } from "../model/finding.js";
import type { FindingRow, Report } from "../model/report.js";
import { groupFindings } from "./shared/group-findings.js";
import { plainText } from "./shared/plain-text.js";
import { plural } from "./shared/plural.js";

/** The runner cuts longer messages. */
const MAX_MESSAGE = 4096;

/** One message on a line of the changed files, or on the run when nothing in head can be pointed at. */
export interface Annotation {
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly path: string | null;
  /** From 1, ends included; columns only inside one line, as GitHub shows them. */
  readonly line: number | null;
  readonly endLine: number | null;
  readonly column: number | null;
  readonly endColumn: number | null;
}

/**
 * The findings that count, the most important first: at most `limit` of each severity and then one that says how many
 * more there are, because GitHub shows ten of each and silently drops the rest.
 */
export function annotations(report: Report, limit = 9): readonly Annotation[] {
  const { blocking, others } = groupFindings(report);
  const counted = [...blocking, ...others];
  return (["error", "warning", "notice"] as const).flatMap((severity) => {
    const rows = counted.filter((finding) => finding.severity === severity);
    const more = rows.length - limit;
    return [...rows.slice(0, limit).map(annotation), ...(more > 0 ? [rest(severity, more)] : [])];
  });
}

function annotation(finding: FindingRow): Annotation {
  const fix = finding.fix ? `\nWay out: ${plainText(finding.fix.title, 500)}` : "";
  const toPaste = finding.toPaste === undefined ? "" : `\nThis would pass: ${plainText(finding.toPaste, 500)}`;
  const inBase =
    finding.place.revision === "base" ? `\nIn base: ${plainText(finding.place.path)}:${finding.place.line}` : "";
  return {
    severity: finding.severity,
    title: plainText(`Plan gate: ${finding.ruleId}`, 200),
    message: plainText(finding.message, MAX_MESSAGE - 1800) + inBase + fix + toPaste,
    ...target(finding),
  };
}

type Target = Pick<Annotation, "path" | "line" | "endLine" | "column" | "endColumn">;
const NOWHERE: Target = { path: null, line: null, endLine: null, column: null, endColumn: null };

// A line of base is not that line of head: such a finding is shown on a related line of head, or on no line.
function target({ place, related }: FindingRow): Target {
  const shown = [place, ...related.map((entry) => entry.place)].find((candidate) => candidate.revision !== "base");
  if (!shown) return NOWHERE;
  const endsBeforeLine = shown.endColumn === 1 && shown.endLine > shown.line;
  const endLine = endsBeforeLine ? shown.endLine - 1 : shown.endLine;
  const isOneLine = shown.line === shown.endLine;
  return {
    path: shown.path,
    line: shown.line,
    endLine,
    column: isOneLine ? shown.column : null,
    endColumn: isOneLine ? Math.max(shown.column, shown.endColumn - 1) : null,
  };
}

const rest = (severity: Severity, more: number): Annotation => ({
  severity,
  title: "Plan gate",
  message: `${plural(more, `more ${severity}`)}: see the job summary.`,
  ...NOWHERE,
});
