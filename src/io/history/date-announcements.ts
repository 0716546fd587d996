import type { SourceDocument } from "../../model/document.js";
import type { AnnouncementQuestion, FirstOnBase } from "../../model/first-on-base.js";
import type { Plan } from "../../model/plan.js";
import type { BaseHistory } from "./base-history.js";
import { findFirstOnBase } from "./find-first-on-base.js";

interface Asking<Named> {
  /** What the history must be asked; nearly always nothing. */
  readonly questionsOf: (plan: Named) => readonly AnnouncementQuestion[];
  readonly readPlan: (plan: Named, documents: readonly SourceDocument[]) => Plan;
  readonly historyOf: (plan: Named) => BaseHistory;
}

/** The plans with what the history of base says of their announcements. */
export async function dateAnnouncements<Named extends { readonly name: string }>(
  plans: readonly Named[],
  { questionsOf, readPlan, historyOf }: Asking<Named>,
): Promise<{ plans: readonly (Named & { readonly firstOnBase?: FirstOnBase })[]; remarks: readonly string[] }> {
  const remarks: string[] = [];
  const dated: (Named & { readonly firstOnBase?: FirstOnBase })[] = [];
  for (const plan of plans) {
    const questions = questionsOf(plan);
    if (questions.length === 0) {
      dated.push(plan);
      continue;
    }
    const found = await findFirstOnBase(questions, historyOf(plan), (documents) => readPlan(plan, documents));
    remarks.push(...found.remarks.map((remark) => `${plan.name}: ${remark}`));
    dated.push({ ...plan, firstOnBase: found.firstOnBase });
  }
  return { plans: dated, remarks };
}
