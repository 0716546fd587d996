/** A day that is said by the plan: the first of a week, counted from 1, or that on which a phase starts. */
export type RelativeDay =
  { readonly kind: "week"; readonly week: number } | { readonly kind: "phase"; readonly name: string };

const LEAD = "^(?:(?:on|in|from|at|with)[ \\t]{1,3})?(?:the[ \\t]{1,3})?";
const WEEK = new RegExp(`${LEAD}(?:(?:start|beginning)[ \\t]{1,3}of[ \\t]{1,3})?week[ \\t]{1,3}(\\d{1,4})$`, "i");
const PHASE_START = new RegExp(`${LEAD}(?:start|beginning)[ \\t]{1,3}of[ \\t]{1,3}(\\S.{0,80})$`, "i");

/** `Week 12`, `start of week 12`, `start of Phase 9`; null for anything else. */
export function parseRelativeDay(text: string): RelativeDay | null {
  const said = text.trim();
  const week = Number(WEEK.exec(said)?.[1] ?? 0);
  if (week > 0) return { kind: "week", week };
  const name = PHASE_START.exec(said)?.[1];
  return name === undefined || /^week\b/i.test(name) ? null : { kind: "phase", name: name.trim() };
}
