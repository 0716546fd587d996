import { nearestWord } from "../../config/nearest-word.js";
import type { ScheduleModel } from "../../model/schedule.js";
import { renderers, scheduleRenderers, type Format, type ScheduleFormat } from "../../render/index.js";
import { badArguments } from "./bad-arguments.js";
import type {
  BadgeCommand,
  CheckCommand,
  Command,
  CommandName,
  ConfigChoice,
  DoctorCommand,
  ExplainCommand,
  ExplainRuleCommand,
  FixCommand,
  HelpTopic,
  InitCommand,
  ReadCommand,
  ReportCommand,
  ScheduleCommand,
  SyncCommand,
} from "./command.js";
import { readOptions, seeHelp, unknownWord, type GivenArguments, type OptionKind } from "./read-options.js";
import { WHAT_IF_OPTIONS, whatIfs } from "./what-if-options.js";

type Values = GivenArguments["values"];

interface CommandEntry {
  readonly options: Readonly<Record<string, OptionKind>>;
  readonly understand: (given: GivenArguments) => Command;
}

const EVERYWHERE = { help: "flag" } as const;
const CONFIG = { config: "value", "no-config": "flag" } as const;

/** Every command with its options, by name, in the order of the help. */
const COMMANDS: Readonly<Record<CommandName, CommandEntry>> = {
  check: {
    options: {
      ...EVERYWHERE,
      base: "value",
      ...CONFIG,
      "fail-on": "value",
      gate: "value",
      "as-of": "value",
      format: "value",
      comment: "flag",
      depth: "flag",
      ...WHAT_IF_OPTIONS,
    },
    understand: checkCommand,
  },
  schedule: {
    options: {
      ...EVERYWHERE,
      ...CONFIG,
      model: "value",
      full: "flag",
      remaining: "flag",
      agents: "value",
      "as-of": "value",
      format: "value",
      ...WHAT_IF_OPTIONS,
    },
    understand: scheduleCommand,
  },
  read: { options: { ...EVERYWHERE, ...CONFIG, format: "value" }, understand: readCommand },
  explain: { options: { ...EVERYWHERE, ...CONFIG, format: "value" }, understand: explainCommand },
  sync: { options: { ...EVERYWHERE, ...CONFIG, check: "flag", stdout: "flag" }, understand: syncCommand },
  fix: {
    options: { ...EVERYWHERE, base: "value", ...CONFIG, "as-of": "value", all: "flag", "dry-run": "flag" },
    understand: fixCommand,
  },
  badge: { options: { ...EVERYWHERE, out: "value", ...CONFIG, "as-of": "value" }, understand: badgeCommand },
  report: {
    options: { ...EVERYWHERE, html: "value", base: "value", ...CONFIG, "as-of": "value" },
    understand: reportCommand,
  },
  doctor: { options: { ...EVERYWHERE, repo: "value", branch: "value", format: "value" }, understand: doctorCommand },
  init: { options: { ...EVERYWHERE, pin: "value", yes: "flag" }, understand: initCommand },
};
const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[];
const REPORT_FORMATS = Object.keys(renderers) as Format[];
const SCHEDULE_FORMATS = Object.keys(scheduleRenderers) as ScheduleFormat[];

/** The words for `--model`, and the model of the schedule that each means. */
const MODELS: Readonly<Record<string, ScheduleModel>> = {
  dependencies: "dependencies",
  tiered: "tiered",
  "tiered-computed": "tieredComputed",
  gated: "gated",
  sequential: "sequential",
};

const MOST_AGENTS = 32;

/** Understands the arguments after the program's name. Throws a SetupError `bad-arguments` for what it cannot. */
export function parseCommandLine(args: readonly string[]): Command {
  const [first, ...rest] = args;
  const name = COMMAND_NAMES.find((command) => command === first);
  if (name) {
    const { options, understand } = COMMANDS[name];
    const given = readOptions(name, options, rest);
    return given.values.has("help") ? { kind: "help", about: name } : understand(given);
  }
  if (first === "help") return { kind: "help", about: helpTopic(rest) };
  if (first !== undefined && !first.startsWith("-")) throw unknownWord("command", first, [...COMMAND_NAMES, "help"]);
  const { values } = readOptions("plan-gate", { ...EVERYWHERE, version: "flag" }, args);
  if (values.has("version")) return { kind: "version" };
  if (values.has("help")) return { kind: "help", about: "plan-gate" };
  throw badArguments(
    "plan-gate needs a command.",
    "Use `plan-gate check` to judge plans or `plan-gate read` to see what is read.",
  );
}

