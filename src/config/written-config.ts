import { z } from "zod";
import { limits } from "../model/limits.js";
import { PRESETS } from "./config.js";
import { isCostlyGlob } from "./is-costly-glob.js";
import { nearestWord } from "./nearest-word.js";

const MOST_DAYS = 366;
const MOST_WEEKS = 520;
const MOST_AGENTS = 1000;

const choice = <const Options extends readonly string[]>(options: Options) =>
  z.enum(options, `expected one of ${options.join(", ")}`);

const glob = z
  .string()
  .min(1, "expected a glob, found an empty text")
  .max(limits.globCharacters, `expected a glob of at most ${limits.globCharacters} characters`)
  .regex(/^(?!!?(?:[^/]*\/)*\.\.(?:\/|$))/, "expected a glob inside the repository, without `..`")
  .refine(
    (text) => !isCostlyGlob(text),
    `expected a glob with at most ${limits.wildcardsInName} \`*\` in a name and ${limits.globstars} \`**\`, none of them in parentheses`,
  )
  .describe("A glob from the repository's root, such as `docs/**/PLAN.md`; `!` in front takes documents out again.");

/** A number of weeks, or a text such as `10 days`, `4 weeks`, `1 month`. */
export const LENGTH_OF_TIME = /^\s*(\d{1,6}(?:\.\d{1,6})?)\s*(hour|day|week|sprint|month|quarter|year)s?\s*$/i;

const LENGTH_EXPECTED = "expected a length of time such as `4 weeks`, or a number of weeks";

const lengthOfTime = z.union(
  [
    z.number().min(0, LENGTH_EXPECTED).max(MOST_WEEKS, LENGTH_EXPECTED),
    z.string().regex(LENGTH_OF_TIME, LENGTH_EXPECTED),
  ],
  LENGTH_EXPECTED,
);

const DAY_EXPECTED = "expected a calendar day such as `2026-03-30`";

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: DAY_EXPECTED, abort: true })
  .refine((text) => isDay(text), DAY_EXPECTED);

/** False for a day that does not exist: written back, `2026-02-30` is another one. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const start = day.describe(
  "First day of the first week of plans that name none of their own. With it, days stand beside weeks in the report.",
);
const target = lengthOfTime.describe(
  "Length of time in which a plan is to end, from its start day, or from now where it has none. Judges the schedule's health.",
);

const agents = z
  .int("expected a whole number of people or teams")
  .min(1, "expected at least 1")
  .max(MOST_AGENTS, `expected at most ${MOST_AGENTS}`);

const namedPlan = z
  .strictObject({
    name: z.string().trim().min(1, "expected a name").max(200).describe("Name of the plan in reports."),
    documents: z
      .array(glob)
      .min(1, "expected at least one glob")
      .max(limits.globsOfPlan, `expected at most ${limits.globsOfPlan} globs`)
      .refine(
        (globs) => globs.some((one) => !one.startsWith("!")),
        "expected at least one glob that takes documents in",
      )
      .describe("Globs of the documents that make up this plan, read in this order."),
    status: glob
      .regex(/^[^*?[\]{}()!]+$/, "expected the path of one document, without wildcards")
      .optional()
      .describe(
        "Path of the document that says how far this plan is, such as `docs/status.md`. It is read with the others; its " +
          "statuses and progress count, and where another document says otherwise, `conflicting-facts` names both places.",
      ),
    start: day.optional().describe("First day of this plan's first week."),
    target: lengthOfTime.optional().describe("Length of time in which this plan is to end."),
    agents: agents.optional().describe("How many people or teams work on this plan at once."),
  })
  .describe("Several documents that are read as one plan.");

/** A fraction above 0 such as `1/40`. */
export const FRACTION = /^\s*(0{0,5}[1-9]\d{0,5})\s*\/\s*(0{0,5}[1-9]\d{0,5})\s*$/;

const WEEKS_EXPECTED = "expected a number of weeks above 0, or a fraction such as `1/40`";

const weeksInOne = (unit: string) =>
  z
    .union(
      [z.number().gt(0, WEEKS_EXPECTED).max(MOST_WEEKS, WEEKS_EXPECTED), z.string().regex(FRACTION, WEEKS_EXPECTED)],
      WEEKS_EXPECTED,
    )
    .optional()
    .describe(`Weeks in one ${unit}.`);

