import { z } from "zod";
import type { ScheduleReport } from "../src/model/schedule-report.js";
import { outlook } from "./outlook-schema.js";
import { place, printedBy, whatIf, type Mutable, type Same } from "./schema-parts.js";

const weeks = z.number().min(0).describe("Weeks.");
const weekFromZero = z.number().min(0).describe("Weeks from 0; week labels count from 1.");
const models = z.enum(["sequential", "tiered", "tieredComputed", "gated", "dependencies"]);

const modelTotals = z
  .object({ sequential: weeks, tiered: weeks, tieredComputed: weeks, gated: weeks, dependencies: weeks })
  .meta({ id: "modelTotals" });
const totals = z
  .object({ full: modelTotals, remaining: modelTotals })
  .meta({ id: "totals", description: "Of the whole plan, and of what is left." });

const phase = z.object({
  id: z.string(),
  label: z.string(),
  title: z.string(),
  place,
  status: z.enum(["done", "in-progress", "not-started", "blocked", "paused", "deprecated", "tangent", "unknown"]),
  over: z.boolean().describe("Done, or of the past."),
  tier: z.number().nullable().describe("As declared, else computed."),
  start: weekFromZero,
  finish: weekFromZero,
  float: weeks.describe("Weeks the phase may slip without moving the end."),
  critical: z.boolean(),
  nearCritical: z.boolean(),
  drivenBy: z.string().nullable().describe("The phase whose finish sets this start."),
});

const agents = z.object({
  agents: z.int().min(1),
  weeks,
  lowerBound: weeks.describe("No schedule with so many agents is shorter."),
  proven: z.boolean().describe("True when there is no shorter one."),
  utilisation: z.number().min(0).max(1).describe("Share of the agents' time that is work."),
  lanes: z.array(
    z.object({
      agent: z.int().min(1),
      phases: z.array(z.object({ id: z.string(), start: weekFromZero, finish: weekFromZero })),
    }),
  ),
});

const schedule = z.object({
  schemaVersion: z.literal(1),
  model: models,
  portion: z.enum(["full", "remaining"]),
  plans: z.array(
    z.object({
      name: z.string(),
      documents: z.array(z.string()),
      weeks: weeks.describe("From start to end, under the model."),
      low: weeks.describe("With every range at its low end."),
      high: weeks.describe("With every range at its high end."),
      criticalPath: z.array(z.string()),
      phases: z.array(phase).describe("By start."),
      unscheduled: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          title: z.string(),
          place,
          reason: z.enum(["cycle", "not-planned"]).describe("In or behind a cycle; a tangent, or deprecated."),
        }),
      ),
      withoutDuration: z.array(z.string()).describe("Counted as 0 weeks; where any, every total is a lower bound."),
      totals,
      before: totals.nullable().describe("Of the plan as written, where something was tried on it."),
      agents: agents.nullable(),
      depth: z
        .object({
          outlook: outlook.nullable(),
          activation: z
            .object({ advice: z.enum(["use", "optional", "not-worth-it"]), reasons: z.array(z.string()) })
            .nullable(),
          hasWeeks: z.boolean(),
          isLowerBound: z.boolean(),
        })
        .exactOptional()
        .describe("What the schedule of what is left means for people."),
    }),
  ),
  remarks: z.array(z.string()),
  whatIf,
});

// Stops compiling when the schema and the model say different things.
const isTheModel: Same<Mutable<z.infer<typeof schedule>>, Mutable<ScheduleReport>> = true;

/** The JSON Schema of a schedule; fields may be added in later versions, so unknown ones are allowed. */
export function scheduleJsonSchema(): object {
  void isTheModel;
  return printedBy("schedule", "plan-gate schedule", schedule);
}