function helpTopic([topic]: readonly string[]): HelpTopic {
  if (topic === undefined || topic === "plan-gate") return "plan-gate";
  const name = COMMAND_NAMES.find((command) => command === topic);
  if (name) return name;
  throw unknownWord("command", topic, COMMAND_NAMES);
}

function checkCommand({ values, files, repeated }: GivenArguments): CheckCommand {
  const format = oneOf(values, "format", REPORT_FORMATS) ?? "text";
  if (values.has("comment") && format !== "text") {
    throw badArguments(
      "--comment adds the comment to the text report only.",
      "Use --format markdown to get the comment alone.",
    );
  }
  if (values.has("depth") && format !== "text") {
    throw badArguments(
      "--depth adds tables to the text report only.",
      "The formats markdown and json have them always.",
    );
  }
  return {
    kind: "check",
    files,
    base: values.get("base") ?? null,
    config: configChoice(values),
    failOn: oneOf(values, "fail-on", ["error", "warning", "never"]),
    gate: oneOf(values, "gate", ["new", "all"]),
    asOf: day(values, "as-of"),
    whatIf: whatIfs(repeated),
    format,
    comment: values.has("comment"),
    depth: values.has("depth"),
  };
}

function scheduleCommand({ values, files, repeated }: GivenArguments): ScheduleCommand {
  if (values.has("full") && values.has("remaining"))
    throw badArguments("--full and --remaining contradict each other.", "Give one of them.");
  const agents = wholeNumber(values, "agents", MOST_AGENTS);
  if (agents !== null && values.has("model") && values.get("model") !== "dependencies") {
    throw badArguments(
      "--agents shares out the work by dependencies, not by another model.",
      "Leave --model out, or --agents.",
    );
  }
  return {
    kind: "schedule",
    files,
    config: configChoice(values),
    model: MODELS[oneOf(values, "model", Object.keys(MODELS)) ?? "dependencies"]!,
    portion: values.has("remaining") ? "remaining" : "full",
    agents,
    asOf: day(values, "as-of"),
    whatIf: whatIfs(repeated),
    format: oneOf(values, "format", SCHEDULE_FORMATS) ?? "text",
  };
}

function readCommand({ values, files }: GivenArguments): ReadCommand {
  if (files.length === 0) throw badArguments("`plan-gate read` needs at least one file.", seeHelp("read"));
  return {
    kind: "read",
    files,
    config: configChoice(values),
    format: oneOf(values, "format", ["text", "json"]) ?? "text",
  };
}

function explainCommand({ values, files }: GivenArguments): ExplainCommand | ExplainRuleCommand {
  const [where, second] = files;
  if (where === undefined || second !== undefined) {
    throw badArguments(
      "`plan-gate explain` needs one FILE:LINE, or a rule.",
      "Write it as docs/PLAN.md:12, docs/PLAN.md:12-20 or tier-zero.",
    );
  }
  if (/^[a-z]+(?:-[a-z]+)*$/.test(where)) {
    const useless = [...values.keys()].find((name) => name !== "help");
    if (useless !== undefined) {
      throw badArguments(`--${useless} is for lines; a rule has one page.`, `Write plan-gate explain ${where}.`);
    }
    return { kind: "explain-rule", rule: where };
  }
  const match = /^(.+):(\d{1,7})(?:-(\d{1,7}))?$/s.exec(where);
  if (!match) throw badArguments(`${JSON.stringify(where)} names no line.`, `Put the line behind it: ${where}:12.`);
  const first = Number(match[2]);
  const last = Number(match[3] ?? match[2]);
  if (first === 0 || last < first)
    throw badArguments(`${JSON.stringify(where)} names no line.`, "Lines count from 1, and the first comes first.");
  return {
    kind: "explain",
    file: match[1]!,
    lines: { first, last },
    config: configChoice(values),
    format: oneOf(values, "format", ["text", "json"]) ?? "text",
  };
}

