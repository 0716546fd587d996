import { addDays } from "../grammar/calendar-day.js";
import { serviceKey } from "../grammar/service-name.js";
import type { Analysis } from "../model/analysis.js";
import type { Fix } from "../model/finding.js";
import type { Lock, LockLimit, Phase } from "../model/plan.js";
import { planRule } from "./rule.js";
import { inWeeks } from "./shared/quantities.js";
import { holdersOf, isOver } from "./shared/services/lock-holders.js";
import { dayNumber, lockPeriod, type LockPeriod } from "./shared/services/lock-period.js";

const TESTING_WEEKS = 1;

export const shortLock = planRule({
  id: "short-lock",
  summary: "A lock must last as long as the modification and a week of testing.",
  severity: "warning",
  *check(analysis, { today }) {
    const { plan } = analysis;
    const servicesOf = servicesByPhase(analysis);
    for (const lock of plan.locks) {
      const [holder, ...others] = holdersOf(lock, plan);
      const period = lockPeriod(lock, plan);
      if (!holder?.duration || others.length > 0 || !period || !isWhole(period) || isOver(lock, plan)) continue;
      if (period.unit === "day" && period.until < dayNumber(today)) continue;
      // A phase that changes several services does not say how long each of them takes.
      const services = servicesOf.get(holder.id);
      if (services?.size !== 1 || !services.has(serviceKey(lock.service))) continue;
      const needed = holder.duration.low + TESTING_WEEKS;
      const weeks = weeksOf(period);
      if (weeks >= needed - 1e-6) continue;
      const fix = lengthen(lock, needed);
      yield {
        place: lock.until!.place,
        message:
          `${holder.label} locks ${lock.service} for ${inWeeks(weeks)}, but it takes ${inWeeks(holder.duration.low)}, ` +
          `and a week of testing belongs to it: ${inWeeks(needed)} are needed.`,
        phases: [holder.id],
        subject: lock.service,
        related: [{ place: holder.duration.place, message: `${holder.label} takes ${holder.duration.text} here` }],
        ...(fix && { fix }),
      };
    }
  },
});

function servicesByPhase({ plan }: Analysis): ReadonlyMap<Phase["id"], ReadonlySet<string>> {
  const services = new Map<Phase["id"], Set<string>>();
  for (const { phase, service } of plan.modifications)
    services.set(phase, (services.get(phase) ?? new Set()).add(serviceKey(service)));
  return services;
}

const isWhole = ({ from, until }: LockPeriod): boolean => Number.isFinite(from) && Number.isFinite(until);

/** Both ends count. */
const weeksOf = ({ unit, from, until }: LockPeriod): number =>
  unit === "week" ? until - from + 1 : (until - from + 1) / 7;

/** Null where the cell holds more than the day, or no day. */
function lengthen({ from, until }: Lock, weeks: number): Fix | null {
  if (!from?.day || !until?.day || !isAllOf(until)) return null;
  const day = addDays(from.day, Math.ceil(weeks * 7) - 1);
  return {
    title: `keep the lock until ${day}`,
    safety: "review",
    edits: [{ place: until.place, newText: day }],
  };
}

const isAllOf = ({ day, text, place }: LockLimit): boolean =>
  text === day && place.endOffset - place.offset === text.length;
