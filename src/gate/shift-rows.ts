import type { Analysis } from "../model/analysis.js";
import type { Comparison } from "../model/comparison.js";
import type { PhaseId } from "../model/plan.js";
import type { ShiftRow, ShiftSide } from "../model/report.js";

/** The phases whose tier, weeks or criticality differ between base and head, in plan order, removed ones last. */
export function shiftRows({ base, head, changes }: Comparison): ShiftRow[] {
  const idOnBase = new Map([...base.plan.phases.keys()].map((id) => [id.toLowerCase(), id]));
  for (const change of changes) {
    if (change.kind === "phase-renumbered") idOnBase.set(change.to.toLowerCase(), change.from);
    if (change.kind === "phase-added") idOnBase.delete(change.id.toLowerCase());
  }
  const rows = [...head.plan.phases.keys()].map((phase) => ({
    phase,
    base: sideOf(base, idOnBase.get(phase.toLowerCase())),
    head: sideOf(head, phase),
  }));
  const removed = changes
    .filter((change) => change.kind === "phase-removed")
    .map(({ id }) => ({ phase: id, base: sideOf(base, id), head: null }));
  return [...rows, ...removed].filter((row) => !isSame(row.base, row.head));
}

function sideOf({ tiers, schedule }: Analysis, id: PhaseId | undefined): ShiftSide | null {
  if (id === undefined) return null;
  const times = schedule.remaining.dependencies.times.get(id);
  return {
    tier: tiers.current.get(id) ?? null,
    start: times?.earliestStart ?? null,
    finish: times?.earliestFinish ?? null,
    critical: times?.isCritical ?? false,
  };
}

const isSame = (a: ShiftSide | null, b: ShiftSide | null): boolean =>
  a !== null &&
  b !== null &&
  a.tier === b.tier &&
  a.start === b.start &&
  a.finish === b.finish &&
  a.critical === b.critical;
