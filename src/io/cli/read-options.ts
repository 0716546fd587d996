import { parseArgs } from "node:util";
import { nearestWord } from "../../config/nearest-word.js";
import { badArguments } from "./bad-arguments.js";
import type { HelpTopic } from "./command.js";
import type { OptionKind } from "./option-tables.js";

/** The arguments behind a command, told apart and not yet understood. */
export interface GivenArguments {
  /** By the option's name; empty for a flag. */
  readonly values: ReadonlyMap<string, string>;
  /** What may be given several times, in the order given. */
  readonly repeated: readonly { readonly name: string; readonly value: string }[];
  readonly files: readonly string[];
}

/** The long name of each short option. */
export const SHORT: ReadonlyMap<string, string> = new Map([
  ["h", "help"],
  ["V", "version"],
  ["q", "quiet"],
]);

/** Tells options from files. Throws a SetupError `bad-arguments` for an option there is not, or one misused. */
export function readOptions(
  topic: HelpTopic,
  optionKinds: Readonly<Record<string, OptionKind>>,
  args: readonly string[],
): GivenArguments {
  const kinds = new Map(Object.entries(optionKinds));
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      [...kinds].map(([name, kind]) => [name, { type: kind === "flag" ? "boolean" : "string" }]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string>();
  const repeated: { name: string; value: string }[] = [];
  const files: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") files.push(token.value);
    if (token.kind !== "option") continue;
    const name = token.rawName.startsWith("--") ? token.name : SHORT.get(token.name);
    const kind = name && kinds.get(name);
    if (!name || !kind)
      throw unknownWord(
        "option",
        token.rawName,
        [...kinds.keys()].map((known) => `--${known}`),
      );
    const isNextOption = token.inlineValue === false && token.value.length > 1 && token.value.startsWith("-");
    if (kind !== "flag" && (!token.value || isNextOption))
      throw badArguments(`${token.rawName} needs a value.`, seeHelp(topic));
    if (kind === "flag" && token.value !== undefined)
      throw badArguments(`${token.rawName} takes no value.`, seeHelp(topic));
    if (kind === "values") {
      repeated.push({ name, value: token.value ?? "" });
      continue;
    }
    if (values.has(name)) throw badArguments(`${token.rawName} is given twice.`, "Give it once.");
    values.set(name, token.value ?? "");
  }
  return { values, repeated, files };
}

/** A word that names none of those there are. */
export function unknownWord(
  what: "command" | "option" | "rule" | "schema" | "shell",
  written: string,
  known: readonly string[],
): Error {
  const meant = nearestWord(written, known);
  return badArguments(
    `There is no ${what} ${JSON.stringify(written)}.${meant ? ` Did you mean ${meant}?` : ""}`,
    `There is: ${known.join(", ")}.`,
  );
}

/** Where the right use is told. */
export const seeHelp = (topic: HelpTopic): string => `See \`plan-gate ${topic} --help\`.`;
