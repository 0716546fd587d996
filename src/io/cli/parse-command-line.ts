import { nearestWord } from "../../config/nearest-word.js";
import { badArguments } from "./bad-arguments.js";
import type {
  BadgeCommand,
  CheckCommand,
  Command,
  CommandName,
  CompletionCommand,
  ConfigChoice,
  DiffCommand,
  DoctorCommand,
  ExplainCommand,
  ExplainRuleCommand,
  FixCommand,
  GraphCommand,
  HelpTopic,
  InitCommand,
  ReadCommand,
  ReportCommand,
  ScheduleCommand,
  SchemaCommand,
  SyncCommand,
} from "./command.js";
import {
  COMMAND_NAMES,
  COMMANDS,
  DIFF_FORMATS,
  FAIL_ON,
  GATES,
  GRAPH_FORMATS,
  MODELS,
  REPORT_FORMATS,
  SCHEDULE_FORMATS,
  SCHEMA_NAMES,
  SHELLS,
  TEXT_FORMATS,
} from "./option-tables.js";
import { readOptions, seeHelp, unknownWord, type GivenArguments } from "./read-options.js";
import { whatIfs } from "./what-if-options.js";

type Values = GivenArguments["values"];

const UNDERSTAND: Readonly<Record<CommandName, (given: GivenArguments) => Command>> = {
  check: checkCommand,
  schedule: scheduleCommand,
  graph: graphCommand,
  diff: diffCommand,
  read: readCommand,
  explain: explainCommand,
  fix: fixCommand,
  sync: syncCommand,
  badge: badgeCommand,
  report: reportCommand,
  doctor: doctorCommand,
  init: initCommand,
  schema: schemaCommand,
  completion: completionCommand,
};

const MOST_AGENTS = 32;

/** Understands the arguments after the program's name. Throws a SetupError `bad-arguments` for what it cannot. */
export function parseCommandLine(args: readonly string[]): Command {
  const [first, ...rest] = args;
  const name = COMMAND_NAMES.find((command) => command === first);
  if (name) {
    const given = readOptions(name, COMMANDS[name].options, rest);
    return given.values.has("help") ? { kind: "help", about: name } : UNDERSTAND[name](given);
  }
  if (first === "help") return { kind: "help", about: helpTopic(rest) };
  if (first !== undefined && !first.startsWith("-")) throw unknownWord("command", first, [...COMMAND_NAMES, "help"]);
  const { values } = readOptions("plan-gate", { help: "flag", version: "flag" }, args);
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
  if (values.has("watch")) refuseToWatch(format, files);
  return {
    kind: "check",
    files,
    base: values.get("base") ?? null,
    config: configChoice(values),
    failOn: oneOf(values, "fail-on", FAIL_ON),
    gate: oneOf(values, "gate", GATES),
    asOf: day(values, "as-of"),
    whatIf: whatIfs(repeated),
    format,
    comment: values.has("comment"),
    depth: values.has("depth"),
    watch: values.has("watch"),
    quiet: values.has("quiet"),
  };
}

function refuseToWatch(format: string, files: readonly string[]): void {
  if (format !== "text")
    throw badArguments("--watch shows one report after the other, as text only.", "Leave --format out, or --watch.");
  if (files.includes("-")) throw badArguments("--watch cannot watch standard input.", "Name a file instead of -.");
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
    quiet: values.has("quiet"),
  };
}

function graphCommand({ values, files }: GivenArguments): GraphCommand {
  return {
    kind: "graph",
    files,
    base: values.get("base") ?? null,
    config: configChoice(values),
    format: oneOf(values, "format", GRAPH_FORMATS) ?? "mermaid",
    quiet: values.has("quiet"),
  };
}

function diffCommand({ values, files: [first, second, third] }: GivenArguments): DiffCommand {
  if (first === undefined || third !== undefined) {
    throw badArguments(
      "`plan-gate diff` needs one state of the plans, or two.",
      "Write it as old.md new.md, main..HEAD, or main alone for main against what is on disk.",
    );
  }
  const range = second === undefined ? rangeOf(first) : null;
  if (first === "-") throw badArguments("Only the second state can be read from standard input.", seeHelp("diff"));
  return {
    kind: "diff",
    base: range ? range.base : first,
    head: range ? range.head : (second ?? null),
    config: configChoice(values),
    format: oneOf(values, "format", DIFF_FORMATS) ?? "text",
    quiet: values.has("quiet"),
  };
}

