import type { PhaseRow, PlanReport } from "../../model/report.js";

/** Finds phases of one plan by id, and says their names as a person does. */
export interface PhaseNames {
  readonly row: (id: string) => PhaseRow | undefined;
  /** `Phase 18`; the id itself for a phase that head no longer has. */
  readonly label: (id: string) => string;
}

export function phaseNames(plan: Pick<PlanReport, "phases">): PhaseNames {
  const rows = new Map(plan.phases.map((phase) => [phase.id, phase]));
  return { row: (id) => rows.get(id), label: (id) => rows.get(id)?.label ?? id };
}
