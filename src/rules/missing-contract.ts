import { isDone } from "../graph/is-done.js";
import type { Analysis } from "../model/analysis.js";
import type { Comparison } from "../model/comparison.js";
import type { Phase, PhaseId } from "../model/plan.js";
import { planRule } from "./rule.js";
import { judgedPhases } from "./shared/judged-phases.js";
import { listed } from "./shared/quantities.js";
import { tierOf } from "./shared/tier-of.js";
import { usesContracts } from "./shared/uses-contracts.js";

const MOST_NAMED = 4;

export const missingContract = planRule({
  id: "missing-contract",
  summary: "A phase that later tiers wait for should say what it hands on.",
  severity: "notice",
  *check(analysis, { comparison }) {
    if (!usesContracts(analysis.plan)) return;
    const justDone = turnedDone(comparison);
    for (const [phase, dependents] of laterDependents(analysis)) {
      const isJustDone = justDone.has(phase.id);
      if (phase.outputItems.length > 0 || (isDone(phase) && !isJustDone)) continue;
      const names = dependents.slice(0, MOST_NAMED).map(({ label }) => label);
      if (dependents.length > MOST_NAMED) names.push(`${dependents.length - MOST_NAMED} more`);
      yield {
        place: phase.places[0]!,
        message: `${phase.label}${isJustDone ? " is done and" : ""} does not say what it hands on to ${listed(names)}.`,
        phases: [phase.id],
        ...(isJustDone && { subject: "done" }),
      };
    }
  },
});

/** The phases that this change says are done, and that base said were not. */
const turnedDone = (comparison: Comparison | null): ReadonlySet<PhaseId> =>
  new Set(
    (comparison?.changes ?? []).flatMap((change) =>
      change.kind === "status-changed" && change.to === "done" ? [change.id] : [],
    ),
  );

/** The phases that unfinished phases of a later tier depend on, in plan order, with these. */
function laterDependents(analysis: Analysis): Map<Phase, Phase[]> {
  const { plan } = analysis;
  const found = new Map<PhaseId, Phase[]>();
  for (const phase of judgedPhases(plan)) {
    const tier = tierOf(phase, analysis);
    for (const { id, evidence } of phase.dependsOn) {
      const target = plan.phases.get(id);
      const before = target ? tierOf(target, analysis) : null;
      if (tier === null || before === null || tier <= before || evidence !== "explicit") continue;
      const dependents = found.get(id);
      if (dependents) dependents.push(phase);
      else found.set(id, [phase]);
    }
  }
  const rows = [...plan.phases.values()].flatMap((phase) => {
    const dependents = found.get(phase.id);
    return dependents ? [[phase, dependents] as const] : [];
  });
  return new Map(rows);
}
