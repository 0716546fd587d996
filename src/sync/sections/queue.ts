import { isOpen } from "../../graph/is-open.js";
import type { Analysis } from "../../model/analysis.js";
import type { Phase } from "../../model/plan.js";
import { formatWeeks } from "../../render/shared/format-weeks.js";
import { listInWords } from "../../render/shared/list-in-words.js";
import { table } from "../../render/shared/markdown/table.js";
import { isLeft, labelOf, MOST_ROWS, nameOf } from "./phase-text.js";

const MOST_NAMES = 12;

/** Who has not started and waits for whom, and the week from now in which each can start, tier by tier. */
export function queue(analysis: Analysis): string {
  const { plan, schedule } = analysis;
  const startOf = ({ id }: Phase): number => schedule.remaining.tiered.times.get(id)?.earliestStart ?? 0;
  const waiting = [...plan.phases.values()]
    .filter((phase) => phase.status !== "in-progress" && isLeft(phase, analysis))
    .map((phase) => ({ phase, awaited: phase.dependsOn.filter((dependency) => isOpen(dependency, plan)) }))
    .filter(({ phase, awaited }) => awaited.length > 0 || startOf(phase) > 0)
    .sort((a, b) => startOf(a.phase) - startOf(b.phase));
  if (waiting.length === 0) return "Nobody is waiting.";
  const rows = waiting.slice(0, MOST_ROWS).map(({ phase, awaited }) => [
    nameOf(phase),
    awaited.length === 0
      ? "the tier before"
      : listInWords(
          awaited.map(({ id }) => labelOf(analysis, id)),
          MOST_NAMES,
        ),
    formatWeeks(Math.floor(startOf(phase)) + 1),
  ]);
  const text = table([{ title: "Phase" }, { title: "Waits for" }, { title: "Ready in week", align: "end" }], rows);
  return waiting.length > MOST_ROWS ? `${text}\n\n… and ${waiting.length - MOST_ROWS} more.` : text;
}
