import type { PlanOutlook } from "../../model/outlook.js";
import type { InDepth } from "../../model/schedule-report.js";
import { formatWeeks, formatWindow, weeksInWords } from "./format-weeks.js";
import { listInWords } from "./list-in-words.js";
import { plural } from "./plural.js";
import { SCHEDULE_MODELS } from "./schedule-models.js";

/** One table of the outlook, ready to be written in any format: cells are safe where `safe` made them so. */
export interface OutlookTable {
  readonly title: string;
  readonly columns: readonly OutlookColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Sentences with what the table says in all; the program's words and safe text. */
  readonly remarks: readonly string[];
  /** One line for a reader who never heard of the words in the table. */
  readonly glossary: string;
}

export interface OutlookColumn {
  readonly title: string;
  readonly align?: "end";
}

/** A phase's name and any other text from the plan, made harmless for the format. */
export interface OutlookWords {
  readonly label: (id: string) => string;
}

const MAX_ROWS = 12;
const MAX_NAMES = 6;

/** The tables that have something to say about the plan, the most useful first. */
export function outlookTables({ outlook, hasWeeks, isLowerBound }: InDepth, words: OutlookWords): OutlookTable[] {
  if (outlook === null) return [];
  const inWeeks = [
    ...rangesTable(outlook),
    ...barrierTable(outlook, words),
    ...datesTable(outlook, words),
    ...chanceTable(outlook, words),
    ...startsTable(outlook, words),
  ];
  return [
    ...progressTable(outlook, hasWeeks),
    ...queueTable(outlook, words, hasWeeks),
    ...(hasWeeks ? [...(isLowerBound ? inWeeks.map(asLowerBound) : inWeeks), ...healthTable(outlook, words)] : []),
  ];
}

const asLowerBound = (table: OutlookTable): OutlookTable => ({
  ...table,
  remarks: [
    ...table.remarks,
    "Not less than shown: phases without a duration, or in or behind a dependency cycle, count as nothing.",
  ],
});

/** `Moving Phase 15, Phase 17 to Tier 3 would end the plan in week 95 instead of 112 under tier barriers.` */
function hintInWords({ tierHint }: PlanOutlook, { label }: OutlookWords): string | null {
  if (tierHint === null) return null;
  const byTier = new Map<number, string[]>();
  for (const { phase, to } of tierHint.moves) byTier.set(to, [...(byTier.get(to) ?? []), label(phase)]);
  const moves = [...byTier]
    .slice(0, MAX_NAMES)
    .map(([tier, phases]) => `${listInWords(phases, MAX_NAMES)} to Tier ${tier}`);
  const more = byTier.size > MAX_NAMES ? ", and others elsewhere," : "";
  return `Hint: moving ${moves.join("; ")}${more} would end the plan in week ${formatWeeks(Math.ceil(tierHint.hintedWeeks))} instead of ${formatWeeks(Math.ceil(tierHint.weeks))} under tier barriers.`;
}

function progressTable({ progress, isTiered }: PlanOutlook, hasWeeks: boolean): OutlookTable[] {
  const { plan, tiers, schedule } = progress;
  // A plan on which nobody has begun makes no progress to tell of.
  if (plan.done + plan.inProgress === 0 || plan.done + plan.inProgress + plan.ready + plan.waiting === 0) return [];
  const cells = (name: string, row: typeof plan, waits: readonly number[]) => [
    name,
    String(row.done),
    String(row.inProgress),
    String(row.ready),
    `${row.waiting}${waits.length > 0 ? ` (for Tier ${waits.join(", ")})` : ""}`,
    ...(hasWeeks ? [`${formatWeeks(row.earnedWeeks)} of ${formatWeeks(row.weeks)}`] : []),
    `${Math.round(row.percent)} %`,
  ];
  const shown = isTiered ? tiers : [];
  return [
    {
      title: "Progress",
      columns: [
        { title: "Tier" },
        { title: "Done", align: "end" },
        { title: "In progress", align: "end" },
        { title: "Ready", align: "end" },
        { title: "Waiting", align: "end" },
        ...(hasWeeks ? [{ title: "Weeks of work done", align: "end" } as const] : []),
        { title: "Share", align: "end" },
      ],
      rows: [
        ...shown.slice(0, MAX_ROWS).map((row) => cells(String(row.tier), row, row.waitsForTiers)),
        cells("all", plan, []),
      ],
      remarks: [...(schedule === null ? [] : [aheadInWords(schedule)]), ...more(shown.length, "tier")],
      glossary:
        "A tier is a group of phases that are worked on side by side. Ready: could begin today. Waiting: something else has to be done first.",
    },
  ];
}

