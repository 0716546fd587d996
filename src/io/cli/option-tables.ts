import type { DiffFormat, Format, GraphFormat, ScheduleFormat } from "../../render/index.js";
import { diffRenderers, graphRenderers, renderers, scheduleRenderers } from "../../render/index.js";
import type { ScheduleModel } from "../../model/schedule.js";
import type { CommandName } from "./command.js";
import { SCHEMAS, type SchemaName } from "./schemas.js";

/**
 * What an option takes: nothing, any one value, a file, a folder, a revision or file, one of these words, or any value
 * each time it is given.
 */
export type OptionKind = "flag" | "value" | "file" | "folder" | "base" | "values" | readonly string[];

/** What a command takes beside its options: files, a folder, two states of plans, one of these words. */
export type ArgumentKind = "files" | "folder" | "states" | "lines" | readonly string[];

/** One command as the parser, the completion and the tests know it. */
export interface CommandTable {
  /** What it is for, in a few words without quotation marks. */
  readonly about: string;
  readonly options: Readonly<Record<string, OptionKind>>;
  readonly takes: ArgumentKind;
}

export const REPORT_FORMATS = Object.keys(renderers) as readonly Format[];
export const SCHEDULE_FORMATS = Object.keys(scheduleRenderers) as readonly ScheduleFormat[];
export const GRAPH_FORMATS = Object.keys(graphRenderers) as readonly GraphFormat[];
export const DIFF_FORMATS = Object.keys(diffRenderers) as readonly DiffFormat[];
export const TEXT_FORMATS = ["text", "json"] as const;
export const FAIL_ON = ["error", "warning", "never"] as const;
export const GATES = ["new", "all"] as const;
export const SHELLS = ["bash", "zsh", "fish"] as const;
export const SCHEMA_NAMES = Object.keys(SCHEMAS) as readonly SchemaName[];

/** The words for `--model`, and the model of the schedule that each means. */
export const MODELS: Readonly<Record<string, ScheduleModel>> = {
  dependencies: "dependencies",
  tiered: "tiered",
  "tiered-computed": "tieredComputed",
  gated: "gated",
  sequential: "sequential",
};

const EVERYWHERE = { help: "flag" } as const;
const CONFIG = { config: "file", "no-config": "flag" } as const;
/** The options that try a change without editing the plan. */
const WHAT_IF_OPTIONS = {
  set: "values",
  drop: "values",
  "add-dependency": "values",
  "remove-dependency": "values",
} as const;
const QUIET = { quiet: "flag" } as const;

/** Every command by name, in the order of the help. */
export const COMMANDS = {
  check: {
    about: "judge plans: tiers, cycles, schedule, breaking changes",
    options: {
      ...EVERYWHERE,
      base: "base",
      ...CONFIG,
      "fail-on": FAIL_ON,
      gate: GATES,
      "as-of": "value",
      format: REPORT_FORMATS,
      comment: "flag",
      depth: "flag",
      watch: "flag",
      ...QUIET,
      ...WHAT_IF_OPTIONS,
    },
    takes: "files",
  },
  schedule: {
    about: "show who can start when, and what decides the end",
    options: {
      ...EVERYWHERE,
      ...CONFIG,
      model: Object.keys(MODELS),
      full: "flag",
      remaining: "flag",
      agents: "value",
      "as-of": "value",
      format: SCHEDULE_FORMATS,
      ...QUIET,
      ...WHAT_IF_OPTIONS,
    },
    takes: "files",
  },
  graph: {
    about: "draw what waits for what, as Mermaid, DOT or SVG",
    options: { ...EVERYWHERE, base: "base", ...CONFIG, format: GRAPH_FORMATS, ...QUIET },
    takes: "files",
  },
  diff: {
    about: "show what has changed between two states of plans",
    options: { ...EVERYWHERE, ...CONFIG, format: DIFF_FORMATS, ...QUIET },
    takes: "states",
  },
  read: {
    about: "show what is read out of documents, without judging",
    options: { ...EVERYWHERE, ...CONFIG, format: TEXT_FORMATS, ...QUIET },
    takes: "files",
  },
  explain: {
    about: "show what is made of one line, or what a rule wants",
    options: { ...EVERYWHERE, ...CONFIG, format: TEXT_FORMATS, ...QUIET },
    takes: "lines",
  },
  fix: {
    about: "make the edits that findings offer",
    options: {
      ...EVERYWHERE,
      base: "base",
      ...CONFIG,
      "as-of": "value",
      all: "flag",
      "dry-run": "flag",
      ...QUIET,
    },
    takes: "files",
  },
  sync: {
    about: "write the managed sections of plans again",
    options: { ...EVERYWHERE, ...CONFIG, check: "flag", stdout: "flag", ...QUIET },
    takes: "files",
  },
  badge: {
    about: "write badges as SVG files, and print the Markdown to paste",
    options: { ...EVERYWHERE, out: "folder", ...CONFIG, "as-of": "value", ...QUIET },
    takes: "files",
  },
  report: {
    about: "write the plan as a page to look at and to try durations on",
    options: { ...EVERYWHERE, html: "file", base: "base", ...CONFIG, "as-of": "value", ...QUIET },
    takes: "files",
  },
  doctor: {
    about: "say what is wrong with the set-up of the gate",
    options: { ...EVERYWHERE, repo: "value", branch: "value", format: TEXT_FORMATS },
    takes: "folder",
  },
  init: {
    about: "set the gate up: workflow, configuration, a first managed section",
    options: { ...EVERYWHERE, pin: "value", yes: "flag" },
    takes: "folder",
  },
  schema: {
    about: "print the JSON Schema of an output or of the configuration",
    options: EVERYWHERE,
    takes: SCHEMA_NAMES,
  },
  completion: { about: "print the script that completes command lines in a shell", options: EVERYWHERE, takes: SHELLS },
} as const satisfies Readonly<Record<CommandName, CommandTable>>;

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];
