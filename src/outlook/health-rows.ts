import type { HealthRow, Progress } from "../model/outlook.js";
import type { Schedule } from "../model/schedule.js";
import { forwardPass } from "../schedule/forward-pass.js";
import { network } from "../schedule/network.js";
import { ticks } from "../schedule/ticks.js";
import type { Work } from "./work.js";

/** 44 working days: what the assessment calls a long task and a high float. */
const LONG_WEEKS = 44 / 5;
const FEW = 0.05;
const ENOUGH = 0.95;
/** 600 working days: the delay by which the assessment tests the critical path. */
const TEST_WEEKS = 120;

/** What the checks look at beside the schedule. */
export interface HealthInput {
  readonly work: Work;
  readonly schedule: Schedule;
  readonly progress: Progress;
  /** Weeks from now in which what is left is to end; null without a target. */
  readonly targetWeeks: number | null;
}

/**
 * The fourteen checks of the Defense Contract Management Agency's schedule assessment (DCMA-EA PAM 200.1, 2012), as far
 * as a Markdown plan can answer them. Information, never a finding: most plans in Markdown are coarser than the
 * schedules that the thresholds were made for. Empty where nothing is left.
 */
export function healthRows(input: HealthInput): HealthRow[] {
  if (!input.work.remaining.takesPart.includes(1)) return [];
  return [
    isolated(input),
    notApplicable(2, "Leads", "links with negative lag", "0", "dependencies here have no lag"),
    notApplicable(3, "Lags", "links with lag / links", "≤ 5 %", "dependencies here have no lag"),
    finishToStart(input),
    notApplicable(5, "Hard constraints", "fixed dates / open phases", "≤ 5 %", "stated weeks never hold a phase here"),
    highFloat(input),
    negativeFloat(input),
    longPhases(input),
    notApplicable(9, "Invalid dates", "dates on the wrong side of today", "0", "the plan states no actual dates"),
    notApplicable(10, "Resources", "phases without owner / open phases", "informative", "owners are not read"),
    missed(input),
    criticalPathTest(input),
    pathIndex(input),
    executionIndex(input),
  ];
}

type Words = Pick<HealthRow, "number" | "check" | "formula" | "threshold" | "note">;

/** Open phases for which `isOffender` holds, over all open phases: at most 5 %. */
function shareOfOpen({ work }: HealthInput, words: Words, isOffender: (phase: number) => boolean): HealthRow {
  const open = [...work.phases.keys()].filter((phase) => work.remaining.takesPart[phase] === 1);
  const offenders = open.filter(isOffender);
  const value = offenders.length / open.length;
  return {
    ...words,
    found: ratio(offenders.length, open.length),
    value,
    state: value <= FEW ? "met" : "exceeded",
    phases: offenders.map((phase) => work.graph.ids[phase]!),
  };
}

const isolated = (input: HealthInput): HealthRow => {
  const { predecessorStart, successorStart } = input.work.graph;
  return shareOfOpen(
    input,
    {
      number: 1,
      check: "Logic",
      formula: "open phases that neither wait nor are waited for / open phases",
      threshold: "≤ 5 %",
      note: "a dependency may be missing",
    },
    (phase) =>
      predecessorStart[phase] === predecessorStart[phase + 1] && successorStart[phase] === successorStart[phase + 1],
  );
};

function finishToStart({ work }: HealthInput): HealthRow {
  const links = work.graph.predecessors.length;
  const words = {
    number: 4,
    check: "Finish to start",
    formula: "finish-to-start links / links",
    threshold: "≥ 90 %",
  };
  if (links === 0) return { ...notApplicable(4, words.check, words.formula, words.threshold, "no dependencies") };
  return {
    ...words,
    found: ratio(links, links),
    value: 1,
    state: "met",
    phases: [],
    note: "every dependency is read as finish to start",
  };
}

const highFloat = (input: HealthInput): HealthRow =>
  shareOfOpen(
    input,
    {
      number: 6,
      check: "High float",
      formula: "open phases with more than 8.8 weeks (44 working days) of float / open phases",
      threshold: "≤ 5 %",
      note: "they could start much later, or a dependency is missing",
    },
    (phase) => floatOf(input, phase) > LONG_WEEKS,
  );

function negativeFloat(input: HealthInput): HealthRow {
  const words = {
    check: "Negative float",
    formula: "open phases with less than no float to the target",
    threshold: "0",
  };
  const { targetWeeks, schedule, work } = input;
  if (targetWeeks === null)
    return notApplicable(7, words.check, words.formula, words.threshold, "no target configured");
  const slack = ticks(targetWeeks) - ticks(schedule.remaining.dependencies.makespan);
  const late = work.graph.ids.filter(
    (_, phase) => work.remaining.takesPart[phase] === 1 && ticks(floatOf(input, phase)) + slack < 0,
  );
  return {
    number: 7,
    ...words,
    found: String(late.length),
    value: late.length,
    state: late.length === 0 ? "met" : "exceeded",
    phases: late,
    note: "they end too late for the target",
  };
}

