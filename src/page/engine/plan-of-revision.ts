import type { PagePhase, PagePlan, PageRevision } from "../../model/page-data.js";
import type { Place } from "../../model/place.js";
import type { Phase, PhaseId, Plan } from "../../model/plan.js";

/** The plan again that `pageRevision` was made of, as far as tiers and schedules depend on it. */
export function planOfRevision({ name, documents }: PagePlan, { phases }: PageRevision): Plan {
  const ids = phases.map(({ id }) => id as PhaseId);
  return {
    name,
    documents,
    phases: new Map(phases.map((phase, index) => [ids[index]!, phaseOf(phase, ids)])),
    breakingChanges: [],
    services: [],
    locks: [],
    modifications: [],
    checkpoints: [],
    notices: [],
    claims: [],
    managedSections: [],
  };
}

function phaseOf(written: PagePhase, ids: readonly PhaseId[]): Phase {
  const { id, label, title, status, duration, tier, dependsOn = [], sequencedAfter = [] } = written;
  const met = new Set(written.met);
  const place = placeAt(written.path, written.line);
  return {
    id: id as PhaseId,
    label,
    kind: "phase",
    title,
    parent: null,
    places: [place],
    tier: tier
      ? { number: tier.number, isHistorical: tier.isHistorical ?? false, text: "", place, isOwnText: false }
      : null,
    dependsOn: dependsOn.map((index) => ({
      id: ids[index]!,
      evidence: "explicit",
      satisfied: met.has(index),
      note: null,
      place,
    })),
    sequencedAfter: sequencedAfter.map((index) => ids[index]!),
    unresolved: [],
    duration: duration ? { ...duration, text: "", fromWindow: false, place } : null,
    window: null,
    status,
    statusPlace: null,
    progressPercent: written.progressPercent ?? null,
    remainingWeeks: written.remainingWeeks ?? null,
    modifies: [],
    outputs: [],
    requires: [],
    outputItems: [],
    requirements: [],
    dependencyList: null,
    parallelWith: [],
    conflicts: [],
    missingEntries: [],
    children: { count: 0, done: 0 },
  };
}

const placeAt = (path: string, line: number): Place => ({
  path,
  line,
  column: 1,
  endLine: line,
  endColumn: 1,
  offset: 0,
  endOffset: 0,
});
