import { isDone } from "../../../graph/is-done.js";
import { isScheduled } from "../../../graph/is-scheduled.js";
import type { Analysis } from "../../../model/analysis.js";
import type { Phase, PhaseId, Plan, WindowClaim } from "../../../model/plan.js";
import { counted, inWeeks } from "../quantities.js";
import type { WrongClaim } from "./wrong-claim.js";

/** Effort of several people says nothing of the weeks it takes. */
const EFFORT = /\b(?:hours?|hrs?|h|person|people|agent|dev|developer|points?|pts?|effort)\b/i;
/** A part of the phase stands there, not the phase. */
const PART =
  /\b(?:start(?:s|ed)?|begins?|parts?|kick-?off|continued?|cont|first|second|half|complet\w{1,6}|finish\w{0,3}|ends?|remaining|left|milestone|draft|review)\b|\+|&/i;
/** Months are four weeks by convention, and people round. */
const ROUNDING = 0.9;

/** Windows of each phase, by its id: those that differ, and no more than two of them. */
export type Windows = ReadonlyMap<PhaseId, readonly WindowClaim[]>;

export function windowsOf(plan: Plan): Windows {
  const windows = new Map<PhaseId, WindowClaim[]>();
  for (const claim of plan.claims) {
    if (claim.kind !== "window") continue;
    const known = windows.get(claim.phase);
    if (!known) windows.set(claim.phase, [claim]);
    else if (known.length === 1 && !isSameWindow(known[0]!, claim)) known.push(claim);
  }
  return windows;
}

const isSameWindow = (one: WindowClaim, other: WindowClaim): boolean =>
  one.startWeek === other.startWeek && one.endWeek === other.endWeek;

/** A window that is too short for its phase, however the phase's length is read. A longer one may hold slack. */
export function judgeWindow(claim: WindowClaim, { plan }: Analysis, windows: Windows): WrongClaim | null {
  const phase = plan.phases.get(claim.phase);
  if (!phase || isDone(phase) || !isScheduled(phase) || PART.test(claim.text)) return null;
  const weeks = claim.endWeek - claim.startWeek + 1;
  // `Week 4: Phase 2` may name the week in which it begins.
  if (weeks === 1) return null;
  // Several windows may each be for a part of the phase.
  if ((windows.get(claim.phase)?.length ?? 0) > 1) return null;
  const needed = leastWeeks(phase);
  if (needed === null || weeks + 1 > needed || weeks > needed * ROUNDING) return null;
  return {
    message:
      `${phase.label} is given weeks ${claim.startWeek}–${claim.endWeek}, ${counted(weeks, "week")}, ` +
      `but it takes ${inWeeks(needed)} (${JSON.stringify(phase.duration!.text.trim())}).`,
    phases: [phase.id],
    right: null,
  };
}

/** The least a phase can take by what is written; null where that is no length in time of its own. */
function leastWeeks({ duration, remainingWeeks }: Phase): number | null {
  if (!duration || duration.fromWindow || EFFORT.test(duration.text)) return null;
  return Math.min(duration.low, duration.weeks, remainingWeeks ?? duration.low);
}

/** True when the phase has windows and one of them contradicts its length. */
export function hasWrongWindow(id: PhaseId, analysis: Analysis, windows: Windows): boolean {
  return (windows.get(id) ?? []).some((claim) => judgeWindow(claim, analysis, windows) !== null);
}
