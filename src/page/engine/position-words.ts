import type { PagePlan } from "../../model/page-data.js";
import { workingDays } from "../../outlook/working-days.js";
import { formatWindow } from "../../render/shared/format-weeks.js";

/** How positions on the timeline are said: as weeks counted from 1, or as days. */
export interface PositionWords {
  /** `3–7`, or `12 Jan – 6 Feb 2027`. */
  readonly window: (start: number, finish: number) => string;
  /** What stands at a mark of the axis. */
  readonly tick: (week: number) => string;
}

export const inWeeks: PositionWords = {
  window: (start, finish) => `week ${formatWindow(start, finish)}`,
  tick: (week) => String(Math.round(week * 10) / 10 + 1),
};

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * The whole plan counts from its start day, what is left from the as-of day or from the start day where that is still to
 * come, as in the report.
 */
export function inDays({ start, holidays }: NonNullable<PagePlan["calendar"]>, from: string | null): PositionWords {
  const days = workingDays(from !== null && from > start ? from : start, holidays);
  return {
    window: (begin, end) => {
      const [first, last] = [days.firstDay(begin), days.lastDay(end, begin)];
      return first === last ? dayInWords(first) : `${dayInWords(first)} – ${dayInWords(last)}`;
    },
    tick: (week) => dayInWords(days.firstDay(week)),
  };
}

/** `2027-01-04` as `4 Jan 2027`. */
const dayInWords = (day: string): string => {
  const [year, month, date] = day.split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
};
