/** Weeks between marks that people find easy to read: weeks, fortnights, months, quarters, years. */
const STEPS = [1, 2, 4, 8, 13, 26, 52, 104, 260, 520, 1040];

/** Where the axis is marked, in weeks from 0: every `step` weeks, no more often than `most` marks before `weeks`. */
export function axisTicks(weeks: number, most: number): { readonly step: number; readonly at: readonly number[] } {
  const step = STEPS.find((candidate) => weeks / candidate <= most) ?? Math.ceil(weeks / most);
  return { step, at: Array.from({ length: Math.ceil(weeks / step) }, (_, index) => index * step) };
}