function syncCommand({ values, files }: GivenArguments): SyncCommand {
  if (values.has("check") && values.has("stdout"))
    throw badArguments("--check and --stdout contradict each other.", "Give one of them.");
  const to = values.has("check") ? "nowhere" : values.has("stdout") ? "stdout" : "files";
  return { kind: "sync", files, config: configChoice(values), to };
}

function fixCommand({ values, files }: GivenArguments): FixCommand {
  return {
    kind: "fix",
    files,
    base: values.get("base") ?? null,
    config: configChoice(values),
    asOf: day(values, "as-of"),
    all: values.has("all"),
    dryRun: values.has("dry-run"),
  };
}

function badgeCommand({ values, files }: GivenArguments): BadgeCommand {
  const [config, asOf] = [configChoice(values), day(values, "as-of")];
  return { kind: "badge", files, config, asOf, out: values.get("out") ?? "badges" };
}

function reportCommand({ values, files }: GivenArguments): ReportCommand {
  const html = values.get("html");
  if (html === undefined)
    throw badArguments("`plan-gate report` needs a file to write to.", "Name one: --html plan.html.");
  const [config, asOf] = [configChoice(values), day(values, "as-of")];
  return { kind: "report", files, base: values.get("base") ?? null, config, asOf, html };
}

function doctorCommand(given: GivenArguments): DoctorCommand {
  const { values } = given;
  const [repository, branch] = [values.get("repo") ?? null, values.get("branch") ?? null];
  if (repository !== null && !/^[\w-]+\/(?!\.{1,2}$)[\w.-]+$/.test(repository)) {
    throw badArguments(`--repo cannot be ${JSON.stringify(repository)}.`, "Write it as owner/name.");
  }
  if (branch !== null && repository === null)
    throw badArguments("--branch is for the rules that --repo asks for.", "Give --repo owner/name as well.");
  const format = oneOf(values, "format", ["text", "json"]) ?? "text";
  return { kind: "doctor", folder: folderOf("doctor", given), repository, branch, format };
}

function initCommand(given: GivenArguments): InitCommand {
  const pin = given.values.get("pin") ?? null;
  if (pin !== null && !/^[0-9a-f]{40}$/.test(pin))
    throw badArguments(`--pin ${JSON.stringify(pin)} is no commit.`, "Write all 40 digits: a tag can be moved.");
  return { kind: "init", folder: folderOf("init", given), pin, isAgreed: given.values.has("yes") };
}

function folderOf(command: CommandName, { files: [folder, second] }: GivenArguments): string | null {
  if (second !== undefined) throw badArguments(`\`plan-gate ${command}\` takes one folder.`, seeHelp(command));
  return folder ?? null;
}

function configChoice(values: Values): ConfigChoice {
  const path = values.get("config");
  if (values.has("no-config")) {
    if (path !== undefined) throw badArguments("--config and --no-config contradict each other.", "Give one of them.");
    return { kind: "none" };
  }
  return path === undefined ? { kind: "usual" } : { kind: "file", path };
}

function oneOf<Word extends string>(values: Values, name: string, words: readonly Word[]): Word | null {
  const written = values.get(name);
  if (written === undefined) return null;
  const word = words.find((known) => known === written);
  if (word) return word;
  const meant = nearestWord(written, words);
  throw badArguments(
    `--${name} cannot be ${JSON.stringify(written)}.${meant ? ` Did you mean ${meant}?` : ""}`,
    `Use one of: ${words.join(", ")}.`,
  );
}

function wholeNumber(values: Values, name: string, most: number): number | null {
  const written = values.get(name);
  if (written === undefined) return null;
  const number = /^\d{1,6}$/.test(written) ? Number(written) : NaN;
  if (number >= 1 && number <= most) return number;
  throw badArguments(`--${name} cannot be ${JSON.stringify(written)}.`, `Give a whole number from 1 to ${most}.`);
}

function day(values: Values, name: string): string | null {
  const written = values.get(name);
  if (written === undefined) return null;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(`${written}T00:00:00Z`) : NaN;
  // Date.parse takes 2026-02-30 for 2 March.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(written)) return written;
  throw badArguments(
    `--${name} ${JSON.stringify(written)} is no calendar day.`,
    "Write it as YYYY-MM-DD, such as 2026-11-22.",
  );
}
