import { isDone } from "../graph/is-done.js";
import { isOpen } from "../graph/is-open.js";
import type { Comparison, PlanChange } from "../model/comparison.js";
import type { Place } from "../model/place.js";
import type { PhaseId } from "../model/plan.js";
import { changeRule } from "./rule.js";
import { counted, listedBriefly } from "./shared/quantities.js";

export const inProgressScope = changeRule({
  id: "in-progress-scope",
  summary: "Nothing should be added to a phase that is already in progress.",
  severity: "warning",
  *check(comparison) {
    const additions = additionsByPhase(comparison);
    for (const { base, head } of comparison.pairs) {
      if (base.status !== "in-progress" || isDone(head)) continue;
      const added = additions.get(head.id);
      if (added === undefined) continue;
      yield {
        place: added[0]!.place ?? head.places[0]!,
        message:
          `${head.label} is in progress already, and this change adds ${listedBriefly(added.map(({ what }) => what))}. ` +
          `Let those who work on it agree, or plan the addition as a phase of its own.`,
        phases: [head.id, ...added.flatMap(({ phase }) => phase ?? [])],
        related: [
          { place: base.statusPlace ?? base.places[0]!, message: `${base.label} is in progress here, on base` },
        ],
      };
    }
  },
});

interface Addition {
  readonly phase?: PhaseId;
  readonly what: string;
  readonly place?: Place;
}

function additionsByPhase(comparison: Comparison): ReadonlyMap<string, readonly Addition[]> {
  const additions = new Map<string, Addition[]>();
  for (const change of comparison.changes) {
    const [id, addition] = additionOf(change, comparison) ?? [];
    if (id === undefined || addition === undefined) continue;
    const known = additions.get(id);
    if (known === undefined) additions.set(id, [addition]);
    else known.push(addition);
  }
  return additions;
}

/** What a change adds to which phase, or null where it adds nothing. */
function additionOf(change: PlanChange, { head: { plan } }: Comparison): readonly [string, Addition] | null {
  switch (change.kind) {
    case "dependency-added": {
      const dependency = plan.phases
        .get(change.id)!
        .dependsOn.find(({ id, evidence }) => id === change.on && evidence === "explicit");
      if (dependency === undefined || !isOpen(dependency, plan)) return null;
      const { label } = plan.phases.get(change.on)!;
      return [change.id, { what: `a dependency on ${label}`, place: dependency.place, phase: change.on }];
    }
    case "tasks-changed": {
      const more = change.to - change.from;
      return more > 0 ? [change.id, { what: counted(more, "task") }] : null;
    }
    case "phase-added": {
      const { parent, label, places } = change.phase;
      return parent === null ? null : [parent, { what: label, place: places[0]!, phase: change.id }];
    }
    case "service-added":
      return [change.id, { what: `the service ${change.text}` }];
    case "output-added":
      return [change.id, { what: `the output ${change.text}` }];
    case "requirement-added":
      return [change.id, { what: `the requirement ${change.text}` }];
    default:
      return null;
  }
}
