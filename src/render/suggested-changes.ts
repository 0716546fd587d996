import type { DiffRow, FindingRow, FixRow, Report } from "../model/report.js";
import { groupBy } from "./shared/group-by.js";
import { groupFindings } from "./shared/group-findings.js";
import { markdownCode } from "./shared/markdown-code.js";
import { markdownText } from "./shared/markdown-text.js";

/** Whole lines of head that the findings' way out would replace, and what a reviewer reads about it. */
export interface SuggestedChange {
  /** Fingerprints of the findings that it mends, the most important first. */
  readonly findings: readonly string[];
  /** All changes of one way out, which belongs together or not at all. */
  readonly parts: readonly ChangedLines[];
  /** Markdown of one part, without the lines to put there. */
  readonly words: (part: number) => string;
}

/** From line `line` (counted from 1) on, `before` becomes `after`; without `before`, `after` goes in before that line. */
export interface ChangedLines {
  readonly path: string;
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const MOST_MESSAGES = 5;

/** The ways out of the findings that count, the most important first; the same change is offered once, for all it mends. */
export function suggestedChanges(report: Report): readonly SuggestedChange[] {
  const { blocking, others } = groupFindings(report);
  const offered = [...blocking, ...others].flatMap((finding) => {
    const parts = finding.fix === null ? [] : changedLines(finding.fix);
    return parts.length === 0 ? [] : [{ finding, fix: finding.fix!, parts }];
  });
  return [...groupBy(offered, ({ parts }) => JSON.stringify(parts)).values()].map((alike) => {
    const { fix, parts } = alike[0]!;
    const findings = alike.map(({ finding }) => finding);
    return {
      findings: findings.map(({ fingerprint }) => fingerprint),
      parts,
      words: (part) => words(findings, fix, part, parts.length),
    };
  });
}

function words(findings: readonly FindingRow[], { title, safety }: FixRow, part: number, of: number): string {
  const more = findings.length - MOST_MESSAGES;
  return [
    ...findings
      .slice(0, MOST_MESSAGES)
      .map(({ ruleId, message }) => `**Plan gate** ${markdownCode(ruleId)}: ${markdownText(message, 500)}`),
    ...(more > 0 ? [`and ${more} more`] : []),
    `${markdownText(title, 300)}${of > 1 ? ` (part ${part + 1} of ${of}: take all of them)` : ""}`,
    ...(safety === "review" ? ["Please look at it before you take it: it rests on a guess."] : []),
  ].join("\n\n");
}

/** Runs of lines that change together. */
function changedLines({ diff = [] }: FixRow): ChangedLines[] {
  const runs: DiffRow[][] = [];
  for (const [index, row] of diff.entries()) {
    const previous = diff[index - 1];
    if (previous && goesOn(previous, row)) runs.at(-1)!.push(row);
    else runs.push([row]);
  }
  return runs.map((rows) => ({
    path: rows[0]!.path,
    line: rows[0]!.line,
    before: rows.flatMap(({ before }) => before ?? []),
    after: rows.flatMap(({ after }) => after ?? []),
  }));
}

/** Behind an added line, the numbers are those of no document any more: only more added lines go on. */
const goesOn = (previous: DiffRow, row: DiffRow): boolean =>
  row.path === previous.path && row.line === previous.line + 1 && (previous.before !== null || row.before === null);
