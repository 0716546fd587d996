import type { Report, WhatIfReport } from "../../model/report.js";

const MOST_NAMED = 20;

/** `Phase 15 takes 8 weeks; Phase 26 is dropped.`; `text` makes plan text safe, several plans are named. */
export function whatIfInWords(
  { changes }: Pick<WhatIfReport, "changes">,
  text: (value: string, limit: number) => string,
  plans: number,
): string {
  const said = changes
    .slice(0, MOST_NAMED)
    .map(({ plan, sentence }) => text(sentence, 200) + (plans > 1 ? ` (${text(plan, 80)})` : ""));
  const more = changes.length - said.length;
  return `${said.join("; ")}${more > 0 ? `; and ${more} more` : ""}.`;
}

/** What a change is measured against: `base`, or the documents without what was tried. */
export const comparedWith = ({ whatIf }: Pick<Report, "whatIf">): string =>
  whatIf?.against === "documents" ? "the plan as written" : "base";
