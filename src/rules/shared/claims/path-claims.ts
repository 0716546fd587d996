import type { PathSearch } from "../../../graph/path-search.js";
import type { Analysis } from "../../../model/analysis.js";
import type { PathClaim, Phase, PhaseId } from "../../../model/plan.js";
import { inWeeks } from "../quantities.js";
import type { WrongClaim } from "./wrong-claim.js";

const MOST_SHOWN = 12;

/**
 * A critical path that is none: one of its steps does not wait for the step before it, or another path takes longer.
 * Silent where a phase also waits for what no program can read, or a length is missing or a range.
 */
export function judgePath(claim: PathClaim, analysis: Analysis, search: PathSearch): WrongClaim | null {
  const { plan, graph } = analysis;
  if (graph.unschedulable.length > 0) return null;
  const phases = [...new Set(claim.steps.flat())];
  for (let at = 1; at < claim.steps.length; at++) {
    const before = claim.steps[at - 1]!;
    const step = claim.steps[at]!;
    const waits = step.some((id) => before.some((other) => search.find(id, other) !== null));
    if (waits) continue;
    if (search.isExhausted || step.some((id) => isUnclear(plan.phases.get(id)))) return null;
    const [first, second] = [labelOf(before.at(-1)!, analysis), labelOf(step[0]!, analysis)];
    return {
      message: `The critical path is said to run from ${first} to ${second}, but ${second} does not wait for ${first}${longest(analysis)}.`,
      phases,
      right: null,
    };
  }
  return judgeLength(claim, phases, analysis);
}

function judgeLength(claim: PathClaim, phases: readonly PhaseId[], analysis: Analysis): WrongClaim | null {
  const { plan, schedule } = analysis;
  if (phases.length !== claim.steps.length || !isDirect(claim, plan.phases)) return null;
  if ([...plan.phases.values()].some(({ duration }) => !duration || duration.low !== duration.high)) return null;
  const length = phases.reduce((sum, id) => sum + plan.phases.get(id)!.duration!.weeks, 0);
  const left = phases.reduce((sum, id) => sum + (plan.phases.get(id)!.remainingWeeks ?? 0), 0);
  const isLongest = (weeks: number, makespan: number): boolean => makespan - weeks < 0.05;
  if (isLongest(length, schedule.full.dependencies.makespan)) return null;
  if (isLongest(left, schedule.remaining.dependencies.makespan)) return null;
  return {
    message: `The critical path is said to be one of ${inWeeks(length)}${longest(analysis)}.`,
    phases,
    right: null,
  };
}

/** Every step waits for the one before it without a phase in between. */
const isDirect = ({ steps }: PathClaim, phases: ReadonlyMap<PhaseId, Phase>): boolean =>
  steps.every(
    ([id], at) => at === 0 || phases.get(id!)!.dependsOn.some((dependency) => dependency.id === steps[at - 1]![0]),
  );

/** What waits for nothing by its own word is clear; what names something else, or says nothing at all, is not. */
const isUnclear = (phase: Phase | undefined): boolean =>
  !phase || phase.unresolved.length > 0 || (phase.dependsOn.length === 0 && phase.dependencyList === null);

function longest(analysis: Analysis): string {
  const { makespan, criticalPath } = analysis.schedule.full.dependencies;
  if (makespan === 0) return "";
  const { day } = analysis.settings.weeksPer;
  const shown = criticalPath.slice(0, MOST_SHOWN).map((id) => labelOf(id, analysis));
  const more = criticalPath.length > MOST_SHOWN ? ` → ${criticalPath.length - MOST_SHOWN} more` : "";
  const days = Number.isInteger(makespan) ? "" : ` (${Math.round((makespan / day) * 100) / 100} days)`;
  return `; the longest path takes ${inWeeks(makespan)}${days}: ${shown.join(" → ")}${more}`;
}

const labelOf = (id: PhaseId, { plan }: Analysis): string => plan.phases.get(id)?.label ?? id;
