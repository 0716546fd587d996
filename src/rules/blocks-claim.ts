import { createPathSearch } from "../graph/path-search.js";
import { planRule } from "./rule.js";
import { listed } from "./shared/quantities.js";

export const blocksClaim = planRule({
  id: "blocks-claim",
  summary: "The phases that a phase is said to block must wait for it.",
  severity: "warning",
  *check({ plan }) {
    const search = createPathSearch(plan, () => true);
    for (const claim of plan.claims) {
      if (claim.kind !== "blocks") continue;
      const free = claim.others.filter((id) => {
        const other = plan.phases.get(id);
        // What says nothing of its dependencies, or names something no program can read, may well wait.
        if (!other || id === claim.phase || other.dependsOn.length === 0 || other.unresolved.length > 0) return false;
        return search.find(id, claim.phase) === null;
      });
      if (free.length === 0 || search.isExhausted) continue;
      const label = plan.phases.get(claim.phase)?.label ?? claim.phase;
      const names = free.map((id) => plan.phases.get(id)!.label);
      yield {
        place: claim.place,
        message: `${label} is said to block ${listed(names)}, but ${free.length === 1 ? "that does" : "those do"} not wait for it.`,
        phases: [claim.phase, ...free],
      };
    }
  },
});
