import type { Severity } from "../../../model/finding.js";
import type { FindingRow, Report } from "../../../model/report.js";
import type { MarkdownOptions } from "../../render.js";
import { acceptedInWords } from "../accepted-words.js";
import { groupFindings } from "../group-findings.js";
import { markdownText } from "../markdown-text.js";
import { plural } from "../plural.js";
import { comparedWith } from "../what-if-words.js";
import { DETAILS_FOOT, detailsHead } from "./details.js";
import { findingItem } from "./finding-item.js";
import { WORTH } from "./section.js";
import type { Section } from "./section.js";

const FOLD_OTHERS_ABOVE = 3;
const WORTH_OF: Readonly<Record<Severity, number>> = {
  error: WORTH.errors,
  warning: WORTH.warnings,
  notice: WORTH.notices,
};

/** What blocks, in full; then the rest, shorter and folded where it is long. */
export function findingsSections(report: Report, options: MarkdownOptions): Section[] {
  const { blocking, others } = groupFindings(report);
  return [...blockingSections(blocking, report, options), ...otherSections(others, blocking.length > 0, options)];
}

/** What does not count: base has it already, or the team has accepted it. */
export function uncountedSections(report: Report, options: MarkdownOptions): Section[] {
  const { alreadyOnBase, waived } = groupFindings(report);
  const already = report.whatIf ? `already in ${comparedWith(report)}` : "already on base";
  const words = acceptedInWords(report, markdownText);
  return [
    ...folded(alreadyOnBase, options, {
      name: `finding ${already}`,
      plural: `findings ${already}`,
      worth: WORTH.alreadyOnBase,
      summary: `${plural(alreadyOnBase.length, "finding")} ${already} (not counted)`,
    }),
    ...folded(waived, options, {
      name: "accepted finding",
      worth: WORTH.accepted,
      summary: `Accepted: ${plural(waived.length, "finding")} (not counted)`,
      note: words,
    }),
  ];
}

function blockingSections(blocking: readonly FindingRow[], { verdict }: Report, options: MarkdownOptions): Section[] {
  return (["error", "warning"] as const).flatMap((severity) => {
    const rows = blocking.filter((finding) => finding.severity === severity);
    if (rows.length === 0) return [];
    const verb = verdict.override ? "would block" : rows.length === 1 ? "blocks" : "block";
    const title = `#### ${plural(rows.length, severity)} ${verb} this change`;
    const items = rows.map((finding) => findingItem(finding, options, "full"));
    return [{ name: severity, worth: WORTH_OF[severity], head: title, items }];
  });
}

function otherSections(others: readonly FindingRow[], isBlocked: boolean, options: MarkdownOptions): Section[] {
  return (["error", "warning", "notice"] as const).flatMap((severity) => {
    const rows = others.filter((finding) => finding.severity === severity);
    if (rows.length === 0) return [];
    const summary = `${plural(rows.length, severity)}${isBlocked ? " (not blocking)" : ""}`;
    if (severity !== "notice" && rows.length <= FOLD_OTHERS_ABOVE) {
      const items = rows.map((finding) => findingItem(finding, options, "short"));
      return [{ name: severity, worth: WORTH_OF[severity], head: isBlocked ? `#### ${summary}` : "", items }];
    }
    return folded(rows, options, { name: severity, worth: WORTH_OF[severity], summary });
  });
}

interface Folded extends Pick<Section, "name" | "plural" | "worth"> {
  readonly summary: string;
  readonly note?: (finding: FindingRow) => string | null;
}

function folded(
  rows: readonly FindingRow[],
  options: MarkdownOptions,
  { summary, note, ...section }: Folded,
): Section[] {
  if (rows.length === 0) return [];
  const items = rows.map((finding) => findingItem(finding, options, "short", note?.(finding)));
  return [{ ...section, head: detailsHead(summary), items, foot: DETAILS_FOOT }];
}
