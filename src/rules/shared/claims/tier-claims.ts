import { isDone } from "../../../graph/is-done.js";
import { isScheduled } from "../../../graph/is-scheduled.js";
import type { Analysis } from "../../../model/analysis.js";
import type { Phase, PhaseId, TierCompletionClaim, TierWindowClaim } from "../../../model/plan.js";
import { listed } from "../quantities.js";
import { MODEL_WORDS, scheduleCandidates, type ScheduleCandidate } from "./schedule-candidates.js";
import { hasWrongWindow, type Windows } from "./window-claims.js";
import type { WrongClaim } from "./wrong-claim.js";

/**
 * A week in which a tier is said to end, though its phases end in another one under every model, for the whole plan and
 * for what is left, and by the windows the author gave them. Silent where a length is missing or is a range.
 */
export function judgeTierEnd(
  claim: TierWindowClaim | TierCompletionClaim,
  analysis: Analysis,
  windows: Windows,
): WrongClaim | null {
  const members = membersOf(claim.tier, analysis);
  const endWeek = claim.kind === "tier-window" ? claim.endWeek : claim.week;
  if (members.length === 0 || endWeek < 1 || !areLengthsCertain(claim.tier, analysis)) return null;
  const ends = scheduleCandidates(analysis).map((candidate) => ({ candidate, end: endOf(candidate, members) }));
  if (ends.some(({ end }) => Math.floor(end) <= endWeek && endWeek <= Math.ceil(end))) return null;
  if (isEndOfWindows(endWeek, members, analysis, windows)) return null;
  const said = claim.kind === "tier-window" ? `weeks ${claim.startWeek}–${claim.endWeek}` : `week ${claim.week}`;
  const full = ends.find(({ candidate: { model, portion } }) => model === "tiered" && portion === "full")!;
  const right = weekOf(full.end);
  const decides = analysis.tierRows.find(({ tier }) => tier === claim.tier)?.longest;
  const label = decides == null ? null : analysis.plan.phases.get(decides)?.label;
  return {
    message:
      `Tier ${claim.tier} is said to ${claim.kind === "tier-window" ? "take" : "end in"} ${said}, but its phases end in ` +
      `${waysOf(ends)}${label ? `; ${label} decides it` : ""}.`,
    phases: members.map(({ id }) => id),
    right: claim.kind === "tier-completion" ? String(right) : null,
  };
}

function membersOf(tier: number, { plan, graph }: Analysis): readonly Phase[] {
  return [...plan.phases.values()].filter(
    (phase) => phase.tier?.number === tier && isScheduled(phase) && graph.acyclic.indexOf.has(phase.id),
  );
}

/** Every phase up to this tier has one length, or is done and counted by nobody. */
function areLengthsCertain(tier: number, { plan, graph }: Analysis): boolean {
  if (graph.unschedulable.length > 0) return false;
  for (const phase of plan.phases.values()) {
    const isLater = phase.tier?.number != null && phase.tier.number > tier;
    if (isLater || !isScheduled(phase)) continue;
    if (phase.duration ? phase.duration.low !== phase.duration.high : !(isDone(phase) && phase.tier === null))
      return false;
  }
  return true;
}

const endOf = ({ schedule }: ScheduleCandidate, members: readonly Phase[]): number =>
  members.reduce((last, { id }) => Math.max(last, schedule.times.get(id)?.earliestFinish ?? 0), 0);

const weekOf = (end: number): number => Math.max(1, Math.ceil(end - 1e-6));

/** The author may have left room between phases: what agrees with windows that hold their phases is no mistake. */
function isEndOfWindows(endWeek: number, members: readonly Phase[], analysis: Analysis, windows: Windows): boolean {
  const isWrong = (id: PhaseId): boolean => hasWrongWindow(id, analysis, windows);
  const known = members.filter(({ window }) => window !== null);
  if (known.length === 0 || known.some(({ id }) => isWrong(id))) return false;
  return known.reduce((last, { window }) => Math.max(last, window!.endWeek), 0) === endWeek;
}

/** `week 27 tier by tier, 37 one after the other, 16 by dependencies`, each for the whole plan. */
function waysOf(ends: readonly { candidate: ScheduleCandidate; end: number }[]): string {
  const shown = ["tiered", "sequential", "dependencies"] as const;
  const ways = shown.map((model) => {
    const { end } = ends.find(({ candidate }) => candidate.model === model && candidate.portion === "full")!;
    return `week ${weekOf(end)} ${MODEL_WORDS[model]}`;
  });
  return listed(ways);
}
