import type { CatchUpRow, PlanReport } from "../../model/report.js";
import { formatWeeks, weeksInWords } from "./format-weeks.js";
import { listInWords } from "./list-in-words.js";
import { planWeeks } from "./plan-weeks.js";
import { plural } from "./plural.js";
import { isLowerBound } from "./verdict-words.js";

const MOST_QUEUED = 6;
const MOST_NAMES = 6;

export const CATCH_UP_GLOSSARY =
  "A phase that is added while its tier is under way can start beside the phases in progress, or these can pause until it is as far as the least advanced of them. Week 1 is the first week from now; ends are those of work tier by tier.";

/**
 * What becomes of the phases added while work is under way, a sentence each; those that can begin share one. Empty where
 * there are none. `label` makes a phase's name safe for the format.
 */
export function catchUpInWords(plan: PlanReport, label: (id: string) => string): string[] {
  const rows = plan.change?.catchUp ?? [];
  const names = (some: readonly CatchUpRow[]) =>
    listInWords(
      some.map(({ phase }) => label(phase)),
      MOST_NAMES,
    );
  const first = rows.filter(({ state }) => state === "first");
  const ready = rows.filter(({ state }) => state === "ready");
  const queued = rows.filter(({ state }) => state === "queued");
  const hasWeeks = planWeeks(plan) === "known";
  return [
    ...(first.length > 0 ? [`${names(first)}: in Tier 0, which goes first; every later tier waits.`] : []),
    ...(ready.length > 0 ? [readyInWords(ready[0]!, names(ready), plan, label)] : []),
    ...queued.slice(0, MOST_QUEUED).map((row) => queuedInWords(row, label, hasWeeks)),
    ...(queued.length > MOST_QUEUED ? [`And ${plural(queued.length - MOST_QUEUED, "more phase")} in the queue.`] : []),
  ];
}

function readyInWords(
  { pause, sideBySide, better }: CatchUpRow,
  names: string,
  plan: PlanReport,
  label: (id: string) => string,
): string {
  if (sideBySide === null || planWeeks(plan) !== "known") return `${names}: can begin at once.`;
  const at = isLowerBound(plan.totals.remaining) ? "not before week" : "in week";
  const end = (weeks: number) => `${at} ${formatWeeks(Math.ceil(weeks - 1e-6))}`;
  if (pause === null) return `${names}: can begin at once; the plan ends ${end(sideBySide.planEnd)}.`;
  const paused = listInWords(pause.paused.map(label), MOST_NAMES);
  const beside = `Starting ${names} beside ${paused} ends the plan ${end(sideBySide.planEnd)}`;
  const them = pause.paused.length === 1 ? "it" : "them";
  if (pause.weeks === 0) return `${beside}; nothing has to be caught up.`;
  const cost = pause.planEnd - sideBySide.planEnd;
  const forCatchUp = `pausing ${them} first, for ${weeksInWords(pause.weeks)},`;
  if (cost > 0) return `${beside}; ${forCatchUp} would cost ${weeksInWords(cost)}.`;
  return better === "side-by-side"
    ? `${beside}; ${forCatchUp} would end the tier ${weeksInWords(pause.tierEnd - sideBySide.tierEnd)} later, and the plan no later.`
    : `${beside}; ${forCatchUp} would cost nothing.`;
}

function queuedInWords(row: CatchUpRow, label: (id: string) => string, hasWeeks: boolean): string {
  const phases = listInWords(row.waitsFor.map(label), MOST_NAMES);
  const tier = `Tier ${row.waitsForTier}`;
  const waitsFor =
    row.waitsForTier === null ? phases : row.waitsFor.length === 0 ? tier : `${phases}, and for ${tier} to be done`;
  const ready = hasWeeks && row.readyWeek !== null ? `, ready in week ${row.readyWeek}` : "";
  return `${label(row.phase)}: in the queue of Tier ${row.tier}, waiting for ${waitsFor}${ready}.`;
}