function aheadInWords({ plannedWeeks, earnedWeeks, weeksAhead }: NonNullable<PlanOutlook["progress"]["schedule"]>) {
  const state =
    Math.abs(weeksAhead) < 0.05
      ? "in time"
      : `${weeksInWords(Math.abs(weeksAhead))} ${weeksAhead > 0 ? "ahead of" : "behind"} the plan`;
  return `By today ${weeksInWords(plannedWeeks)} of work were planned and ${formatWeeks(earnedWeeks)} are done: ${state}.`;
}

function queueTable({ queue, isTiered }: PlanOutlook, { label }: OutlookWords, hasWeeks: boolean): OutlookTable[] {
  if (queue.length === 0) return [];
  const start = (weeks: number) => String(Math.floor(weeks + 1e-6) + 1);
  return [
    {
      title: isTiered ? "Tier queue" : "Queue",
      columns: [
        { title: "Phase" },
        ...(isTiered ? [{ title: "Tier", align: "end" } as const] : []),
        { title: "Waits for" },
        ...(hasWeeks ? [{ title: "Ready in week", align: "end" } as const] : []),
        ...(hasWeeks && isTiered ? [{ title: "Tier begins in week", align: "end" } as const] : []),
      ],
      rows: queue
        .slice(0, MAX_ROWS)
        .map((row) => [
          label(row.phase),
          ...(isTiered ? [String(row.tier)] : []),
          [
            ...(row.waitsFor.length > 0 ? [listInWords(row.waitsFor.map(label), MAX_NAMES)] : []),
            ...(row.waitsForTier === null ? [] : [`Tier ${row.waitsForTier}`]),
          ].join("; "),
          ...(hasWeeks ? [start(row.ready)] : []),
          ...(hasWeeks && isTiered ? [start(row.readyByTiers)] : []),
        ]),
      remarks: more(queue.length, "phase"),
      glossary: `Phases that cannot begin yet${hasWeeks ? "; week 1 is the first week from now" : ""}${isTiered ? ". A phase is ready when all it depends on is done, but its tier begins only when every earlier tier is done" : ""}.`,
    },
  ];
}

function barrierTable(outlook: PlanOutlook, words: OutlookWords): OutlookTable[] {
  const { tierWaits, savings } = outlook;
  const hint = hintInWords(outlook, words);
  if (tierWaits.length === 0 && hint === null) return [];
  return [
    {
      title: "What tier barriers cost",
      columns: [
        { title: "Tier", align: "end" },
        { title: "Longest wait" },
        { title: "Weeks", align: "end" },
        { title: "All waits", align: "end" },
      ],
      rows: tierWaits
        .slice(0, MAX_ROWS)
        .map((row) => [
          String(row.tier),
          words.label(row.phase),
          formatWeeks(row.longestWait),
          formatWeeks(row.allWaits),
        ]),
      remarks: [
        ...more(tierWaits.length, "tier"),
        `The barriers move the end by ${weeksInWords(savings.barrierWeeks)}.`,
        ...(hint === null ? [] : [hint]),
      ],
      glossary:
        "Under tier barriers a phase waits until every phase of the tier before is done, even those it does not depend on. Shown are the weeks it waits beyond its own dependencies.",
    },
  ];
}

function datesTable({ dates }: PlanOutlook, { label }: OutlookWords): OutlookTable[] {
  if (dates === null) return [];
  const span = (first: string | null, last: string | null) =>
    first === null ? "–" : first === last ? first : `${first} to ${last}`;
  const rows = dates.phases.filter(({ forecastFirst }) => forecastFirst !== null);
  const { planned, forecast } = dates;
  return [
    {
      title: "Dates",
      columns: [{ title: "Phase" }, { title: "Weeks" }, { title: "Planned" }, { title: "Expected from today" }],
      rows: rows
        .slice(0, MAX_ROWS)
        .map((row) => [
          label(row.phase),
          formatWindow(row.plannedStart, row.plannedFinish),
          span(row.plannedFirst, row.plannedLast),
          span(row.forecastFirst, row.forecastLast),
        ]),
      remarks: [
        ...more(rows.length, "phase"),
        ...dates.tiers.slice(0, MAX_ROWS).map(({ tier, first, last }) => `Tier ${tier}: ${span(first, last)}.`),
        `The plan starts on ${dates.start} and was planned to end on ${planned.dependencies}${planned.tiered === planned.dependencies ? "" : ` (tier by tier on ${planned.tiered})`}${forecast === null ? "" : `; from today it is expected to end on ${forecast.dependencies}${forecast.tiered === forecast.dependencies ? "" : ` (tier by tier on ${forecast.tiered})`}`}.`,
      ],
      glossary:
        "Planned counts from the plan's start day, expected from today, both with every phase beginning as soon as what it depends on is done. A week is five working days.",
    },
  ];
}

