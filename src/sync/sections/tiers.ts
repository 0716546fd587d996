import type { Analysis } from "../../model/analysis.js";
import { formatWindow } from "../../render/shared/format-weeks.js";
import { listInWords } from "../../render/shared/list-in-words.js";
import { table } from "../../render/shared/markdown/table.js";
import { labelOf, MOST_ROWS } from "./phase-text.js";

const STATE = { done: "done", "in-progress": "in progress", ready: "ready", waiting: "waiting" } as const;

/** One row a tier: its phases, its weeks in the whole plan, the phase that decides its length, its state. */
export function tiers(analysis: Analysis): string {
  const rows = analysis.tierRows.flatMap(({ tier, phases, start, finish, longest, state }) => {
    const kept = phases.filter((id) => analysis.plan.phases.get(id)!.tier?.isHistorical !== true);
    if (kept.length === 0) return [];
    const names = listInWords(
      kept.map((id) => labelOf(analysis, id)),
      MOST_ROWS,
    );
    return [
      [
        String(tier),
        names,
        formatWindow(start, finish),
        longest === null ? "–" : labelOf(analysis, longest),
        STATE[state],
      ],
    ];
  });
  if (rows.length === 0) return "No phase has a tier.";
  const heads = [
    { title: "Tier", align: "end" as const },
    ...["Phases", "Weeks", "Decided by", "State"].map((title) => ({ title })),
  ];
  return table(heads, rows);
}
