import { parseArgs } from "node:util";
import { nearestWord } from "../../config/nearest-word.js";
import { SetupError } from "../../model/setup-error.js";
import { renderers, type Format } from "../../render/index.js";
import type { CheckCommand, Command, ConfigChoice, HelpTopic, ReadCommand, SyncCommand } from "./command.js";

type OptionType = "string" | "boolean";
type Values = ReadonlyMap<string, string>;

const EVERYWHERE = { help: "boolean" } as const;
const OPTIONS = {
  "plan-gate": { ...EVERYWHERE, version: "boolean" },
  check: {
    ...EVERYWHERE,
    base: "string",
    config: "string",
    "no-config": "boolean",
    "fail-on": "string",
    gate: "string",
    "as-of": "string",
    format: "string",
    comment: "boolean",
  },
  read: { ...EVERYWHERE, config: "string", "no-config": "boolean", format: "string" },
  sync: { ...EVERYWHERE, config: "string", "no-config": "boolean", check: "boolean", stdout: "boolean" },
} satisfies Record<HelpTopic, Record<string, OptionType>>;
const REPORT_FORMATS = Object.keys(renderers) as Format[];
const SHORT = new Map([
  ["h", "help"],
  ["V", "version"],
]);

/** Understands the arguments after the program's name. Throws a SetupError `bad-arguments` for what it cannot. */
export function parseCommandLine(args: readonly string[]): Command {
  const [first, ...rest] = args;
  if (first === "check" || first === "read" || first === "sync") {
    const { values, files } = readOptions(first, rest);
    if (values.has("help")) return { kind: "help", about: first };
    if (first === "sync") return syncCommand(values, files);
    return first === "check" ? checkCommand(values, files) : readCommand(values, files);
  }
  if (first === "help") return { kind: "help", about: helpTopic(rest) };
  if (first !== undefined && !first.startsWith("-")) throw unknown("command", first, ["check", "read", "sync", "help"]);
  const { values } = readOptions("plan-gate", args);
  if (values.has("version")) return { kind: "version" };
  if (values.has("help")) return { kind: "help", about: "plan-gate" };
  throw wrong(
    "plan-gate needs a command.",
    "Use `plan-gate check` to judge plans or `plan-gate read` to see what is read.",
  );
}

function helpTopic([topic]: readonly string[]): HelpTopic {
  if (topic === undefined) return "plan-gate";
  if (Object.hasOwn(OPTIONS, topic)) return topic as HelpTopic;
  throw unknown("command", topic, ["check", "read", "sync"]);
}

function readOptions(command: HelpTopic, args: readonly string[]): { values: Values; files: readonly string[] } {
  const options = new Map<string, OptionType>(Object.entries(OPTIONS[command]));
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries([...options].map(([name, type]) => [name, { type }])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string>();
  const files: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") files.push(token.value);
    if (token.kind !== "option") continue;
    const name = token.rawName.startsWith("--") ? token.name : SHORT.get(token.name);
    const type = name && options.get(name);
    if (!name || !type) {
      throw unknown(
        "option",
        token.rawName,
        [...options.keys()].map((known) => `--${known}`),
      );
    }
    const isNextOption = token.inlineValue === false && token.value.length > 1 && token.value.startsWith("-");
    if (type === "string" && (!token.value || isNextOption))
      throw wrong(`${token.rawName} needs a value.`, seeHelp(command));
    if (type === "boolean" && token.value !== undefined)
      throw wrong(`${token.rawName} takes no value.`, seeHelp(command));
    if (values.has(name)) throw wrong(`${token.rawName} is given twice.`, "Give it once.");
    values.set(name, token.value ?? "");
  }
  return { values, files };
}

function checkCommand(values: Values, files: readonly string[]): CheckCommand {
  const format = oneOf(values, "format", REPORT_FORMATS) ?? "text";
  if (values.has("comment") && format !== "text") {
    throw wrong(
      "--comment adds the comment to the text report only.",
      "Use --format markdown to get the comment alone.",
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
    format,
    comment: values.has("comment"),
  };
}

function readCommand(values: Values, files: readonly string[]): ReadCommand {
  if (files.length === 0) throw wrong("`plan-gate read` needs at least one file.", seeHelp("read"));
  return {
    kind: "read",
    files,
    config: configChoice(values),
    format: oneOf(values, "format", ["text", "json"]) ?? "text",
  };
}

function syncCommand(values: Values, files: readonly string[]): SyncCommand {
  if (values.has("check") && values.has("stdout"))
    throw wrong("--check and --stdout contradict each other.", "Give one of them.");
  const to = values.has("check") ? "nowhere" : values.has("stdout") ? "stdout" : "files";
  return { kind: "sync", files, config: configChoice(values), to };
}

function configChoice(values: Values): ConfigChoice {
  const path = values.get("config");
  if (values.has("no-config")) {
    if (path !== undefined) throw wrong("--config and --no-config contradict each other.", "Give one of them.");
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
  throw wrong(
    `--${name} cannot be ${JSON.stringify(written)}.${meant ? ` Did you mean ${meant}?` : ""}`,
    `Use one of: ${words.join(", ")}.`,
  );
}

function day(values: Values, name: string): string | null {
  const written = values.get(name);
  if (written === undefined) return null;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(`${written}T00:00:00Z`) : NaN;
  // Date.parse takes 2026-02-30 for 2 March.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(written)) return written;
  throw wrong(
    `--${name} ${JSON.stringify(written)} is no calendar day.`,
    "Write it as YYYY-MM-DD, such as 2026-11-22.",
  );
}

function unknown(what: "command" | "option", written: string, known: readonly string[]): SetupError {
  const meant = nearestWord(written, known);
  return wrong(
    `There is no ${what} ${JSON.stringify(written)}.${meant ? ` Did you mean ${meant}?` : ""}`,
    `There is: ${known.join(", ")}.`,
  );
}

const wrong = (message: string, mend: string): SetupError => new SetupError("bad-arguments", message, { mend });
const seeHelp = (command: HelpTopic): string => `See \`plan-gate ${command} --help\`.`;
