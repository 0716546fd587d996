import { serviceKey } from "../grammar/service-name.js";
import { planRule } from "./rule.js";
import { byService } from "./shared/services/by-service.js";
import { dayNumber, lockPeriod } from "./shared/services/lock-period.js";

export const lockNeedsUpdate = planRule({
  id: "lock-needs-update",
  summary: "The phases that use a service must be updated before its lock ends.",
  severity: "warning",
  *check({ plan }, { today }) {
    const locks = byService(plan.locks.filter(({ state }) => state !== "frozen"));
    for (const { name, dependents } of plan.services) {
      const lock = locks.get(serviceKey(name))?.find((one) => {
        const period = lockPeriod(one, plan);
        return period?.unit === "day" && one.until !== null && period.until < dayNumber(today);
      });
      if (!lock || !dependents) continue;
      for (const { id, phase, isDone, place } of dependents.phases) {
        if (isDone !== false || lock.phases.some((holder) => holder.id === id)) continue;
        const label = (phase && plan.phases.get(phase)?.label) ?? `Phase ${id}`;
        yield {
          place,
          message: `The lock of ${name} ended on ${lock.until!.day!}, but ${label}, which uses it, is not marked as updated.`,
          phases: phase === null ? [] : [phase],
          subject: `${name} for ${id}`,
          related: [{ place: lock.until!.place, message: `${name} is locked until this day` }],
        };
      }
    }
  },
});
