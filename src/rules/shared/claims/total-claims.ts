import { isScheduled } from "../../../graph/is-scheduled.js";
import type { Analysis } from "../../../model/analysis.js";
import type { Phase, TotalClaim } from "../../../model/plan.js";
import type { ScheduleModel } from "../../../model/schedule.js";
import { inWeeks, listed } from "../quantities.js";
import { MODEL_WORDS, scheduleCandidates } from "./schedule-candidates.js";
import type { WrongClaim } from "./wrong-claim.js";

/** What counts more than the phases is no sum of them. */
const MORE =
  /\b(?:buffers?|contingenc(?:y|ies)|slack|includ\w{1,5}|plus|overhead|risk|holidays?|excl\w{1,6}|without)\b|\+/i;
const NEARLY = 0.1;

/** Hours are counted of work, not of time, wherever no table says which work. */
const HOURS = /\d[ \t]{0,3}(?:hours?|hrs?|h)\b/i;

interface Span {
  readonly low: number;
  readonly high: number;
}

/**
 * A total that is right under no model that it can mean: not for the whole plan, not for what is left, not with the low,
 * the planned or the high end of ranges, not rounded. Silent where a length is missing that could make it right.
 */
export function judgeTotal(claim: TotalClaim, analysis: Analysis): WrongClaim | null {
  if (MORE.test(claim.text) || HOURS.test(claim.text) || claim.high === 0 || analysis.graph.unschedulable.length > 0)
    return null;
  const { plan, schedule } = analysis;
  if (claim.phases && claim.phases.some((id) => !plan.phases.get(id)?.duration)) return null;
  const isWhole = coversAll(claim, analysis);
  const sums = claim.phases ? sumsOf(claim.phases.map((id) => plan.phases.get(id)!)) : [];
  if (sums.some((sum) => agrees(claim, sum))) return null;
  // Only the sum of a table's own rows is certain to be what its last row means.
  if (!isWhole) return claim.phases && claim.mode === "sequential" ? wrongSum(claim, sums[0]!) : null;
  const candidates = scheduleCandidates(analysis, claim.mode);
  const lengths = candidates.map(({ schedule: { makespan, low, high } }) => [makespan, low, high]);
  const spans = lengths.map((weeks) => ({ low: Math.min(...weeks), high: Math.max(...weeks) }));
  if (spans.some((span) => agrees(claim, span))) return null;
  const isUnknown =
    claim.phases === null &&
    (schedule.full.withoutDuration.length > 0 || schedule.remaining.withoutDuration.length > 0);
  const least = Math.min(...spans.map(({ low }) => low));
  if (spans.every(({ high }) => high === 0)) return null;
  if (isUnknown && claim.high + tolerance(claim) >= least) return null;
  if (isEndOfWindows(claim, analysis)) return null;
  return wrongTotal(claim, analysis);
}

function wrongSum(claim: TotalClaim, sum: Span): WrongClaim {
  const isRange = sum.low !== sum.high;
  const right = (weeks: number): string => plain(weeks / claim.weeksPerUnit);
  return {
    message:
      `The total says ${JSON.stringify(claim.text)}, but the rows above it add up to ` +
      `${isRange ? `${right(sum.low)}–${right(sum.high)}` : right(sum.high)}.`,
    phases: claim.phases!,
    right: isRange ? null : right(sum.high),
  };
}

function wrongTotal(claim: TotalClaim, { schedule, plan }: Analysis): WrongClaim {
  const isTiered = [...plan.phases.values()].some(({ tier }) => tier?.number != null);
  const shown: ScheduleModel[] =
    claim.mode === "sequential"
      ? ["sequential"]
      : claim.mode === "parallel"
        ? isTiered
          ? ["tiered", "dependencies"]
          : ["dependencies"]
        : ["sequential", ...(isTiered ? (["tiered"] as const) : []), "dependencies"];
  const said = claim.low === claim.high ? inWeeks(claim.high) : `${plain(claim.low)}–${inWeeks(claim.high)}`;
  const ways = shown.map((model) => `${inWeeks(schedule.full[model].makespan)} ${MODEL_WORDS[model]}`);
  const isOpen = schedule.full.sequential.makespan !== schedule.remaining.sequential.makespan;
  const left = shown.map((model) => `${inWeeks(schedule.remaining[model].makespan)} ${MODEL_WORDS[model]}`);
  return {
    message:
      `The total is said to be ${said}, but the phases take ${listed(ways)}` +
      `${isOpen ? ` (what is left: ${listed(left)})` : ""}.`,
    phases: [],
    right:
      claim.mode === null || claim.isApproximate ? null : plain(schedule.full[shown[0]!].makespan / claim.weeksPerUnit),
  };
}

/** True when no phase with a length stands outside of what the total sums up. */
function coversAll({ phases }: TotalClaim, { plan }: Analysis): boolean {
  if (phases === null) return true;
  const summed = new Set(phases);
  return [...plan.phases.values()].every((phase) => !isScheduled(phase) || !phase.duration || summed.has(phase.id));
}

function sumsOf(phases: readonly Phase[]): readonly Span[] {
  const sum = (weeks: (phase: Phase) => number): number => phases.reduce((total, phase) => total + weeks(phase), 0);
  const whole = { low: sum(({ duration }) => duration!.low), high: sum(({ duration }) => duration!.high) };
  const left = sum(({ remainingWeeks, duration }) => remainingWeeks ?? duration!.weeks);
  return [whole, { low: left, high: left }];
}

const agrees = (claim: TotalClaim, { low, high }: Span): boolean =>
  claim.low - tolerance(claim) <= high && low <= claim.high + tolerance(claim);

/** Half of the last digit written, or a tenth of what is only said to be about right. */
function tolerance({ text, weeksPerUnit, isApproximate, high }: TotalClaim): number {
  const decimals = /\d\.(\d{1,3})/.exec(text)?.[1]?.length ?? 0;
  return Math.max(0.5 * 10 ** -decimals * weeksPerUnit, isApproximate ? high * NEARLY : 0) + 1e-6;
}

/** The author may have left room between phases: a total that is the end of the last window is no mistake. */
function isEndOfWindows(claim: TotalClaim, { plan }: Analysis): boolean {
  let last = 0;
  for (const { window, duration } of plan.phases.values()) {
    if (!window) continue;
    if (duration && window.endWeek - window.startWeek + 2 <= duration.low) return false;
    last = Math.max(last, window.endWeek);
  }
  return last > 0 && agrees(claim, { low: last, high: last });
}

const plain = (number: number): string => String(Math.round(number * 100) / 100);
