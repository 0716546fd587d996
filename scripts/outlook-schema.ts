import { z } from "zod";

const weeks = z.number().describe("Weeks.");
const share = z.number().min(0).max(1).describe("From 0 to 1.");
const count = z.int().min(0);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const ids = z.array(z.string());
const model = z.enum(["sequential", "tiered", "tieredComputed", "gated", "dependencies"]);

const saving = z.object({ weeks, percent: z.number() });

const progressRow = {
  done: count,
  inProgress: count,
  ready: count,
  waiting: count,
  weeks,
  earnedWeeks: weeks,
  percent: z.number().min(0).max(100),
};

const progress = z.object({
  plan: z.object(progressRow),
  tiers: z.array(z.object({ ...progressRow, tier: z.number(), waitsForTiers: z.array(z.number()) })),
  schedule: z
    .object({
      model,
      elapsedWeeks: weeks,
      plannedWeeks: weeks,
      earnedWeeks: weeks,
      weeksAhead: weeks.describe("Negative when behind."),
    })
    .nullable()
    .describe("Null without a start day."),
});

const health = z.object({
  number: z.int().min(1).max(14).describe("Number of the check in the DCMA 14-point assessment."),
  check: z.string(),
  formula: z.string(),
  threshold: z.string(),
  found: z.string().nullable(),
  value: z.number().nullable(),
  state: z.enum(["met", "exceeded", "not-applicable"]),
  phases: ids,
  note: z.string(),
});

const ends = z.object({ dependencies: day, tiered: day });

/** The part of a report that says what the schedule means for the people who work by it. */
export const outlook = z
  .object({
    isTiered: z.boolean().describe("A phase declares a tier."),
    ranges: z.array(z.object({ model, low: weeks, weeks, high: weeks })),
    savings: z.object({ tiered: saving, dependencies: saving, barrierWeeks: weeks }),
    queue: z.array(
      z.object({
        phase: z.string(),
        tier: z.number(),
        waitsFor: ids,
        waitsForTier: z.number().nullable(),
        ready: weeks,
        readyByTiers: weeks,
      }),
    ),
    starts: z.array(
      z.object({
        phase: z.string(),
        sequential: weeks,
        tiered: weeks,
        dependencies: weeks,
        barrierWait: weeks,
        earlier: weeks.describe("Negative where plan order starts the phase sooner than its dependencies allow."),
      }),
    ),
    tierWaits: z.array(z.object({ tier: z.number(), phase: z.string(), longestWait: weeks, allWaits: weeks })),
    tierHint: z
      .object({
        moves: z.array(z.object({ phase: z.string(), from: z.number(), to: z.number() })),
        weeks,
        hintedWeeks: weeks,
      })
      .nullable(),
    uncertainty: z
      .object({
        samples: count,
        p50: weeks,
        p80: weeks,
        p95: weeks,
        planHolds: share,
        criticality: z.array(z.object({ phase: z.string(), share })),
      })
      .nullable(),
    progress,
    health: z.array(health),
    dates: z
      .object({
        start: day,
        phases: z.array(
          z.object({
            phase: z.string(),
            plannedStart: weeks,
            plannedFinish: weeks,
            plannedFirst: day,
            plannedLast: day,
            forecastFirst: day.nullable(),
            forecastLast: day.nullable(),
          }),
        ),
        tiers: z.array(z.object({ tier: z.number(), first: day, last: day })),
        planned: ends,
        forecast: ends.nullable(),
      })
      .nullable()
      .describe("Null without a start day."),
  })
  .meta({ id: "outlook", description: "Weeks from 0, of what is left unless a field says otherwise." });
