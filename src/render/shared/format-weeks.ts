const rounded = (weeks: number): number => Math.round(weeks * 10) / 10 + 0;

/** `72`, `3.5`: at most one digit behind the point. */
export function formatWeeks(weeks: number): string {
  return String(rounded(weeks));
}

/** `1 week`, `3.5 weeks`. */
export function weeksInWords(weeks: number): string {
  return `${formatWeeks(weeks)} ${rounded(weeks) === 1 ? "week" : "weeks"}`;
}

/** `+3`, `−2.5`, or `unchanged`. */
export function formatDifference(weeks: number): string {
  const difference = rounded(weeks);
  if (difference === 0) return "unchanged";
  return difference > 0 ? `+${difference}` : `−${-difference}`;
}

/** Weeks as people number them, from 1: 0 to 4 is `1–4`, 0 to 1 is `1`; no length is `after 4`, and `–` at the start. */
export function formatWindow(start: number, finish: number): string {
  const from = Math.floor(rounded(start)) + 1;
  const to = Math.ceil(rounded(finish));
  if (rounded(start) === rounded(finish)) return to === 0 ? "–" : `after ${to}`;
  return from >= to ? `${to}` : `${from}–${to}`;
}
