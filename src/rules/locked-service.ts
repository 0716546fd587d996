import { isScheduled } from "../graph/is-scheduled.js";
import { isDone } from "../graph/is-done.js";
import type { Analysis } from "../model/analysis.js";
import type { Violation } from "../model/finding.js";
import type { Lock, Modification, Phase } from "../model/plan.js";
import { planRule } from "./rule.js";
import { byService } from "./shared/services/by-service.js";
import { editedWhileLocked } from "./shared/services/edited-while-locked.js";
import { holdersInWords, holdersOf, isActive, isOver } from "./shared/services/lock-holders.js";
import { dayNumber, lockPeriod, periodInWords } from "./shared/services/lock-period.js";
import { createOutright } from "./shared/services/outright.js";
import { createOverlaps, type Overlap } from "./shared/services/overlap.js";

export const lockedService = planRule({
  id: "locked-service",
  summary: "Only the phase that holds a service's lock may modify the service.",
  severity: "error",
  *check(analysis, { today, comparison }) {
    const { plan } = analysis;
    const isOutright = createOutright(plan);
    const overlap = createOverlaps(analysis);
    const locks = byService(plan.locks);
    for (const [key, modifications] of byService(plan.modifications)) {
      const ofService = sortLocks(locks.get(key) ?? []);
      const modifiers = new Set(modifications.map(({ phase }) => phase));
      for (const modification of modifications) {
        const phase = plan.phases.get(modification.phase);
        if (!phase || !isScheduled(phase) || isDone(phase) || modification.wording === "lock") continue;
        const found = firstBroken(phase, ofService, { analysis, today, modifiers, overlap });
        if (!found) continue;
        const isSure =
          isOutright(modification) && !(found.lock.state === "frozen" && modification.wording === "services");
        yield { ...violation(modification, phase, found, analysis), ...(!isSure && { atMost: "warning" }) };
      }
    }
    if (comparison) yield* editedWhileLocked(comparison, today);
  },
});

interface Broken {
  readonly lock: Lock;
  readonly because: string;
}

interface Circumstances {
  readonly analysis: Analysis;
  readonly today: string;
  /** All that change the service by their own word. */
  readonly modifiers: ReadonlySet<Phase["id"]>;
  readonly overlap: (one: Phase, other: Phase) => Overlap | null;
}

/** Locks of one service that are looked at for one phase: beyond, none is found to be broken. */
const MOST_LOCKS = 50;

/** The locks of one service, by what they mean to a phase. */
interface ServiceLocks {
  readonly frozenIn: ReadonlyMap<Phase["id"], Lock>;
  readonly holders: ReadonlySet<Phase["id"]>;
  readonly held: readonly Lock[];
}

function sortLocks(locks: readonly Lock[]): ServiceLocks {
  const frozenIn = new Map<Phase["id"], Lock>();
  const holders = new Set<Phase["id"]>();
  for (const lock of locks) {
    for (const { phase } of lock.phases) {
      if (phase === null) continue;
      if (lock.state === "frozen") frozenIn.set(phase, lock);
      else holders.add(phase);
    }
  }
  return { frozenIn, holders, held: locks.filter(({ state }) => state !== "frozen").slice(0, MOST_LOCKS) };
}

/** The first lock that a phase breaks by changing the service. */
function firstBroken(phase: Phase, locks: ServiceLocks, around: Circumstances): Broken | null {
  if (locks.holders.has(phase.id)) return null;
  const frozen = locks.frozenIn.get(phase.id);
  if (frozen) return { lock: frozen, because: `the lock matrix locks it in ${phase.label}` };
  for (const lock of locks.held) {
    const because = brokenNow(phase, lock, around) ?? brokenLater(phase, lock, around);
    if (because !== null) return { lock, because };
  }
  return null;
}

function brokenNow(phase: Phase, lock: Lock, { analysis: { plan }, today }: Circumstances): string | null {
  if (phase.status !== "in-progress" || lock.phases.length === 0 || isActive(lock, plan, today) !== true) return null;
  return `${heldInWords(lock, plan)}, and ${phase.label} is in progress`;
}

/** A phase that has not begun breaks a lock only where it may run beside the holder, for all the plan says. */
function brokenLater(phase: Phase, lock: Lock, { analysis: { plan }, today, modifiers, overlap }: Circumstances) {
  const [holder, ...others] = holdersOf(lock, plan);
  if (!holder || others.length > 0 || isOver(lock, plan)) return null;
  // Two that both say they change it are in conflict with each other; that is another rule's to say.
  if (modifiers.has(holder.id)) return null;
  const period = lockPeriod(lock, plan);
  if (period?.unit === "day" && period.until < dayNumber(today)) return null;
  const { window } = phase;
  if (period?.unit === "week" && window && (window.startWeek > period.until || window.endWeek < period.from))
    return null;
  const found = overlap(phase, holder);
  return found?.isDeclared ? `${heldInWords(lock, plan)}, and ${found.because}` : null;
}

function heldInWords(lock: Lock, plan: Analysis["plan"]): string {
  const period = periodInWords(lock);
  return `${holdersInWords(lock, plan)} locks it${period === "" ? "" : ` ${period}`}`;
}

function violation(
  { service, place }: Modification,
  phase: Phase,
  { lock, because }: Broken,
  { plan }: Analysis,
): Violation {
  const holders = holdersOf(lock, plan).filter(({ id }) => id !== phase.id);
  return {
    place,
    message: `${phase.label} modifies ${service}, but ${because}.`,
    phases: [phase.id, ...holders.map(({ id }) => id)],
    subject: service,
    related: [{ place: lock.place, message: `${service} is locked here` }],
  };
}
