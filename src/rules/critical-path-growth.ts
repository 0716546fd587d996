import type { Comparison, PlanChange } from "../model/comparison.js";
import type { PhaseId } from "../model/plan.js";
import { changeRule } from "./rule.js";
import { inWeeks, listedBriefly } from "./shared/quantities.js";

/** Weeks are sums of fractions; less than this is no growth. */
const NOTHING = 1e-6;

export const criticalPathGrowth = changeRule({
  id: "critical-path-growth",
  summary: "The critical path must not grow by more than the allowance.",
  severity: "warning",
  *check(comparison) {
    const { base, head, changes } = comparison;
    const { makespan: before } = base.schedule.remaining.dependencies;
    const { makespan: after, criticalPath } = head.schedule.remaining.dependencies;
    const { growthAllowanceWeeks } = head.settings;
    if (after - before <= growthAllowanceWeeks + NOTHING || !isComparable(comparison)) return;
    const onPath = new Set(criticalPath);
    const causes = changes.flatMap((change) =>
      "id" in change && onPath.has(change.id) ? causeIn(change, comparison) : [],
    );
    const [first = criticalPath.at(-1)] = causes.map(({ phase }) => phase);
    if (first === undefined) return;
    const allowed = growthAllowanceWeeks > 0 ? `; allowed are ${inWeeks(growthAllowanceWeeks)}` : "";
    const why = causes.length === 0 ? "" : `: ${listedBriefly(causes.map(({ what }) => what))}`;
    yield {
      place: head.plan.phases.get(first)!.places[0]!,
      message:
        `The critical path of what is left grows by ${inWeeks(after - before)}, from ${inWeeks(before)} to ${inWeeks(after)}` +
        `${allowed}${why}. Shorten or split a phase on it, let one wait for less, or agree on the later end.`,
      phases: [first],
    };
  },
});

/** False where base's length was only a lower bound: for want of durations, or because of a circle. */
function isComparable({ base, head, pairs }: Comparison): boolean {
  if (base.graph.unschedulable.length > 0) return false;
  const onPath = new Set(head.schedule.remaining.dependencies.criticalPath);
  return pairs.every((pair) => pair.base.duration !== null || pair.head.duration === null || !onPath.has(pair.head.id));
}

interface Cause {
  readonly phase: PhaseId;
  readonly what: string;
}

function causeIn(change: PlanChange, { head: { plan } }: Comparison): Cause[] {
  if (!("id" in change)) return [];
  const phase = change.id;
  const label = (id: PhaseId) => plan.phases.get(id)?.label ?? id;
  switch (change.kind) {
    case "phase-added":
      return [{ phase, what: `${label(phase)} is new` }];
    case "duration-changed":
      if (change.from === null || change.to === null || change.to < change.from) return [];
      return [{ phase, what: `${label(phase)} takes ${inWeeks(change.to)} instead of ${inWeeks(change.from)}` }];
    case "progress-changed":
      if (change.from === null || (change.to ?? 0) >= change.from) return [];
      return [{ phase, what: `${label(phase)} is at ${change.to ?? 0} % instead of ${change.from} %` }];
    case "dependency-added":
      return [{ phase, what: `${label(phase)} now waits for ${label(change.on)}` }];
    case "status-changed":
      return change.from === "done" ? [{ phase, what: `${label(phase)} is no longer done` }] : [];
    default:
      return [];
  }
}
