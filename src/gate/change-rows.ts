import type { PlanChange } from "../model/comparison.js";
import type { ChangeRow } from "../model/report.js";

/** One row for each change, in the same order. */
export const changeRows = (changes: readonly PlanChange[]): ChangeRow[] =>
  changes.map((change) => ({ kind: change.kind, phase: null, subject: null, from: null, to: null, ...cells(change) }));

function cells(change: PlanChange): Partial<ChangeRow> {
  switch (change.kind) {
    case "phase-added":
      return { phase: change.id, to: change.phase.title };
    case "phase-removed":
      return { phase: change.id, from: change.phase.title };
    case "phase-renamed":
    case "phase-renumbered":
    case "duration-changed":
    case "tier-changed":
    case "status-changed":
    case "phase-moved":
    case "progress-changed":
    case "window-changed":
    case "tasks-changed":
      return { phase: change.id, from: change.from, to: change.to };
    case "dependency-added":
      return { phase: change.id, to: change.on };
    case "dependency-removed":
      return { phase: change.id, from: change.on };
    case "service-added":
    case "output-added":
    case "requirement-added":
      return { phase: change.id, subject: change.text, to: change.text };
    case "service-removed":
    case "output-removed":
    case "requirement-removed":
      return { phase: change.id, subject: change.text, from: change.text };
    case "breaking-change-added":
      return { phase: change.entry.phase, subject: change.entry.subject, to: change.entry.effective?.text ?? null };
    case "breaking-change-removed":
      return { phase: change.entry.phase, subject: change.entry.subject, from: change.entry.effective?.text ?? null };
    case "breaking-change-edited":
      return {
        phase: change.entry.phase,
        subject: change.entry.subject,
        from: change.before.effective?.text ?? null,
        to: change.entry.effective?.text ?? null,
      };
  }
}
