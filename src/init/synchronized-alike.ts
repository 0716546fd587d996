import type { Analysis } from "../model/analysis.js";
import type { SourceDocument } from "../model/document.js";
import type { Candidate } from "./find-plans.js";

type Analyze = (candidate: Candidate) => Analysis;
type Synchronize = (
  documents: readonly SourceDocument[],
  analysis: Analysis,
) => readonly { readonly document: SourceDocument; readonly newText: string; readonly sections: number }[];

/**
 * A document of a plan with its managed sections written; null when there are none to write (an unclosed fence above
 * swallows them) or the plan would read otherwise than without them.
 */
export function synchronizedAlike(
  plan: Candidate,
  document: SourceDocument,
  analyze: Analyze,
  synchronize: Synchronize,
): string | null {
  const withText = (text: string): Candidate => ({
    name: plan.name,
    documents: plan.documents.map((one) => (one.path === document.path ? { ...document, text } : one)),
  });
  const marked = withText(document.text);
  const synced = synchronize(marked.documents, analyze(marked)).find((one) => one.document.path === document.path);
  if (!synced || synced.sections === 0) return null;
  const [before, after] = [analyze(plan), analyze(withText(synced.newText))].map(summaryOf);
  return before === after ? synced.newText : null;
}

/** What the gate judges a plan by. */
const summaryOf = ({ plan }: Analysis): string =>
  JSON.stringify(
    [...plan.phases.values()].map(({ id, tier, dependsOn, duration, status }) => [
      id,
      tier?.text,
      dependsOn.map((one) => one.id),
      duration?.weeks,
      status,
    ]),
  );