const longPhases = (input: HealthInput): HealthRow =>
  shareOfOpen(
    input,
    {
      number: 8,
      check: "Long phases",
      formula: "open phases longer than 8.8 weeks (44 working days) / open phases",
      threshold: "≤ 5 %",
      note: "split them to see progress sooner",
    },
    (phase) => (input.work.phases[phase]!.duration?.weeks ?? 0) > LONG_WEEKS,
  );

function missed({ work, schedule, progress }: HealthInput): HealthRow {
  const words = {
    check: "Missed phases",
    formula: "phases due by now that are not done / phases due by now",
    threshold: "≤ 5 %",
  };
  const due = dueByNow(work, schedule, progress);
  if (due === null) return notApplicable(11, words.check, words.formula, words.threshold, "no start day configured");
  if (due.length === 0) return notApplicable(11, words.check, words.formula, words.threshold, "nothing is due yet");
  const late = due.filter((phase) => work.remaining.takesPart[phase] === 1);
  const value = late.length / due.length;
  return {
    number: 11,
    ...words,
    found: ratio(late.length, due.length),
    value,
    state: value <= FEW ? "met" : "exceeded",
    phases: late.map((phase) => work.graph.ids[phase]!),
    note: "planned to be done by now",
  };
}

function criticalPathTest({ work, schedule }: HealthInput): HealthRow {
  const { criticalPath, makespan } = schedule.remaining.dependencies;
  const words = {
    check: "Critical path test",
    formula: "weeks the end moves when a critical phase takes 120 weeks (600 working days) longer",
    threshold: "120",
  };
  const tested = criticalPath.find((id) => work.remaining.takesPart[work.graph.indexOf.get(id)!] === 1);
  if (tested === undefined) return notApplicable(12, words.check, words.formula, words.threshold, "no critical path");
  const durations = Float64Array.from(work.remaining.durations.planned);
  durations[work.graph.indexOf.get(tested)!]! += ticks(TEST_WEEKS);
  const moved = forwardPass(network("dependencies", work.graph, work.remaining), durations).makespan - ticks(makespan);
  const isMet = moved === ticks(TEST_WEEKS);
  return {
    number: 12,
    ...words,
    found: String(moved / ticks(1)),
    value: moved / ticks(1),
    state: isMet ? "met" : "exceeded",
    phases: isMet ? [] : [tested],
    note: "no fixed date holds the end",
  };
}

function pathIndex({ schedule, targetWeeks }: HealthInput): HealthRow {
  const { makespan } = schedule.remaining.dependencies;
  const words = {
    check: "Critical path length index",
    formula: "(critical path + weeks to spare until the target) / critical path",
    threshold: "≥ 0.95",
  };
  if (targetWeeks === null)
    return notApplicable(13, words.check, words.formula, words.threshold, "no target configured");
  if (makespan === 0) return notApplicable(13, words.check, words.formula, words.threshold, "no critical path");
  return index(13, words, (makespan + (targetWeeks - makespan)) / makespan, "below 1 the target is missed");
}

function executionIndex({ work, schedule, progress }: HealthInput): HealthRow {
  const words = {
    check: "Baseline execution index",
    formula: "phases done / phases due by now",
    threshold: "≥ 0.95",
  };
  const due = dueByNow(work, schedule, progress);
  if (due === null) return notApplicable(14, words.check, words.formula, words.threshold, "no start day configured");
  if (due.length === 0) return notApplicable(14, words.check, words.formula, words.threshold, "nothing is due yet");
  const done = work.remaining.takesPart.reduce((count, takesPart) => count + (takesPart === 0 ? 1 : 0), 0);
  return index(14, words, done / due.length, "below 1 less is done than planned");
}

function index(
  number: number,
  words: Pick<HealthRow, "check" | "formula" | "threshold">,
  value: number,
  note: string,
): HealthRow {
  const found = value.toFixed(2);
  return { number, ...words, found, value, state: value >= ENOUGH ? "met" : "exceeded", phases: [], note };
}

/** Phases that the whole plan wanted done by the as-of day; null without a start day. */
function dueByNow(work: Work, schedule: Schedule, { schedule: planned }: Progress): number[] | null {
  if (planned === null) return null;
  const { times } = schedule.full[planned.model];
  return [...work.phases.keys()].filter(
    (phase) => times.get(work.graph.ids[phase]!)!.earliestFinish <= planned.elapsedWeeks,
  );
}

const floatOf = ({ work, schedule }: HealthInput, phase: number): number =>
  schedule.remaining.dependencies.times.get(work.graph.ids[phase]!)!.totalFloat;

const ratio = (part: number, all: number): string => `${part} of ${all} (${Math.round((100 * part) / all)} %)`;

const notApplicable = (number: number, check: string, formula: string, threshold: string, note: string): HealthRow => ({
  number,
  check,
  formula,
  threshold,
  found: null,
  value: null,
  state: "not-applicable",
  phases: [],
  note,
});
