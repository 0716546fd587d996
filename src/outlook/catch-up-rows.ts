import { isDone } from "../graph/is-done.js";
import type { Analysis } from "../model/analysis.js";
import type { PhaseId } from "../model/plan.js";
import type { CatchUpEnds, CatchUpPause, CatchUpRow } from "../model/report.js";
import { forwardPass } from "../schedule/forward-pass.js";
import { network } from "../schedule/network.js";
import type { Portion } from "../schedule/portion.js";
import { ticks, weeks } from "../schedule/ticks.js";
import { type Work, workOf } from "./work.js";

/**
 * For each phase added while others are done or under way, in a plan that declares tiers: whether its tier can be worked
 * on, and if so what it costs to pause the phases that are worked on until the new one is as far as the least advanced
 * of them, against starting it beside them. A new phase whose tier is over joins the tier under way. New phases that can
 * begin catch up side by side, in one pause. In plan order.
 */
export function catchUpRows(analysis: Analysis, added: ReadonlySet<PhaseId>): CatchUpRow[] {
  if (added.size === 0) return [];
  const work = workOf(analysis);
  const { phases, remaining } = work;
  const isAdded = phases.map(({ id }) => added.has(id));
  const isUnderWay = phases.some((phase, index) => !isAdded[index] && hasBegun(phase));
  if (!work.isTiered || !isUnderWay) return [];
  const running = tierUnderWay(work, isAdded);
  const rows: Pending[] = [];
  for (const index of phases.keys()) {
    if (!isAdded[index] || remaining.takesPart[index] === 0) continue;
    rows.push({ index, ...stateOf(index, work, running) });
  }
  const ready = rows.filter(({ state }) => state === "ready").map(({ index }) => index);
  const choice = ready.length === 0 ? null : choose(ready, work, running);
  return rows.map((row) => toRow(row, choice, analysis, work));
}

const hasBegun = (phase: Work["phases"][number]): boolean =>
  phase.status === "in-progress" || (isDone(phase) && phase.tier?.isHistorical !== true);

/** The first tier with open phases that were there before; the first of all where none is left of these. */
function tierUnderWay({ remaining: { takesPart, placedTiers } }: Work, isAdded: readonly boolean[]): number {
  let [first, firstOld] = [Infinity, Infinity];
  placedTiers.forEach((tier, index) => {
    if (takesPart[index] === 0) return;
    first = Math.min(first, tier);
    if (!isAdded[index]) firstOld = Math.min(firstOld, tier);
  });
  return firstOld === Infinity ? first : firstOld;
}

interface Pending extends Pick<CatchUpRow, "state" | "waitsFor" | "waitsForTier"> {
  readonly index: number;
}

function stateOf(index: number, { graph, remaining }: Work, running: number): Omit<Pending, "index"> {
  const tier = remaining.placedTiers[index]!;
  const waitsFor: PhaseId[] = [];
  for (let link = graph.predecessorStart[index]!; link < graph.predecessorStart[index + 1]!; link++) {
    if (remaining.binds[link] === 1) waitsFor.push(graph.ids[graph.predecessors[link]!]!);
  }
  const waitsForTier = tier > running ? running : null;
  const isQueued = waitsFor.length > 0 || waitsForTier !== null;
  return { state: isQueued ? "queued" : tier === 0 ? "first" : "ready", waitsFor, waitsForTier };
}

type Choice = Pick<CatchUpRow, "pause" | "sideBySide" | "better">;

const NO_CHOICE: Choice = { pause: null, sideBySide: null, better: null };

function toRow({ index, ...row }: Pending, choice: Choice | null, { schedule }: Analysis, work: Work): CatchUpRow {
  const { id } = work.phases[index]!;
  const start = ticks(schedule.remaining.tiered.times.get(id)!.earliestStart);
  return {
    phase: id,
    tier: work.remaining.placedTiers[index]!,
    ...row,
    readyWeek: row.state === "queued" ? Math.floor(weeks(start)) + 1 : null,
    ...((row.state === "ready" && choice) || NO_CHOICE),
  };
}

/** Both ways to take in the new phases that can begin, all of them alike. */
function choose(ready: readonly number[], work: Work, running: number): Choice {
  const { remaining } = work;
  const placedTiers = Float64Array.from(remaining.placedTiers);
  for (const index of ready) placedTiers[index] = Math.max(placedTiers[index]!, running);
  const joined = { ...remaining, placedTiers };
  const sideBySide = endsOf(work, joined, running, remaining.durations.planned);
  const pause = pauseFor(ready, work, joined, running);
  if (pause === null) return { pause, sideBySide, better: null };
  // Pausing makes phases later and none earlier: it can only end as early.
  const isEarlier = sideBySide.planEnd < pause.planEnd || sideBySide.tierEnd < pause.tierEnd;
  return { pause, sideBySide, better: isEarlier ? "side-by-side" : "either" };
}

/** Null when nobody works in the tier, or nobody knows how far they are. */
function pauseFor(ready: readonly number[], work: Work, joined: Portion, running: number): CatchUpPause | null {
  const { phases, full } = work;
  const isNew = new Set(ready);
  const left = joined.durations.planned;
  const active = [...phases.keys()].filter(
    (index) =>
      phases[index]!.status === "in-progress" &&
      !isNew.has(index) &&
      joined.takesPart[index] === 1 &&
      joined.placedTiers[index] === running,
  );
  const shares = active.flatMap((index) => shareDone(full.durations.planned[index]!, left[index]!));
  if (shares.length === 0) return null;
  const least = Math.min(...shares);
  const planned = Float64Array.from(left);
  const catchUp = ready.map((index) => {
    const whole = full.durations.planned[index]!;
    return Math.max(0, Math.round(whole * least) - (whole - Math.min(whole, left[index]!)));
  });
  const pause = Math.max(...catchUp);
  for (const index of active) planned[index] = left[index]! + pause;
  // Who has caught up earlier waits for the others.
  ready.forEach((index, place) => (planned[index] = left[index]! + pause - catchUp[place]!));
  return {
    weeks: weeks(pause),
    progressPercent: weeks(ticks(100 * least)),
    paused: active.map((index) => phases[index]!.id),
    ...endsOf(work, joined, running, planned),
  };
}

const shareDone = (whole: number, left: number): number[] => (whole === 0 ? [] : [1 - Math.min(whole, left) / whole]);

function endsOf({ graph }: Work, portion: Portion, tier: number, planned: Float64Array): CatchUpEnds {
  const tiered = forwardPass(network("tiered", graph, portion), planned);
  let tierEnd = 0;
  portion.placedTiers.forEach((own, index) => {
    if (own === tier && portion.takesPart[index] === 1) tierEnd = Math.max(tierEnd, tiered.finish[index]!);
  });
  const dependencies = forwardPass(network("dependencies", graph, portion), planned);
  return {
    tierEnd: weeks(tierEnd),
    planEnd: weeks(tiered.makespan),
    dependenciesEnd: weeks(dependencies.makespan),
  };
}
