const TICKS_PER_WEEK = 1_000_000;

/**
 * Weeks as whole millionths of a week. Sums and differences of whole numbers are exact, so that float 0 is 0 and not
 * 1e-15, whatever fractions the durations have.
 */
export const ticks = (weeks: number): number => Math.round(weeks * TICKS_PER_WEEK);

/** Ticks back as weeks. */
export const weeks = (ticks: number): number => ticks / TICKS_PER_WEEK;