function rangesTable({ ranges }: PlanOutlook): OutlookTable[] {
  if (ranges.every(({ low, high }) => low === high)) return [];
  return [
    {
      title: "What is left, in weeks",
      columns: [
        { title: "Worked on" },
        { title: "At least", align: "end" },
        { title: "Planned", align: "end" },
        { title: "At most", align: "end" },
      ],
      rows: ranges.map(({ model, low, weeks, high }) => [
        SCHEDULE_MODELS[model],
        formatWeeks(low),
        formatWeeks(weeks),
        formatWeeks(high),
      ]),
      remarks: [],
      glossary:
        "At least and at most count every stated range at its low and its high end; planned counts the end that the configuration names.",
    },
  ];
}

function chanceTable({ uncertainty, ranges }: PlanOutlook, { label }: OutlookWords): OutlookTable[] {
  const path = ranges.find(({ model }) => model === "dependencies");
  // Ranges of phases that never decide the end say nothing about it.
  if (uncertainty === null || path === undefined || path.low === path.high) return [];
  const { samples, p50, p80, p95, planHolds, criticality } = uncertainty;
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  const byShare = criticality.toSorted((one, other) => other.share - one.share);
  return [
    {
      title: "When it may end",
      columns: [{ title: "Phase" }, { title: "Decides the end in", align: "end" }],
      rows: byShare.slice(0, MAX_ROWS).map(({ phase, share }) => [label(phase), percent(share)]),
      remarks: [
        ...more(byShare.length, "phase"),
        `What is left takes at most ${weeksInWords(p50)} with a chance of 50 %, ${weeksInWords(p80)} with 80 %, ${weeksInWords(p95)} with 95 %; the planned weeks hold with ${percent(planHolds)}.`,
      ],
      glossary: `Found by working through the plan ${samples} times, each time with other durations from the stated ranges (middle values are likelier than the ends). A phase decides the end when a delay of it delays the plan.`,
    },
  ];
}

function startsTable({ starts, isTiered }: PlanOutlook, { label }: OutlookWords): OutlookTable[] {
  const rows = starts.filter(({ earlier, barrierWait }) => earlier > 0 || barrierWait > 0);
  if (rows.length === 0) return [];
  const week = (weeks: number) => String(Math.floor(weeks + 1e-6) + 1);
  return [
    {
      title: "First week of each phase",
      columns: [
        { title: "Phase" },
        { title: "One after the other", align: "end" },
        ...(isTiered ? [{ title: "Tier by tier", align: "end" } as const] : []),
        { title: "By dependencies", align: "end" },
        { title: "Weeks earlier", align: "end" },
      ],
      rows: rows
        .slice(0, MAX_ROWS)
        .map((row) => [
          label(row.phase),
          week(row.sequential),
          ...(isTiered ? [week(row.tiered)] : []),
          week(row.dependencies),
          formatWeeks(row.earlier),
        ]),
      remarks: [...more(rows.length, "phase")],
      glossary:
        "The week in which a phase can begin, counted from now. Weeks earlier: how much sooner by its dependencies alone than when phases are worked on one after the other in the order of the plan.",
    },
  ];
}

function healthTable({ health }: PlanOutlook, { label }: OutlookWords): OutlookTable[] {
  const known = health.filter(({ state }) => state !== "not-applicable");
  if (known.length === 0) return [];
  const reasons = new Map<string, string[]>();
  for (const { state, note, check } of health) {
    if (state === "not-applicable") reasons.set(note, [...(reasons.get(note) ?? []), check]);
  }
  return [
    {
      title: "Schedule health",
      columns: [
        { title: "Check" },
        { title: "What is counted" },
        { title: "Should be", align: "end" },
        { title: "Is", align: "end" },
        { title: "Phases" },
      ],
      rows: known.map((row) => [
        row.check,
        row.formula,
        row.threshold,
        `${row.found ?? "–"}${row.state === "exceeded" ? " (!)" : ""}`,
        row.phases.length === 0 ? "–" : `${listInWords(row.phases.map(label), MAX_NAMES)}: ${row.note}`,
      ]),
      remarks: [
        ...(reasons.size === 0
          ? []
          : [`Not applicable: ${[...reasons].map(([note, checks]) => `${checks.join(", ")} (${note})`).join("; ")}.`]),
      ],
      glossary:
        "Checks of the DCMA 14-point schedule assessment, made for large projects: a (!) is a place to look at, not a mistake. Float is how many weeks a phase can slip without moving the end.",
    },
  ];
}

const more = (count: number, what: string): string[] =>
  count > MAX_ROWS ? [`and ${plural(count - MAX_ROWS, `more ${what}`)}`] : [];
