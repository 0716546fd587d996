import type { Analysis } from "../model/analysis.js";
import type { Lock } from "../model/plan.js";
import { planRule } from "./rule.js";
import { byService } from "./shared/services/by-service.js";
import { holdersInWords, isOver } from "./shared/services/lock-holders.js";
import { dayNumber, lockPeriod, periodInWords, shareTime } from "./shared/services/lock-period.js";
import { pairsWithin } from "./shared/services/pairs-within.js";

export const lockConflict = planRule({
  id: "lock-conflict",
  summary: "Two phases must not lock the same service for the same time.",
  severity: "error",
  *check(analysis, { today }) {
    const { plan } = analysis;
    const locks = plan.locks.filter((lock) => isJudged(lock, analysis, today));
    for (const [earlier, later] of pairsWithin(byService(locks).values())) {
      if (haveHolderInCommon(earlier, later) || shareTime(earlier, later, plan) !== true) continue;
      const [first, second] = [holdersInWords(earlier, plan), holdersInWords(later, plan)];
      yield {
        place: later.place,
        message:
          `${second} locks ${later.service} ${periodInWords(later)}, but ${first} locks it ${periodInWords(earlier)}: ` +
          "locks of one service by different phases must not overlap.",
        phases: [later, earlier].flatMap(({ phases }) => phases.flatMap(({ phase }) => phase ?? [])),
        subject: `${later.service}: ${second} and ${first}`,
        related: [{ place: earlier.place, message: `${first} locks ${earlier.service} here` }],
      };
    }
  },
});

/** What is over is not judged, and neither is what names nobody or no time. */
function isJudged(lock: Lock, { plan }: Analysis, today: string): boolean {
  const period = lockPeriod(lock, plan);
  if (!period || lock.state === "frozen" || lock.phases.length === 0 || isOver(lock, plan)) return false;
  return period.unit === "week" || period.until >= dayNumber(today);
}

function haveHolderInCommon(one: Lock, other: Lock): boolean {
  const ids = new Set(one.phases.map(({ id }) => id.toLowerCase()));
  return other.phases.some(({ id }) => ids.has(id.toLowerCase()));
}