const plans = z
  .array(z.union([glob, namedPlan], "expected a glob, or a plan with `name` and `documents`"))
  .min(1, "expected at least one glob or plan")
  .max(limits.plans, `expected at most ${limits.plans} globs and plans`)
  .superRefine((entries, context) => {
    const names = new Set<string>();
    for (const [index, entry] of entries.entries()) {
      if (typeof entry === "string") continue;
      if (names.has(entry.name)) {
        context.addIssue({ code: "custom", path: [index, "name"], message: "expected a name of its own" });
      }
      names.add(entry.name);
    }
  })
  .describe(
    "Which documents are plans. A glob makes every document it matches a plan of its own; an entry with `name` and " +
      "`documents` reads several documents as one plan. With exclusions only, they are taken out of the built-in globs.",
  );
const failOn = choice(["error", "warning", "never"]).describe(
  "The least severity that makes the gate fail. Default: error.",
);
const gate = choice(["new", "all"]).describe(
  "Which findings count: only those that base does not have (`new`, the default), or `all`.",
);
const wholeDays = z
  .int("expected a whole number of days")
  .min(0, "expected at least 0 days")
  .max(MOST_DAYS, `expected at most ${MOST_DAYS} days`);
const announcementDays = wholeDays.describe(
  "Least calendar days between the announcement of a breaking change and its effect. Default: 14.",
);

const overrideLabels = z
  .array(z.string().trim().min(1, "expected the name of a label").max(50, "expected the name of a label"))
  .max(limits.overrideLabels, `expected at most ${limits.overrideLabels} labels`)
  .describe(
    "Labels of a pull request that open the gate, findings or not. Who has set the label and when is read from GitHub " +
      "and stands in the first line of the report.",
  );

const shortText = (what: string) =>
  z.string(`expected ${what}`).trim().min(1, `expected ${what}`).max(500, `expected ${what} of at most 500 characters`);

/** What a team has agreed to live with, for a time. Its end is held against the calendar when it is applied. */
const waiver = (ruleIds: readonly string[]) =>
  z
    .strictObject({
      rule: z
        .enum(ruleIds, { error: ({ input }) => unknownRule(input, ruleIds) })
        .describe("Id of the rule whose finding is accepted."),
      phase: z
        .union([z.string().trim().min(1).max(200), z.int().transform(String)], "expected the id of a phase")
        .optional()
        .describe("Id of the phase that the finding is about, such as `15`."),
      subject: shortText("what the finding names")
        .optional()
        .describe("What the finding names beside its phases, such as a service; `subject` in the JSON report."),
      plan: shortText("the name of a plan").optional().describe("Name of the plan; any, when left out."),
      reason: shortText("a reason").describe("Why this is accepted, for those who read it in the report."),
      owner: shortText("an owner").describe("Who answers for it."),
      expires: day.describe("Last day on which it holds, at most 90 days ahead."),
    })
    .refine(({ phase, subject }) => phase !== undefined || subject !== undefined, {
      error: "expected a `phase`, a `subject` or both: what a waiver is about",
    });

function unknownRule(written: unknown, ruleIds: readonly string[]): string {
  const nearest = typeof written === "string" ? nearestWord(written, ruleIds) : null;
  return nearest === null
    ? "expected the id of a rule"
    : `expected the id of a rule, perhaps ${JSON.stringify(nearest)}`;
}

/** The keys that a command line flag or an action input may set as well. */
export const overridable = {
  plans,
  "fail-on": failOn,
  gate,
  "announcement-days": announcementDays,
  "override-labels": overrideLabels,
};

