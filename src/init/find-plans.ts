import type { Analysis } from "../model/analysis.js";
import type { SourceDocument } from "../model/document.js";
import type { FoundPlan } from "./propose-files.js";

/** Documents that may be a plan. */
export interface Candidate {
  readonly name: string;
  readonly documents: readonly SourceDocument[];
}

type Analyze = (candidate: Candidate) => Analysis;

const LEAST_PHASES = 2;
const LEAST_PHASES_OF_UNKNOWN = 3;
const MOST_UNKNOWN = 10;

/** Those that read as plans among the documents that the configuration or the built-in globs take for plans. */
export const knownPlans = (candidates: readonly Candidate[], analyze: Analyze): FoundPlan[] =>
  candidates.map((one) => planIn(one, true, analyze(one))).filter(({ phases }) => phases >= LEAST_PHASES);

/** Those among other documents that are certainly plans: phases that wait for each other, not any list of three steps. */
export const unknownPlans = (candidates: readonly Candidate[], analyze: Analyze): FoundPlan[] =>
  candidates
    .flatMap((one) => {
      const analysis = analyze(one);
      const waits = [...analysis.plan.phases.values()].some(({ dependsOn }) => dependsOn.length > 0);
      return waits ? [planIn(one, false, analysis)] : [];
    })
    .filter(({ phases }) => phases >= LEAST_PHASES_OF_UNKNOWN)
    .slice(0, MOST_UNKNOWN);

const planIn = (candidate: Candidate, isKnown: boolean, { plan }: Analysis): FoundPlan => ({
  ...candidate,
  isKnown,
  phases: plan.phases.size,
  hasTiers: [...plan.phases.values()].some(({ tier }) => tier !== null),
  hasManagedSections: plan.managedSections.length > 0,
});
