const DAY_MS = 86_400_000;
const WORKING_DAYS = 5;
/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4;

/** Days on which a plan is worked on: Monday to Friday but holidays, counted from its start. */
export interface WorkingDays {
  /** The day on which work at this position (in weeks from 0) begins. */
  readonly firstDay: (week: number) => string;
  /** The last day of work that ends at this position; never before the first of work that begins at `from`. */
  readonly lastDay: (week: number, from: number) => string;
  /** Working weeks from the start to the morning of a day; 0 before the start. */
  readonly weeksUntil: (day: string) => number;
}

/**
 * The calendar of a plan that starts on `start`. A week is five working days, so that without holidays it is seven
 * calendar days from any start day on, weekends included; parts of a week are parts of five working days. Holidays that
 * are no working days, or before the start, change nothing. Days are `YYYY-MM-DD`.
 */
export function workingDays(start: string, holidays: readonly string[]): WorkingDays {
  const first = workingDaysBefore(dayNumber(start));
  const free = [...new Set(holidays.map(dayNumber))]
    .filter((day) => isWeekday(day) && workingDaysBefore(day) >= first)
    .map((day) => workingDaysBefore(day) - first)
    .sort((one, other) => one - other);
  const dayAt = (position: number): string => {
    let weekday = position;
    for (const holiday of free) {
      if (holiday > weekday) break;
      weekday++;
    }
    return isoDay(weekdayAt(first + weekday));
  };
  const firstAt = (week: number) => Math.floor(inDays(week));
  return {
    firstDay: (week) => dayAt(firstAt(week)),
    lastDay: (week, from) => dayAt(Math.max(Math.ceil(inDays(week)) - 1, firstAt(from))),
    weeksUntil: (day) => {
      const weekdays = Math.max(0, workingDaysBefore(dayNumber(day)) - first);
      return (weekdays - free.filter((holiday) => holiday < weekdays).length) / WORKING_DAYS;
    },
  };
}

/** Working days, rounded to a thousandth: three thirds of a week are five days and not a hair less. */
const inDays = (week: number): number => Math.round(week * WORKING_DAYS * 1000) / 1000;

/** Days since the first Monday of 1970; negative before it. */
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS - FIRST_MONDAY;
const isoDay = (number: number): string => new Date((number + FIRST_MONDAY) * DAY_MS).toISOString().slice(0, 10);

const dayOfWeek = (number: number): number => number - 7 * Math.floor(number / 7);
const isWeekday = (number: number): boolean => dayOfWeek(number) < WORKING_DAYS;
/** Weekdays since the first Monday and before the day. */
const workingDaysBefore = (number: number): number =>
  WORKING_DAYS * Math.floor(number / 7) + Math.min(dayOfWeek(number), WORKING_DAYS);
/** The weekday that has so many before it. */
const weekdayAt = (count: number): number =>
  7 * Math.floor(count / WORKING_DAYS) + (count - WORKING_DAYS * Math.floor(count / WORKING_DAYS));