/** What a team may write into the configuration file. The rules there are come from outside: config knows none. */
export const writtenConfig = (ruleIds: readonly string[]) =>
  z
    .strictObject({
      plans: plans.optional(),
      preset: choice(PRESETS)
        .optional()
        .describe(
          "How severe rules are that `rules` does not name: as each rule suggests (`recommended`, the default), warnings " +
            "as errors (`strict`), or errors as warnings (`advisory`).",
        ),
      rules: z
        .strictObject(Object.fromEntries(ruleIds.map((id) => [id, ruleSetting(id).optional()])))
        .optional()
        .describe("Severity of single rules, or `severity` and options of the rule; what is not named keeps its own."),
      "fail-on": failOn.optional(),
      gate: gate.optional(),
      "announcement-days": announcementDays.optional(),
      "deprecation-days": wholeDays
        .optional()
        .describe("Least calendar days between the deprecation of something and its removal. Default: 28."),
      waivers: z
        .array(waiver(ruleIds))
        .max(limits.waivers, `expected at most ${limits.waivers} waivers`)
        .optional()
        .describe(
          "Findings that are accepted for a time, each with `rule`, `phase` or `subject` or both, `reason`, `owner` and " +
            "`expires` (at most 90 days ahead), and `plan` where several plans have such a phase. They stay in the report and do not count.",
        ),
      "override-labels": overrideLabels.optional(),
      "allow-author-override": z
        .boolean("expected true or false")
        .optional()
        .describe("Whether an override label counts that the author of the pull request has set. Default: false."),
      "blocker-threshold": z
        .int("expected a whole number of phases")
        .min(1)
        .max(1000)
        .optional()
        .describe("A phase that waits for nobody is Tier 0 when at least this many phases depend on it. Default: 3."),
      "short-phase": lengthOfTime
        .optional()
        .describe("Longest phase after which another may be sequenced inside its tier. Default: 4 weeks."),
      "near-critical": lengthOfTime
        .optional()
        .describe("Largest total float that still counts as near-critical. Default: 2 weeks."),
      estimate: choice(["high", "mid", "low"])
        .optional()
        .describe("Which end of a range such as `2-3 weeks` is planned with. Default: high."),
      "weeks-per": z
        .strictObject({
          hour: weeksInOne("hour"),
          day: weeksInOne("day"),
          week: z.literal(1, "a week is 1 by definition").optional().describe("1 by definition."),
          sprint: weeksInOne("sprint"),
          month: weeksInOne("month"),
          quarter: weeksInOne("quarter"),
          year: weeksInOne("year"),
        })
        .optional()
        .describe(
          "How long the units of durations are. Default: hour 1/40, day 1/5, sprint 2, month 4, quarter 12, year 48.",
        ),
      start: start.optional(),
      target: target.optional(),
      holidays: z
        .array(day)
        .max(limits.holidays, `expected at most ${limits.holidays} days`)
        .optional()
        .describe("Days off beside Saturdays and Sundays, such as `2026-12-25`."),
      agents: agents
        .optional()
        .describe(
          "How many people or teams work at once, on plans that say nothing of their own. The headline and the advice on " +
            "working by tiers then count with them.",
        ),
      level: z
        .string()
        .trim()
        .regex(/^[\p{L}][\p{L} -]*$/u, "expected the word of an item, such as `phase` or `task`")
        .max(40)
        .optional()
        .describe("Word of the items to schedule where a document nests them, such as `phase` or `task`."),
    })
    .describe("Configuration of plan-gate.");

/** One configuration file, keys as they are written. */
export type WrittenConfig = z.output<ReturnType<typeof writtenConfig>>;

const MOST_HANDOFF_GLOBS = 10;
const HANDOFF_EXPECTED = "expected a glob with `{from}` and `{to}`, such as `test/phase_{from}_to_phase_{to}_*`";
const handoffGlob = glob.refine((text) => text.includes("{from}") && text.includes("{to}"), HANDOFF_EXPECTED);

/** What single rules can be told beside their severity, by rule and option. */
const ruleOptions: Readonly<Record<string, z.core.$ZodLooseShape>> = {
  "critical-path-growth": {
    allowance: lengthOfTime
      .optional()
      .describe("Length of time by which the critical path may grow in one change. Default: 0 weeks."),
  },
  "missing-checkpoint": {
    tests: z
      .union([handoffGlob, z.array(handoffGlob).min(1, HANDOFF_EXPECTED).max(MOST_HANDOFF_GLOBS)], HANDOFF_EXPECTED)
      .optional()
      .describe(
        "Globs of test files that cover a handoff between two phases, with `{from}` and `{to}` for their ids, such as " +
          "`test/handoffs/phase_{from}_to_phase_{to}_*`. A handoff with such a file needs no entry in the plan.",
      ),
  },
};

/** The keys that the long form of a rule's setting may have. */
export const ruleSettingKeys = (id: string): string[] => ["severity", ...Object.keys(optionsOf(id))];

const optionsOf = (id: string) => (Object.hasOwn(ruleOptions, id) ? ruleOptions[id]! : {});

const ruleSetting = (id: string) => {
  const severity = choice(["off", "notice", "warning", "error"]).describe(
    `Severity of findings of ${id}; \`off\` does not run it.`,
  );
  // The long form comes first: what is wrong inside of it is then told, and not that it is no word.
  return z
    .union(
      [z.strictObject({ severity: severity.optional(), ...optionsOf(id) }), severity],
      "expected one of off, notice, warning, error, or `severity` and options",
    )
    .describe(`What to do about ${id}.`);
};
