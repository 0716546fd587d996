/** `1 week`, `2.5 weeks`. */
export const inWeeks = (weeks: number): string => counted(Math.round(weeks * 100) / 100, "week");

/** `1 phase`, `3 phases`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
