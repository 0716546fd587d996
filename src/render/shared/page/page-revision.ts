import type { PagePhase, PageRevision } from "../../../model/page-data.js";
import type { Phase, PhaseId, Plan } from "../../../model/plan.js";
import { cleanText } from "../clean-text.js";

const LONGEST_TITLE = 300;
const LONGEST_PATH = 500;

/** A plan's phases with what tiers and schedules are computed from, and no more: `planOfRevision` is the way back. */
export function pageRevision({ phases }: Plan): PageRevision {
  const indexOf = new Map<PhaseId, number>();
  for (const id of phases.keys()) indexOf.set(id, indexOf.size);
  return { phases: Array.from(phases.values(), (phase) => pagePhase(phase, indexOf)) };
}

function pagePhase(phase: Phase, indexOf: ReadonlyMap<PhaseId, number>): PagePhase {
  const { id, label, title, status, duration, remainingWeeks, progressPercent, tier } = phase;
  const indices = (ids: readonly PhaseId[]) => ids.flatMap((other) => indexOf.get(other) ?? []);
  const dependsOn = indices(phase.dependsOn.map((dependency) => dependency.id));
  const met = indices(phase.dependsOn.flatMap((dependency) => (dependency.satisfied ? dependency.id : [])));
  const sequencedAfter = indices(phase.sequencedAfter);
  const { path, line } = phase.places[0]!;
  return {
    id,
    label: cleanText(label, LONGEST_TITLE),
    title: cleanText(title, LONGEST_TITLE),
    status,
    path: cleanText(path, LONGEST_PATH),
    line,
    ...(duration && { duration: { low: duration.low, high: duration.high, weeks: duration.weeks } }),
    ...(remainingWeeks !== null && { remainingWeeks }),
    ...(progressPercent !== null && { progressPercent }),
    ...(tier && { tier: { number: tier.number, ...(tier.isHistorical && { isHistorical: true as const }) } }),
    ...(dependsOn.length > 0 && { dependsOn }),
    ...(met.length > 0 && { met }),
    ...(sequencedAfter.length > 0 && { sequencedAfter }),
  };
}
