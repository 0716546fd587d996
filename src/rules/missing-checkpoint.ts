import type { Checkpoint, Phase, PhaseId } from "../model/plan.js";
import { planRule } from "./rule.js";
import { judgedPhases } from "./shared/judged-phases.js";
import { tierOf } from "./shared/tier-of.js";

export const missingCheckpoint = planRule({
  id: "missing-checkpoint",
  summary: "What is handed on from one tier to a later one should be covered by an integration checkpoint.",
  severity: "notice",
  *check(analysis, { isHandoffTested }) {
    const { plan, settings } = analysis;
    const hasTests = settings.handoffTests.length > 0;
    // A plan without such a list, in a team without such tests, does not work by checkpoints.
    if (plan.checkpoints.length === 0 && !hasTests) return;
    const covering = coverage(plan.checkpoints.flatMap(({ entries }) => entries));
    for (const phase of judgedPhases(plan)) {
      const to = tierOf(phase, analysis);
      const seen = new Set<PhaseId>();
      for (const { id, evidence, place } of phase.dependsOn) {
        const target = plan.phases.get(id);
        if (target?.status !== "done" || evidence !== "explicit" || seen.has(id)) continue;
        seen.add(id);
        const from = tierOf(target, analysis);
        if (to === null || from === null || to <= from) continue;
        const checkpoint = covering({ phase: target, tier: from }, { phase, tier: to });
        if (checkpoint?.isChecked || isHandoffTested?.(id, phase.id)) continue;
        yield {
          place,
          message:
            `${target.label} of Tier ${from} is done and ${phase.label} of Tier ${to} waits for it, but ` +
            (checkpoint
              ? "the integration checkpoint between them is not passed."
              : `no integration checkpoint${hasTests ? " and no test" : ""} covers it.`),
          phases: [phase.id, target.id],
          ...(checkpoint && { related: [{ place: checkpoint.place, message: "The checkpoint stands here" }] }),
        };
      }
    }
  },
});

interface End {
  readonly phase: Phase;
  readonly tier: number;
}

/** The checkpoint that covers a handoff, a passed one before others; null without any. */
function coverage(entries: readonly Checkpoint[]): (from: End, to: End) => Checkpoint | null {
  const byPhases = new Map<string, Checkpoint>();
  /** By the tier that is left, with the nearest tier that is entered. */
  const byTier = new Map<number, { readonly to: number; readonly entry: Checkpoint }[]>();
  const passedFirst = entries.toSorted((one, other) => Number(other.isChecked) - Number(one.isChecked));
  for (const entry of passedFirst) {
    if (entry.tiers) {
      const { from, to } = entry.tiers;
      const known = byTier.get(from);
      if (!known) byTier.set(from, [{ to, entry }]);
      else if (known.every((other) => other.to > to)) known.push({ to, entry });
    }
    for (const from of entry.from)
      for (const to of entry.to) {
        const key = `${from}\n${to}`;
        if (!byPhases.has(key)) byPhases.set(key, entry);
      }
  }
  return (from, to) => {
    // Whoever enters a tier further on has passed the border of the tier that is left.
    const atBorder = byTier.get(from.tier)?.filter((one) => one.to <= to.tier) ?? [];
    const found = [byPhases.get(`${from.phase.id}\n${to.phase.id}`), ...atBorder.map(({ entry }) => entry)];
    const known = found.filter((entry) => entry !== undefined);
    return known.find(({ isChecked }) => isChecked) ?? known[0] ?? null;
  };
}
