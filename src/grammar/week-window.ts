/** A declared window, in weeks counted from 1, both ends included, and where in the text it stands. */
export interface WeekWindow {
  readonly startWeek: number;
  readonly endWeek: number;
  readonly start: number;
  readonly end: number;
}

const WINDOW =
  /\b(weeks?|months?)[ \t]{0,3}(\d{1,4})(?:[ \t]{0,3}(?:-|[\u2010-\u2015]|to)[ \t]{0,3}(?:weeks?[ \t]{0,3}|months?[ \t]{0,3})?(\d{1,4}))?(?![\d.]|[ \t]{0,3}(?:(?:weeks?|months?|days?)\b|[-\u2010-\u2015][ \t]{0,3}\d))/i;

/**
 * The first window in the text: `Week 13-16`, `Weeks 1–4`, `Months 1-18`, `Week 12`. An empty range (`Week 1-0`) is
 * no window.
 */
export function parseWeekWindow(text: string, weeksPerMonth: number): WeekWindow | null {
  const match = WINDOW.exec(text);
  if (!match) return null;
  const first = Number(match[2]);
  const last = match[3] === undefined ? first : Number(match[3]);
  if (first < 1 || last < first) return null;
  const perUnit = /^m/i.test(match[1]!) ? weeksPerMonth : 1;
  return {
    startWeek: Math.round((first - 1) * perUnit) + 1,
    endWeek: Math.round(last * perUnit),
    start: match.index,
    end: match.index + match[0].length,
  };
}

/** The window that a cell of bare week numbers states: `9-15`, `12`. */
export function parseBareWindow(text: string): WeekWindow | null {
  const match = /^\s{0,9}(\d{1,4})(?:\s{0,3}(?:-|[\u2010-\u2015])\s{0,3}(\d{1,4}))?\s{0,9}$/.exec(text);
  if (!match) return null;
  const first = Number(match[1]);
  const last = match[2] === undefined ? first : Number(match[2]);
  return first < 1 || last < first ? null : { startWeek: first, endWeek: last, start: 0, end: text.length };
}
