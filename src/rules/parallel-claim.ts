import { isOpen } from "../graph/is-open.js";
import { createPathSearch, type PathSearch } from "../graph/path-search.js";
import type { Analysis } from "../model/analysis.js";
import type { Violation } from "../model/finding.js";
import type { PhaseId, RelationClaim } from "../model/plan.js";
import { planRule } from "./rule.js";

export const parallelClaim = planRule({
  id: "parallel-claim",
  summary: "Phases that are said to run side by side, or to be independent, must not wait for each other.",
  severity: "warning",
  *check(analysis) {
    const { plan } = analysis;
    const search = createPathSearch(
      plan,
      (dependency) => dependency.evidence === "explicit" && isOpen(dependency, plan),
    );
    const seen = new Set<string>();
    for (const claim of plan.claims) {
      if (claim.kind !== "parallel" && claim.kind !== "independent") continue;
      for (const other of claim.others) {
        const pair =
          claim.kind === "parallel" ? [claim.phase, other].sort().join(" ") : `${claim.phase} after ${other}`;
        if (other === claim.phase || seen.has(pair)) continue;
        seen.add(pair);
        const violation = judge(claim, other, analysis, search);
        if (violation) yield violation;
      }
    }
  },
});

function judge(
  { kind, phase, place }: RelationClaim,
  other: PhaseId,
  { plan }: Analysis,
  search: PathSearch,
): Violation | null {
  const forth = search.find(phase, other);
  const way = forth ?? (kind === "parallel" ? search.find(other, phase) : null);
  if (!way) return null;
  const labels = way.map((id) => plan.phases.get(id)?.label ?? id);
  const [waiting, awaited] = [labels[0]!, labels.at(-1)!];
  const [own, its] = forth ? [waiting, awaited] : [awaited, waiting];
  const says = kind === "parallel" ? `run in parallel with ${its}` : `not depend on ${its}`;
  const chain = way.length > 2 ? ` (${labels.join(" after ")})` : "";
  const dependency = plan.phases.get(way[0]!)?.dependsOn.find(({ id }) => id === way[1]);
  return {
    place,
    message: `${own} is said to ${says}, but ${waiting} waits for ${awaited}${chain}.`,
    phases: [phase, other],
    ...(dependency && { related: [{ place: dependency.place, message: `${labels[0]!} waits for ${labels[1]!}` }] }),
  };
}
