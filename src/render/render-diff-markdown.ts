import type { DiffReport, PlanDiff } from "../model/diff-report.js";
import { diffInWords, diffLabels, openPath, TOTALS_TITLES, totalsCells } from "./shared/diff-words.js";
import { markdownText } from "./shared/markdown-text.js";
import { changesTable } from "./shared/markdown/changes-table.js";
import { table } from "./shared/markdown/table.js";

/** What has changed, as Markdown: per plan a table of the phases edited or moved, and one of the totals. */
export function renderDiffMarkdown({ base, head, plans, remarks }: DiffReport): string {
  const blocks = [
    `**${markdownText(base, 80)} → ${markdownText(head, 80)}**`,
    ...plans.flatMap(planBlocks),
    ...remarks.map((remark) => `> ${markdownText(remark)}`),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function planBlocks(plan: PlanDiff): string[] {
  const { name, base, head, change } = plan;
  const title = `### ${markdownText(name, 80)}: ${diffInWords(plan)}`;
  const edits = (change?.changes.length ?? 0) + (change?.shifts?.length ?? 0);
  if (base === null || change === null || edits === 0) return [title];
  const totals = totalsCells(plan);
  const label = diffLabels(plan);
  const path = head === null ? [] : openPath(head).map((id) => markdownText(label(id), 60));
  return [
    title,
    changesTable(head ?? base, change),
    ...(totals.length > 0
      ? [
          table(
            TOTALS_TITLES.map((one) => ({ title: one })),
            totals,
          ),
        ]
      : []),
    ...(path.length > 0 ? [`**Critical path:** ${path.join(" → ")}`] : []),
  ];
}
