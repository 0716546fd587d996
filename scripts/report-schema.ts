import { z } from "zod";
import type { ChangeRow, Report } from "../src/model/report.js";
import { outlook } from "./outlook-schema.js";
import { place, printedBy, whatIf, type Mutable, type Same } from "./schema-parts.js";

const weeks = z.number().min(0).describe("Weeks.");
const ids = z.array(z.string());
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const severity = z.enum(["error", "warning", "notice"]);
const status = z.enum(["done", "in-progress", "not-started", "blocked", "paused", "deprecated", "tangent", "unknown"]);

const verdict = z.object({
  outcome: z.enum(["pass", "fail"]),
  errors: z.int().min(0),
  warnings: z.int().min(0),
  notices: z.int().min(0),
  alreadyOnBase: z.int().min(0).describe("Findings that base has already and that do not count."),
  waived: z.int().min(0),
  failOn: z.enum(["error", "warning", "never"]),
  gate: z.enum(["new", "all"]),
  asOf: day.describe("The calendar day (UTC) everything with a clock was judged by."),
  override: z
    .object({ label: z.string(), by: z.string().describe("Login."), at: z.string().describe("ISO 8601, UTC.") })
    .exactOptional()
    .describe("Who has opened the gate by a label in spite of the findings."),
});

const fix = z.object({
  title: z.string(),
  safety: z.enum(["safe", "review"]),
  edits: z.array(z.object({ place, newText: z.string() })),
  diff: z
    .array(
      z.object({
        path: z.string(),
        line: z.int().min(1),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    )
    .exactOptional()
    .describe("The whole lines that the edits change, for people to read."),
});

const finding = z
  .object({
    ruleId: z.string(),
    severity,
    message: z.string(),
    plan: z.string(),
    place,
    related: z.array(z.object({ place, message: z.string() })),
    phases: ids.describe("The phases involved, the one at fault first."),
    subject: z.string().nullable(),
    fingerprint: z.string().describe("Keeps its value when text moves."),
    isNew: z.boolean().describe("False when base has it already."),
    waivedBy: z.string().nullable().describe("Owner of the waiver; `accepted` has the rest."),
    fix: fix.nullable(),
    toPaste: z.string().exactOptional().describe("Markdown that would mend it, to paste."),
  })
  .meta({ id: "finding" });

const times = z
  .object({
    earliestStart: weeks,
    earliestFinish: weeks,
    latestStart: weeks,
    latestFinish: weeks,
    totalFloat: weeks,
    freeFloat: weeks,
    drag: weeks,
    critical: z.boolean(),
    nearCritical: z.boolean(),
    tieredStart: weeks,
    tieredFinish: weeks,
    drivenBy: z.string().nullable().exactOptional().describe("The phase whose finish sets the earliest start."),
  })
  .meta({ id: "times", description: "Weeks from 0; null for a phase in or behind a cycle." });

const phase = z.object({
  id: z.string(),
  label: z.string(),
  title: z.string(),
  place,
  status,
  progressPercent: z.number().nullable(),
  duration: z.object({ low: weeks, high: weeks, weeks }).nullable(),
  dependsOn: ids,
  tier: z.object({
    declared: z.number().nullable(),
    current: z.number().nullable(),
    structural: z.number().nullable(),
  }),
  full: times.nullable(),
  remaining: times.nullable(),
});

const totals = z
  .object({
    sequential: weeks,
    tiered: weeks,
    tieredComputed: weeks,
    gated: weeks,
    dependencies: weeks,
    criticalPath: ids,
    low: weeks,
    high: weeks,
    withoutDuration: ids.describe("Counted as 0 weeks; where any, every total is a lower bound."),
    unschedulable: ids.describe("In or behind a cycle, left out of every total."),
  })
  .meta({ id: "totals" });

const tier = z.object({
  tier: z.number(),
  phases: ids,
  longest: z.string().nullable(),
  state: z.enum(["done", "in-progress", "ready", "waiting"]),
  progressPercent: z.number(),
  startWeek: weeks,
  endWeek: weeks,
});

const agents = z.object({ agents: z.int().min(1), weeks, lowerBound: weeks, proven: z.boolean() });

const graph = z
  .object({
    phases: z.int().min(0),
    width: z.int().min(0).describe("Phases that can run side by side at most; where not exact, at least."),
    exact: z.boolean(),
    widest: ids,
    bottlenecks: ids.describe("Every chain of dependencies passes through them."),
  })
  .exactOptional()
  .describe("What the dependencies of what is left allow.");

/** An open set for readers: a later version may tell more kinds of changes. */
const changeKind = z.string() as unknown as z.ZodType<ChangeRow["kind"]>;

const shiftSide = z.object({
  tier: z.number().nullable(),
  start: weeks.nullable(),
  finish: weeks.nullable(),
  critical: z.boolean(),
});

const cell = z.union([z.string(), z.number()]).nullable();

const catchUpEnds = {
  tierEnd: weeks.describe("End of the tier under way, tier by tier."),
  planEnd: weeks.describe("End of the plan, tier by tier."),
  dependenciesEnd: weeks.describe("End of the plan by dependencies alone."),
};

const catchUp = z.object({
  phase: z.string(),
  tier: z.number(),
  state: z.enum(["first", "ready", "queued"]),
  waitsFor: ids.describe("Open phases it depends on."),
  waitsForTier: z.number().nullable(),
  readyWeek: z.int().nullable().describe("Week from now, counted from 1, in which its tier begins; null: at once."),
  pause: z
    .object({
      ...catchUpEnds,
      weeks: weeks.describe("How long the paused phases stand still."),
      progressPercent: z.number().describe("How far the least advanced of them is."),
      paused: ids,
    })
    .nullable(),
  sideBySide: z.object(catchUpEnds).nullable(),
  better: z.enum(["side-by-side", "either"]).nullable(),
});

export const change = z.object({
  criticalPathWeeks: z.object({ base: weeks, head: weeks }),
  criticalPath: z.object({ base: ids, head: ids }),
  tieredWeeks: z.object({ base: weeks, head: weeks }),
  changes: z.array(
    z.object({ kind: changeKind, phase: z.string().nullable(), subject: z.string().nullable(), from: cell, to: cell }),
  ),
  shifts: z
    .array(z.object({ phase: z.string(), base: shiftSide.nullable(), head: shiftSide.nullable() }))
    .exactOptional(),
  catchUp: z.array(catchUp).describe("Phases added while work is under way, in a plan that declares tiers."),
});

export const plan = z.object({
  name: z.string(),
  documents: z.array(z.string()),
  phases: z.array(phase),
  totals: z.object({ full: totals, remaining: totals }),
  tiers: z.array(tier),
  agents: z.array(agents),
  team: agents.exactOptional().describe("With as many agents as the team says are at work."),
  graph,
  change: change.nullable(),
  activation: z
    .object({ advice: z.enum(["use", "optional", "not-worth-it"]), reasons: z.array(z.string()) })
    .nullable(),
  outlook: outlook.exactOptional(),
  nextBreakingChange: z
    .object({
      subject: z.string(),
      effective: day,
      daysLeft: z.int().min(0).describe("Calendar days from the as-of day."),
    })
    .exactOptional()
    .describe("The breaking change that takes effect next."),
});

const report = z.object({
  schemaVersion: z.literal(1),
  verdict,
  findings: z.array(finding),
  plans: z.array(plan),
  accepted: z
    .array(
      z.object({
        finding: z.string().describe("Fingerprint of the finding."),
        owner: z.string(),
        reason: z.string(),
        expires: day,
        daysLeft: z.int().min(0),
      }),
    )
    .exactOptional()
    .describe("What the team has accepted for a time: a row for each waived finding."),
  rules: z.array(
    z.object({
      id: z.string(),
      summary: z.string(),
      severity: z.enum(["error", "warning", "notice", "off"]),
      about: z.enum(["plan", "change", "policy"]),
    }),
  ),
  remarks: z.array(z.string()),
  whatIf,
});

// Stops compiling when the schema and the model say different things.
const isTheModel: Same<Mutable<z.infer<typeof report>>, Mutable<Report>> = true;

/** The JSON Schema of a report; fields may be added in later versions, so unknown ones are allowed. */
export function reportJsonSchema(): object {
  void isTheModel;
  return printedBy("check", "plan-gate report", report);
}
