import type { Analysis } from "../model/analysis.js";
import type { Phase } from "../model/plan.js";
import type { TierReportRow } from "../model/report.js";
import type { TierRow } from "../model/schedule.js";

/**
 * The tiers people work by. History (`N/A (historical)`) is left out: it stands in a tier only because the schedule has
 * to put it somewhere, and its author has said that it belongs to none.
 */
export function tierReportRows(analysis: Analysis): TierReportRow[] {
  const { plan, tierRows } = analysis;
  const rows: TierReportRow[] = [];
  for (const row of tierRows) {
    const kept = row.phases.map((id) => plan.phases.get(id)!).filter(({ tier }) => tier?.isHistorical !== true);
    if (kept.length === 0) continue;
    const areEarlierDone = rows.every(({ state }) => state === "done");
    rows.push(kept.length === row.phases.length ? asGiven(row) : ofKept(row, kept, areEarlierDone, analysis));
  }
  return rows;
}

const asGiven = ({ start, finish, ...row }: TierRow): TierReportRow => ({ ...row, startWeek: start, endWeek: finish });

/** The row as if the history in it had never been there: what is over must not make a tier look begun. */
function ofKept(row: TierRow, kept: readonly Phase[], areEarlierDone: boolean, { schedule }: Analysis): TierReportRow {
  const times = kept.map(({ id }) => schedule.full.tiered.times.get(id)!);
  const finishes = times.map(({ earliestFinish }) => earliestFinish);
  const last = kept[finishes.indexOf(Math.max(...finishes))]!;
  const isBegun = kept.some(({ status }) => status === "in-progress" || status === "done");
  return {
    tier: row.tier,
    phases: kept.map(({ id }) => id),
    longest: kept.some(({ id }) => id === row.longest) ? row.longest : last.duration === null ? null : last.id,
    state: row.state === "done" || isBegun ? row.state : areEarlierDone ? "ready" : "waiting",
    progressPercent: progressPercent(kept),
    startWeek: Math.min(...times.map(({ earliestStart }) => earliestStart)),
    endWeek: Math.max(...finishes),
  };
}

function progressPercent(phases: readonly Phase[]): number {
  const share = (done: number, all: number) => Math.round((1e6 * done) / all) / 1e4;
  const all = phases.reduce((sum, { duration }) => sum + (duration?.weeks ?? 0), 0);
  if (all === 0) return share(phases.filter(({ status }) => status === "done").length, phases.length);
  const left = phases.reduce((sum, { duration, remainingWeeks }) => {
    const whole = duration?.weeks ?? 0;
    return sum + Math.min(whole, remainingWeeks ?? whole);
  }, 0);
  return share(all - left, all);
}
