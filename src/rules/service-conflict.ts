import type { Analysis } from "../model/analysis.js";
import type { Violation } from "../model/finding.js";
import type { Lock, Modification, Phase } from "../model/plan.js";
import { planRule } from "./rule.js";
import { judgedPhases } from "./shared/judged-phases.js";
import { byService } from "./shared/services/by-service.js";
import { shareTime } from "./shared/services/lock-period.js";
import { createOutright } from "./shared/services/outright.js";
import { createOverlaps } from "./shared/services/overlap.js";
import { pairsWithin } from "./shared/services/pairs-within.js";

export const serviceConflict = planRule({
  id: "service-conflict",
  summary: "Two phases that may run at the same time must not modify the same service.",
  severity: "error",
  *check(analysis) {
    const { plan } = analysis;
    const overlap = createOverlaps(analysis);
    const isOutright = createOutright(plan);
    const locks = locksByHolder(plan.locks);
    for (const [key, modifications] of byService(unfinished(analysis))) {
      for (const [earlier, later] of pairsWithin([modifications])) {
        const [one, other] = [plan.phases.get(earlier.phase)!, plan.phases.get(later.phase)!];
        if (one === other || areApart(one, other, locks.get(key), analysis)) continue;
        const found = overlap(one, other);
        if (!found) continue;
        const isSure = found.isDeclared && isOutright(earlier) && isOutright(later);
        yield { ...violation(earlier, later, analysis, found.because), ...(!isSure && { atMost: "warning" }) };
      }
    }
  },
});

function unfinished({ plan }: Analysis): readonly Modification[] {
  const judged = new Set([...judgedPhases(plan)].map(({ id }) => id));
  return plan.modifications.filter(({ phase }) => judged.has(phase));
}

type LocksByHolder = ReadonlyMap<Phase["id"], readonly Lock[]>;

/** Who holds which locks of which service. */
function locksByHolder(all: readonly Lock[]): ReadonlyMap<string, LocksByHolder> {
  const held = all.filter(({ state }) => state !== "frozen");
  return new Map(
    [...byService(held)].map(([key, locks]) => {
      const byHolder = new Map<Phase["id"], Lock[]>();
      for (const lock of locks) {
        for (const { phase } of lock.phases) {
          if (phase === null) continue;
          const own = byHolder.get(phase);
          if (own) own.push(lock);
          else byHolder.set(phase, [lock]);
        }
      }
      return [key, byHolder];
    }),
  );
}

/** Locks of one service and holder that are compared with another's. */
const MOST_LOCKS = 20;

/** True when each holds locks of the service, and no two of these share time. */
function areApart(one: Phase, other: Phase, locks: LocksByHolder | undefined, { plan }: Analysis): boolean {
  const [own, its] = [locks?.get(one.id) ?? [], locks?.get(other.id) ?? []];
  if (own.length === 0 || its.length === 0 || own.length > MOST_LOCKS || its.length > MOST_LOCKS) return false;
  return own.every((lock) => its.every((second) => shareTime(lock, second, plan) === false));
}

function violation(earlier: Modification, later: Modification, { plan }: Analysis, because: string): Violation {
  const [one, other] = [plan.phases.get(earlier.phase)!, plan.phases.get(later.phase)!];
  return {
    place: later.place,
    message:
      `${other.label} and ${one.label} both modify ${later.service}, and ${because}: ` +
      "one has to wait for the other, move to another tier, or lock the service for another time.",
    phases: [other.id, one.id],
    subject: later.service,
    related: [{ place: earlier.place, message: `${one.label} modifies ${earlier.service} here` }],
  };
}
