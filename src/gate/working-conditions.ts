import type { Config } from "../config/config.js";

/**
 * When the plan of this name begins and is to end, and how many work on it: as its own entry in the configuration says,
 * else as all plans do.
 */
export function workingConditions(name: string, { plans, calendar, agents }: Config) {
  const own = plans.find((selection) => selection.name === name);
  const start = own?.start ?? calendar.start;
  return {
    calendar: start === null ? null : { start, holidays: calendar.holidays },
    targetWeeks: own?.targetWeeks ?? calendar.targetWeeks,
    agents: own?.agents ?? agents,
  };
}
