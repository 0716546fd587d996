import type { Config } from "../config/config.js";

/** When the plan of this name begins and is to end: as its own entry in the configuration says, else as all plans do. */
export function timeOf(name: string, { plans, calendar }: Config) {
  const own = plans.find((selection) => selection.name === name);
  const start = own?.start ?? calendar.start;
  return {
    calendar: start === null ? null : { start, holidays: calendar.holidays },
    targetWeeks: own?.targetWeeks ?? calendar.targetWeeks,
  };
}
