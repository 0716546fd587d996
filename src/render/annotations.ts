import type { Severity } from "../model/finding.js";
import type { FindingRow, Report } from "../model/report.js";
import { groupBy } from "./shared/group-by.js";
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
 * The findings that count, the most important first: at most `limit` marks of each severity and then one that says how
 * many findings there are more, because GitHub shows ten of each and silently drops the rest. What several rules say
 * about a phase on one line is one mark.
 */
export function annotations(report: Report, limit = 9): readonly Annotation[] {
  const { blocking, others } = groupFindings(report);
  const counted = inOrderOfImportance([...blocking, ...others], report);
  return (["error", "warning", "notice"] as const).flatMap((severity) => {
    const marks = merged(counted.filter((finding) => finding.severity === severity));
    const more = marks.slice(limit).reduce((sum, findings) => sum + findings.length, 0);
    return [...marks.slice(0, limit).map(annotation), ...(more > 0 ? [rest(severity, more)] : [])];
  });
}

/** What the change brought before what was there, the critical path before other phases; else the order given. */
function inOrderOfImportance(findings: readonly FindingRow[], { plans }: Report): readonly FindingRow[] {
  const critical = new Map(
    plans.map(({ name, phases }) => [
      name,
      new Set(phases.filter(({ remaining }) => remaining?.critical).map(({ id }) => id)),
    ]),
  );
  const isCritical = ({ plan, phases }: FindingRow) => phases.some((id) => critical.get(plan)?.has(id));
  const rank = (finding: FindingRow) => (finding.isNew ? 0 : 2) + (isCritical(finding) ? 0 : 1);
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

/** Findings about one phase on one line together, where the first of them stands. */
const merged = (findings: readonly FindingRow[]): readonly (readonly FindingRow[])[] => [
  ...groupBy(findings, (finding) => {
    const { path, line } = target(finding);
    const about = path === null ? finding.fingerprint : (finding.phases[0] ?? "").toLowerCase();
    return JSON.stringify([finding.plan, path, line, about]);
  }).values(),
];

function annotation(findings: readonly FindingRow[]): Annotation {
  const [first] = findings as readonly [FindingRow, ...FindingRow[]];
  const rules = [...new Set(findings.map(({ ruleId }) => ruleId))].join(", ");
  const texts = findings.map(messageOf);
  return {
    severity: first.severity,
    title: plainText(`Plan gate: ${rules}`, 200),
    message: fitting(texts),
    ...target(first),
  };
}

function messageOf(finding: FindingRow): string {
  const fix = finding.fix ? `\nWay out: ${plainText(finding.fix.title, 500)}` : "";
  const toPaste = finding.toPaste === undefined ? "" : `\nThis would pass: ${plainText(finding.toPaste, 500)}`;
  const inBase =
    finding.place.revision === "base" ? `\nIn base: ${plainText(finding.place.path)}:${finding.place.line}` : "";
  return plainText(finding.message, MAX_MESSAGE - 2500) + inBase + fix + toPaste;
}

/** As many of the texts as the runner shows, and how many there are more. */
function fitting(texts: readonly string[]): string {
  let message = texts[0]!;
  for (const [index, text] of texts.entries()) {
    if (index === 0) continue;
    if (message.length + text.length + 2 > MAX_MESSAGE - 100) {
      return `${message}\n\n${texts.length - index} more here: see the job summary.`;
    }
    message += `\n\n${text}`;
  }
  return message;
}

type Target = Pick<Annotation, "path" | "line" | "endLine" | "column" | "endColumn">;
const NOWHERE: Target = { path: null, line: null, endLine: null, column: null, endColumn: null };

// A line of base is not that line of head: such a finding is shown on a related line of head, or on no line.
function target({ place, related }: FindingRow): Target {
  const shown = [place, ...related.map((entry) => entry.place)].find((candidate) => candidate.revision !== "base");
  if (!shown) return NOWHERE;
  // A place that takes in a line's break ends before the first column of the next line, on which nothing of it stands.
  const endsBeforeLine = shown.endColumn === 1 && shown.endLine > shown.line;
  const endLine = endsBeforeLine ? shown.endLine - 1 : shown.endLine;
  // The runner drops the columns of what goes over several lines, and complains about them.
  const isOneLine = shown.line === endLine;
  return {
    path: shown.path,
    line: shown.line,
    endLine,
    column: isOneLine ? shown.column : null,
    endColumn: isOneLine && !endsBeforeLine ? Math.max(shown.column, shown.endColumn - 1) : null,
  };
}

const rest = (severity: Severity, more: number): Annotation => ({
  severity,
  title: "Plan gate",
  message: `${plural(more, `more ${severity}`)}: see the job summary.`,
  ...NOWHERE,
});