/** `A..B`, and `A..` for the last commit; null for a path such as `../old.md`, whose two points stand between slashes. */
function rangeOf(written: string): { readonly base: string; readonly head: string } | null {
  const at = written.indexOf("..");
  const [base, head] = [written.slice(0, Math.max(0, at)), written.slice(at + 2)];
  if (at < 1 || /[/\\]$/.test(base) || /^[./\\]/.test(head)) return null;
  return { base, head: head || "HEAD" };
}

function readCommand({ values, files }: GivenArguments): ReadCommand {
  if (files.length === 0) throw badArguments("`plan-gate read` needs at least one file.", seeHelp("read"));
  return {
    kind: "read",
    files,
    config: configChoice(values),
    format: oneOf(values, "format", TEXT_FORMATS) ?? "text",
    quiet: values.has("quiet"),
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
    format: oneOf(values, "format", TEXT_FORMATS) ?? "text",
    quiet: values.has("quiet"),
  };
}

function syncCommand({ values, files }: GivenArguments): SyncCommand {
  if (values.has("check") && values.has("stdout"))
    throw badArguments("--check and --stdout contradict each other.", "Give one of them.");
  const to = values.has("check") ? "nowhere" : values.has("stdout") ? "stdout" : "files";
  return { kind: "sync", files, config: configChoice(values), to, quiet: values.has("quiet") };
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
    quiet: values.has("quiet"),
  };
}

function badgeCommand({ values, files }: GivenArguments): BadgeCommand {
  const [config, asOf] = [configChoice(values), day(values, "as-of")];
  return { kind: "badge", files, config, asOf, out: values.get("out") ?? "badges", quiet: values.has("quiet") };
}

function reportCommand({ values, files }: GivenArguments): ReportCommand {
  const html = values.get("html");
  if (html === undefined)
    throw badArguments("`plan-gate report` needs a file to write to.", "Name one: --html plan.html.");
  const [config, asOf] = [configChoice(values), day(values, "as-of")];
  return { kind: "report", files, base: values.get("base") ?? null, config, asOf, html, quiet: values.has("quiet") };
}

function doctorCommand(given: GivenArguments): DoctorCommand {
  const { values } = given;
  const [repository, branch] = [values.get("repo") ?? null, values.get("branch") ?? null];
  if (repository !== null && !/^[\w-]+\/(?!\.{1,2}$)[\w.-]+$/.test(repository)) {
    throw badArguments(`--repo cannot be ${JSON.stringify(repository)}.`, "Write it as owner/name.");
  }
  if (branch !== null && repository === null)
    throw badArguments("--branch is for the rules that --repo asks for.", "Give --repo owner/name as well.");
  const format = oneOf(values, "format", TEXT_FORMATS) ?? "text";
  return { kind: "doctor", folder: folderOf("doctor", given), repository, branch, format };
}

function initCommand(given: GivenArguments): InitCommand {
  const pin = given.values.get("pin") ?? null;
  if (pin !== null && !/^[0-9a-f]{40}$/.test(pin))
    throw badArguments(`--pin ${JSON.stringify(pin)} is no commit.`, "Write all 40 digits: a tag can be moved.");
  return { kind: "init", folder: folderOf("init", given), pin, isAgreed: given.values.has("yes") };
}

function schemaCommand({ files }: GivenArguments): SchemaCommand {
  return { kind: "schema", schema: oneWord("schema", files, SCHEMA_NAMES) };
}

function completionCommand({ files }: GivenArguments): CompletionCommand {
  return { kind: "completion", shell: oneWord("shell", files, SHELLS) };
}

function oneWord<Word extends string>(
  what: "schema" | "shell",
  [written, second]: readonly string[],
  words: readonly Word[],
): Word {
  if (written === undefined || second !== undefined)
    throw badArguments(`Name one ${what}.`, `There is: ${words.join(", ")}.`);
  const word = words.find((known) => known === written);
  if (word) return word;
  throw unknownWord(what, written, words);
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
