import { weeksInWords } from "./format-weeks.js";

/** `33 weeks (25 %)`; null when nothing is saved. */
export function savedWeeks(of: number, needed: number): string | null {
  const saved = of - needed;
  if (of <= 0 || saved <= 0.05) return null;
  return `${weeksInWords(saved)} (${Math.round((saved / of) * 100)} %)`;
}
