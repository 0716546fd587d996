import { z } from "zod";
import type { ReadJson } from "../src/render/read-json.js";
import { printedBy, type Mutable, type Same } from "./schema-parts.js";

const texts = z.array(z.string());
const weeks = z.number().min(0).describe("Weeks.");

const place = z
  .object({
    path: z.string(),
    line: z.int().min(1),
    column: z.int().min(1),
    endLine: z.int().min(1),
    endColumn: z.int().min(1),
  })
  .meta({ id: "place", description: "Lines and columns count from 1, in UTF-16 units; ends are exclusive." });

const contractItem = {
  name: z.string(),
  version: z.string().nullable().describe("As written, such as 1.2 or >= 2."),
  category: z.string().nullable().describe("Service, model, …, where the document says so."),
  place,
};

const phase = z.object({
  id: z.string(),
  label: z.string().describe("As a person says it: Phase 18, T-02."),
  kind: z.string().describe("phase, task, epic, …"),
  title: z.string(),
  parent: z.string().nullable(),
  places: z.array(place).describe("All mentions, the most specific first."),
  tier: z.object({ declared: z.number() }).nullable(),
  dependsOn: z.array(
    z.object({
      id: z.string(),
      evidence: z.enum(["explicit", "inferred"]),
      satisfied: z.boolean().describe("The author marked it as met."),
      note: z.string().nullable(),
      place,
    }),
  ),
  unresolved: z.array(z.object({ text: z.string(), place })),
  duration: z
    .object({
      low: weeks,
      high: weeks,
      weeks: weeks.describe("The value planned with, in weeks."),
      text: z.string(),
      fromWindow: z.boolean().describe("Taken from a declared window such as `Week 1-4`."),
    })
    .nullable(),
  window: z.object({ startWeek: z.number(), endWeek: z.number() }).nullable(),
  status: z.enum(["done", "in-progress", "not-started", "blocked", "paused", "deprecated", "tangent", "unknown"]),
  progressPercent: z.number().min(0).max(100).nullable(),
  remainingWeeks: weeks.nullable(),
  modifies: texts,
  outputs: texts,
  requires: texts,
  outputItems: z.array(z.object(contractItem)).describe("What it hands on to those who wait for it."),
  requirements: z
    .array(z.object({ ...contractItem, from: texts.describe("Ids of the phases that are said to provide it.") }))
    .describe("What it needs from other phases."),
  parallelWith: texts,
  children: z.object({ count: z.int().min(0), done: z.int().min(0) }),
});

const announcement = z.object({
  subject: z.string(),
  change: z.string(),
  announced: z.string().nullable().describe("YYYY-MM-DD"),
  effective: z.string().nullable().describe("YYYY-MM-DD"),
  phase: z.string().nullable(),
  affects: texts,
  migration: z.string().nullable(),
  place,
});

const service = z.object({
  service: z.string(),
  registered: z.boolean().describe("False for one that is only listed as owned by a phase."),
  ownerPhase: z.string().nullable(),
  version: z.string().nullable(),
  nextVersion: z.string().nullable(),
  status: z.string().nullable().describe("As written."),
  dependencies: texts.describe("Other services."),
  dependentPhases: texts,
  allPhasesDepend: z.boolean(),
  places: z.array(place).describe("All mentions, rows of a registry first."),
});

const lockLimit = z
  .object({
    text: z.string(),
    day: z.string().nullable().describe("YYYY-MM-DD"),
    week: z.number().nullable().describe("Counted from 1."),
    phase: z.string().nullable(),
    edge: z.enum(["start", "end"]).nullable(),
  })
  .describe("A day, a week, or the start or end of a phase; the text alone where it says none of them.");

const lock = z.object({
  service: z.string(),
  state: z
    .enum(["locked", "modifying", "creating", "frozen"])
    .describe("frozen: nobody may change it during these phases; else it is its holders' alone."),
  lockedBy: texts,
  from: lockLimit.nullable(),
  until: lockLimit.nullable(),
  place,
});

const claim = z.object({
  kind: z.enum([
    "total",
    "tier-window",
    "tier-completion",
    "window",
    "critical-path",
    "blocks",
    "independent",
    "parallel",
    "phases-done",
  ]),
  text: z.string(),
  phases: texts.describe("What it is about, in the order written; empty for the whole plan."),
  tier: z.number().nullable(),
  value: z
    .tuple([z.number(), z.number()])
    .nullable()
    .describe("Weeks of a total, first and last week of a window, done and all of a count."),
  place,
});

const read = z.object({
  schemaVersion: z.literal(1),
  phases: z.array(phase),
  services: z.array(service),
  locks: z.array(lock),
  announcements: z.array(announcement),
  claims: z.array(claim),
  notices: z.array(z.object({ message: z.string(), place })),
});

// Stops compiling when the schema and the type say different things.
const isTheType: Same<Mutable<z.infer<typeof read>>, Mutable<ReadJson>> = true;

/** The JSON Schema of what is read; fields may be added in later versions, so unknown ones are allowed. */
export function readJsonSchema(): object {
  void isTheType;
  return printedBy("read", "plan-gate read", read);
}
