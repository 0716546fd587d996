import type { StartRow, TierWaitRow } from "../model/outlook.js";
import type { PhaseId } from "../model/plan.js";
import type { Schedule } from "../model/schedule.js";
import { ticks, weeks } from "../schedule/ticks.js";
import type { Work } from "./work.js";

/** When each open phase starts under three models, in plan order, and what the differences are. */
export function startRows({ phases, remaining }: Work, { remaining: models }: Schedule): StartRow[] {
  const rows: StartRow[] = [];
  let inARow = 0;
  phases.forEach(({ id }, index) => {
    if (remaining.takesPart[index] === 0) return;
    const dependencies = ticks(models.dependencies.times.get(id)!.earliestStart);
    const tiered = ticks(models.tiered.times.get(id)!.earliestStart);
    rows.push({
      phase: id,
      sequential: weeks(inARow),
      tiered: weeks(tiered),
      dependencies: weeks(dependencies),
      barrierWait: weeks(tiered - dependencies),
      earlier: weeks(inARow - dependencies),
    });
    inARow += remaining.durations.planned[index]!;
  });
  return rows;
}

/** The tiers whose phases are kept waiting by the barriers, in ascending order; of equal waits the first counts. */
export function tierWaits(starts: readonly StartRow[], { graph, remaining, isTiered }: Work): TierWaitRow[] {
  if (!isTiered) return [];
  const rows = new Map<number, TierWaitRow>();
  for (const { phase, barrierWait } of starts) {
    if (barrierWait <= 0) continue;
    const tier = remaining.placedTiers[graph.indexOf.get(phase as PhaseId)!]!;
    const row = rows.get(tier) ?? { tier, phase, longestWait: 0, allWaits: 0 };
    const longest = barrierWait > row.longestWait ? { phase, longestWait: barrierWait } : {};
    rows.set(tier, { ...row, ...longest, allWaits: weeks(ticks(row.allWaits) + ticks(barrierWait)) });
  }
  return [...rows.values()].sort((one, other) => one.tier - other.tier);
}
