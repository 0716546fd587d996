import { isDone } from "../../graph/is-done.js";
import type { PhaseId } from "../../model/plan.js";
import { matchesSearch } from "./matches-search.js";
import type { PlanSession } from "./plan-session.js";
import type { Timeline, TimelineRow } from "./timeline.js";

/** Whether a row is shown. */
export type RowFilter = (row: TimelineRow) => boolean;

/** Rows that a search finds, among those that are asked for. */
export function rowFilter(
  { data, now }: PlanSession,
  { criticalPath }: Timeline,
  { show, search }: { readonly show: string; readonly search: string },
): RowFilter {
  const ids = (indices: readonly number[]) => new Set(indices.map((index) => data.head.phases[index]!.id as PhaseId));
  const onPath = new Set(criticalPath);
  const kinds: Readonly<Record<string, RowFilter>> = {
    open: ({ phase }) => !isDone(phase),
    critical: ({ phase, times }) => onPath.has(phase.id) || times?.isCritical === true,
    findings: hasId(ids(data.findings.flatMap(({ phases }) => phases))),
    changed: (row) => isChanged(row) || row.ghost !== null || !now.plan.phases.has(row.phase.id),
  };
  const isChanged = hasId(ids(data.changes.map(([head]) => head)));
  const isAskedFor = kinds[show] ?? (() => true);
  return (row) => isAskedFor(row) && (search === "" || matchesSearch(row.phase, search));
}

const hasId =
  (ids: ReadonlySet<PhaseId>): RowFilter =>
  ({ phase }) =>
    ids.has(phase.id);
