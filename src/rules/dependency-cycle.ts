import type { Cycle } from "../model/graph.js";
import type { PhaseId, Plan } from "../model/plan.js";
import { planRule } from "./rule.js";
import { explicitCycles } from "./shared/explicit-cycles.js";
import { counted } from "./shared/quantities.js";

const MOST_TOLD = 4;
const MOST_SHOWN = 12;

export const dependencyCycle = planRule({
  id: "dependency-cycle",
  summary: "Phases must not wait for each other in a circle.",
  severity: "error",
  *check(analysis) {
    const { plan } = analysis;
    for (const cycle of explicitCycles(analysis)) {
      const links = fromSmallestId(cycle.links);
      const ids = links.map((link) => link.from);
      const more = cycle.component.length - ids.length;
      const also = more > 0 ? ` (${counted(more, "more phase")} in circles that touch this one)` : "";
      yield {
        place: links[0]!.place,
        message: `${chain(ids.map((id) => labelOf(plan, id)))}${also}.`,
        phases: ids,
        related: links.slice(1, MOST_SHOWN).map((link) => ({
          place: link.place,
          message: `${labelOf(plan, link.from)} depends on ${labelOf(plan, link.to)} here`,
        })),
      };
    }
  },
});

/** The same circle told from the same phase, wherever the plan mentions it first. */
function fromSmallestId(links: Cycle["links"]): Cycle["links"] {
  let start = 0;
  for (const [index, link] of links.entries()) if (link.from < links[start]!.from) start = index;
  return [...links.slice(start), ...links.slice(0, start)];
}

function chain([first, ...rest]: readonly string[]): string {
  if (rest.length === 0) return `${first} depends on itself: it can never start`;
  if (rest.length === 1) return `${first} and ${rest[0]} depend on each other: neither can ever start`;
  const hidden = rest.length - MOST_TOLD;
  const told = hidden > 1 ? [...rest.slice(0, MOST_TOLD), counted(hidden, "more phase")] : rest;
  return `${first} depends on ${[...told, first].join(", which depends on ")}: none of them can ever start`;
}

const labelOf = (plan: Plan, id: PhaseId): string => plan.phases.get(id)!.label;
