import { daysBetween } from "../grammar/calendar-day.js";
import type { BreakingChange } from "../model/plan.js";
import type { NextBreakingChange } from "../model/report.js";

/** The first entry to take effect on `today` or later; of several on one day the first written. Null without one. */
export function nextBreakingChange(entries: readonly BreakingChange[], today: string): NextBreakingChange | null {
  let next: { readonly subject: string; readonly effective: string } | null = null;
  for (const { subject, effective } of entries) {
    const day = effective?.day;
    if (day == null || day < today || (next !== null && day >= next.effective)) continue;
    next = { subject, effective: day };
  }
  return next && { ...next, daysLeft: daysBetween(today, next.effective) };
}
