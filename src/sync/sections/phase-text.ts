import { isDone } from "../../graph/is-done.js";
import { isScheduled } from "../../graph/is-scheduled.js";
import type { Analysis } from "../../model/analysis.js";
import type { Phase, PhaseId } from "../../model/plan.js";
import { markdownText } from "../../render/shared/markdown-text.js";

/** More rows than anybody reads are cut. */
export const MOST_ROWS = 200;

/** The phase's name as safe Markdown: `Phase 18`. */
export const labelOf = ({ plan }: Analysis, id: PhaseId): string => markdownText(plan.phases.get(id)?.label ?? id, 60);

/** The name and the title: `Phase 18 Harbour radio`. */
export const nameOf = (phase: Phase): string => markdownText(`${phase.label} ${phase.title}`.trim(), 120);

/** True for a phase with dates that is not over. */
export const isLeft = (phase: Phase, { graph }: Analysis): boolean =>
  isScheduled(phase) && !isDone(phase) && graph.acyclic.indexOf.has(phase.id);

/** What stands for a plan in which there is nothing to show. */
export const NOTHING_LEFT = "Nothing is left to do.";

/** At most `MOST_ROWS` of the rows, and a last line that says how many there are beyond. */
export function cutRows(rows: readonly string[]): readonly string[] {
  if (rows.length <= MOST_ROWS) return rows;
  return [...rows.slice(0, MOST_ROWS), `- … and ${rows.length - MOST_ROWS} more`];
}
