import type { PhaseRow, PlanReport } from "../../model/report.js";

/** Beyond this many boxes or bars a picture can no longer be read at the width of a comment. */
export const MAX_PICTURED = 25;

/** Phases that a picture must show first: on the critical path, then changed, then by how little they may slip. */
export function pictureOrder(plan: PlanReport): readonly PhaseRow[] {
  const path = new Set(plan.totals.remaining.criticalPath);
  const changed = changedPhases(plan);
  const rank = (phase: PhaseRow) =>
    path.has(phase.id) ? 0 : changed.has(phase.id) ? 1 : phase.remaining?.critical ? 2 : 3;
  const float = (phase: PhaseRow) => phase.remaining?.totalFloat ?? 0;
  return [...plan.phases].sort((a, b) => rank(a) - rank(b) || float(a) - float(b));
}

/** Ids of the phases that head edits or adds. */
export function changedPhases(plan: PlanReport): ReadonlySet<string> {
  return new Set((plan.change?.changes ?? []).flatMap(({ phase }) => (phase === null ? [] : [phase])));
}
