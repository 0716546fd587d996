import type { PlanReport, TierReportRow } from "../../../model/report.js";
import { formatWindow, weeksInWords } from "../format-weeks.js";
import { markdownText } from "../markdown-text.js";
import { phaseNames } from "../phase-names.js";
import { listInWords } from "../list-in-words.js";
import { declaredElsewhere } from "../tier-member.js";
import { noBreak } from "./no-break.js";
import { table } from "./table.js";

const STATE = { done: "✅ done", "in-progress": "🔵 in progress", ready: "🟢 ready", waiting: "⚪ waiting" } as const;
const MAX_PHASES = 12;

/** One row a tier: who is in it, when, which phase decides its length, how far it is. */
export function tierTable(plan: PlanReport): string {
  const names = phaseNames(plan);
  const longest = ({ longest }: TierReportRow) => {
    const weeks = longest === null ? undefined : names.row(longest)?.duration?.weeks;
    if (longest === null) return "–";
    return `${noBreak(markdownText(names.label(longest), 60))}${weeks === undefined ? "" : ` (${weeksInWords(weeks)})`}`;
  };
  // Without any duration, done or not, no tier has weeks.
  const weeks = plan.totals.full.sequential > 0 ? [{ title: "Weeks" }, { title: "Decided by" }] : [];
  return table(
    [{ title: "Tier", align: "end" }, { title: "Phases" }, ...weeks, { title: "State" }],
    plan.tiers.map((row) => [
      String(row.tier),
      listInWords(
        row.phases.map((id) => noBreak(markdownText(names.label(id), 60) + declaredElsewhere(row, names.row(id)))),
        MAX_PHASES,
      ),
      ...(weeks.length > 0 ? [formatWindow(row.startWeek, row.endWeek), longest(row)] : []),
      `${STATE[row.state]}${row.state === "in-progress" ? `, ${Math.round(row.progressPercent)} %` : ""}`,
    ]),
  );
}
