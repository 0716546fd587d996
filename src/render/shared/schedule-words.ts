import type { ScheduleRow, ScheduleSheet } from "../../model/schedule-report.js";
import type { ScheduleModel } from "../../model/schedule.js";
import { formatWeeks, formatWindow, weeksInWords } from "./format-weeks.js";

export const PORTION_WORDS = { full: "the whole plan", remaining: "what is left" } as const;

/** Under the table of phases, for those who never heard of critical paths. */
export const PHASES_GLOSSARY =
  "Float is how many weeks a phase may slip before the end of the plan moves; critical phases have none. " +
  "“Starts after” names the phase whose end decides the start.";

/** Under the table of totals. */
export const TOTALS_GLOSSARY =
  "The same work organised in different ways: a tier starts when all of the tier before it is done; by dependencies " +
  "alone, each phase starts as soon as those it waits for are done.";

/** Under the table of agents. */
export const AGENTS_GLOSSARY =
  "An agent is a person or a team that works on one phase at a time. No plan of work with so many can be shorter than " +
  "the bound; where it is reached, the result is proven best.";

/** The phases to show: of what is left, those that are over are not shown. */
export const shownRows = ({ phases }: ScheduleSheet, portion: "full" | "remaining"): readonly ScheduleRow[] =>
  portion === "full" ? phases : phases.filter(({ over }) => !over);

/** `Week 1–4`; `after week 4` for what takes no time, `at the start` when that is at the start. */
export function weekLabel(start: number, finish: number): string {
  const window = formatWindow(start, finish);
  if (window === "–") return "at the start";
  return window.startsWith("after ") ? window.replace("after", "after week") : `Week ${window}`;
}

/** The cell behind a phase: whether its delay delays everything. */
export const criticalMark = ({ critical, nearCritical }: ScheduleRow): string =>
  critical ? "● critical" : nearCritical ? "○ nearly" : "";

/** `36 weeks`, `≥ 36 weeks` where something is missing in it. */
export const sheetWeeks = (sheet: ScheduleSheet): string =>
  `${isLowerBound(sheet) ? "≥ " : ""}${weeksInWords(sheet.weeks)}`;

/** `36`, or `31 → 36` where something was tried. */
export function totalCell(sheet: ScheduleSheet, portion: "full" | "remaining", model: ScheduleModel): string {
  const after = formatWeeks(sheet.totals[portion][model]);
  const before = sheet.before && formatWeeks(sheet.before[portion][model]);
  return before === null || before === after ? after : `${before} → ${after}`;
}

/** What makes the weeks of a sheet less than sure; `label` names a phase safely. */
export function sheetNotes(sheet: ScheduleSheet, list: (ids: readonly string[]) => string): string[] {
  const inCycle = sheet.unscheduled.filter(({ reason }) => reason === "cycle").map(({ id }) => id);
  const notPlanned = sheet.unscheduled.filter(({ reason }) => reason === "not-planned").map(({ id }) => id);
  return [
    sheet.low !== sheet.high &&
      `With every range at its low end ${weeksInWords(sheet.low)}, at its high end ${weeksInWords(sheet.high)}.`,
    sheet.withoutDuration.length > 0 && `≥: without a duration, counted as 0 weeks: ${list(sheet.withoutDuration)}.`,
    inCycle.length > 0 && `≥: in or behind a dependency cycle, without dates: ${list(inCycle)}.`,
    notPlanned.length > 0 && `Tangents and deprecated phases are not scheduled: ${list(notPlanned)}.`,
  ].filter((note) => note !== false);
}

const isLowerBound = ({ withoutDuration, unscheduled }: ScheduleSheet): boolean =>
  withoutDuration.length > 0 || unscheduled.some(({ reason }) => reason === "cycle");

/** `Phase 18`, for every phase of the sheet; the id itself for any other. */
export function sheetLabels({ phases, unscheduled }: ScheduleSheet): (id: string) => string {
  const labels = new Map([...phases, ...unscheduled].map(({ id, label }) => [id, label]));
  return (id) => labels.get(id) ?? id;
}
