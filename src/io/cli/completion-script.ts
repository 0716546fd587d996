import type { CompletionCommand } from "./command.js";
import { COMMANDS, type ArgumentKind, type CommandTable, type OptionKind } from "./option-tables.js";
import { SHORT } from "./read-options.js";
import { RULE_PAGES } from "./rule-pages.js";

/** What a shell can offer at some place. */
type Offer = "files" | "folders" | "nothing" | { readonly words: readonly string[]; readonly files: boolean };

interface Completion {
  readonly name: string;
  readonly about: string;
  readonly options: readonly { readonly name: string; readonly short: string | null; readonly value: Offer | null }[];
  readonly takes: Offer;
}

/** The script that completes command lines of plan-gate in a shell, made of the tables that these are read with. */
export const completionScript = (shell: CompletionCommand["shell"]): string => SCRIPTS[shell](completions());

function completions(): Completion[] {
  const shortOf = new Map([...SHORT].map(([short, long]) => [long, short]));
  return Object.entries<CommandTable>(COMMANDS).map(([name, { about, options, takes }]) => ({
    name,
    about,
    options: Object.entries(options).map(([option, kind]) => ({
      name: option,
      short: shortOf.get(option) ?? null,
      value: kind === "flag" ? null : valueOf(kind),
    })),
    takes: argumentOf(takes),
  }));
}

function valueOf(kind: Exclude<OptionKind, "flag">): Offer {
  if (kind === "file" || kind === "base") return "files";
  if (kind === "folder") return "folders";
  return typeof kind === "string" ? "nothing" : { words: kind, files: false };
}

function argumentOf(kind: ArgumentKind): Offer {
  if (kind === "files" || kind === "states") return "files";
  if (kind === "folder") return "folders";
  if (kind === "lines") return { words: Object.keys(RULE_PAGES), files: true };
  return { words: kind, files: false };
}

const SCRIPTS: Readonly<Record<CompletionCommand["shell"], (commands: readonly Completion[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

const names = (commands: readonly Completion[]): string[] => commands.map(({ name }) => name);

const flagsOf = ({ options }: Completion): string[] =>
  options.flatMap(({ name, short }) => (short === null ? [`--${name}`] : [`--${name}`, `-${short}`]));

function bashScript(commands: readonly Completion[]): string {
  const list = (words: readonly string[]): string => `$'${words.join("\\n")}'`;
  const offer = (it: Offer): string => {
    if (it === "files") return `COMPREPLY=($(compgen -f -- "$word"))`;
    if (it === "folders") return `COMPREPLY=($(compgen -d -- "$word"))`;
    if (it === "nothing") return "COMPREPLY=()";
    return `COMPREPLY=($(compgen ${it.files ? "-f " : ""}-W ${list(it.words)} -- "$word"))`;
  };
  const cases = commands.flatMap((command) => [
    `    ${command.name})`,
    '      case "$previous" in',
    ...command.options.flatMap(({ name, value }) =>
      value === null ? [] : [`        --${name}) ${offer(value)}; return ;;`],
    ),
    "      esac",
    `      if [[ $word == -* ]]; then COMPREPLY=($(compgen -W ${list(flagsOf(command))} -- "$word"))`,
    `      else ${offer(command.takes)}; fi`,
    "      ;;",
  ]);
  return [
    "# Completion of plan-gate for bash. To use it now and in new shells:",
    "#   plan-gate completion bash > ~/.local/share/bash-completion/completions/plan-gate",
    "_plan_gate() {",
    '  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=""',
    "  COMPREPLY=()",
    "  # Names of files may hold blanks.",
    "  local IFS=$'\\n'",
    "  ((COMP_CWORD > 1)) && command=${COMP_WORDS[1]}",
    "  # --name=value comes as three words.",
    "  if [[ $word == = ]]; then word=; elif [[ $previous == = ]]; then previous=${COMP_WORDS[COMP_CWORD-2]}; fi",
    '  case "$command" in',
    `    "") COMPREPLY=($(compgen -W ${list([...names(commands), "help", "--help", "--version"])} -- "$word")) ;;`,
    `    help) COMPREPLY=($(compgen -W ${list(names(commands))} -- "$word")) ;;`,
    ...cases,
    "  esac",
    "}",
    "complete -o filenames -o bashdefault -F _plan_gate plan-gate",
    "",
  ].join("\n");
}

function zshScript(commands: readonly Completion[]): string {
  const offer = (it: Offer): string => {
    if (it === "files") return "_files";
    if (it === "folders") return "_files -/";
    if (it === "nothing") return " ";
    const list = `(${it.words.join(" ")})`;
    return it.files ? `{_alternative "files:file:_files" "words:word:${list}"}` : list;
  };
  const option = ({ name, short, value }: Completion["options"][number]): string[] => {
    const argument = value === null ? "" : `:${name}:${offer(value)}`;
    const long = `'--${name}${value === null ? "" : "="}[${name}]${argument}'`;
    return short === null ? [long] : [long, `'-${short}[${name}]'`];
  };
  const cases = commands.flatMap((command) => [
    `    ${command.name})`,
    `      _arguments ${[...command.options.flatMap(option), `'*:${command.name}:${offer(command.takes)}'`].join(" ")}`,
    "      ;;",
  ]);
  return [
    "#compdef plan-gate",
    "# Completion of plan-gate for zsh. To use it in new shells, in a folder of $fpath:",
    "#   plan-gate completion zsh > ~/.zsh/completions/_plan-gate",
    "_plan-gate() {",
    "  local -a commands",
    "  commands=(",
    ...commands.map(({ name, about }) => `    '${name}:${about.replaceAll(":", "\\:")}'`),
    "    'help:tell how a command is used'",
    "  )",
    "  if (( CURRENT == 2 )); then",
    "    _describe command commands",
    "    return",
    "  fi",
    "  local command=$words[2]",
    "  shift words",
    "  (( CURRENT-- ))",
    "  case $command in",
    "    help) _describe command commands ;;",
    ...cases,
    "  esac",
    "}",
    'if [[ $funcstack[1] == _plan-gate ]]; then _plan-gate "$@"; else compdef _plan-gate plan-gate; fi',
    "",
  ].join("\n");
}

function fishScript(commands: readonly Completion[]): string {
  const of = (name: string): string => `complete -c plan-gate -n '__fish_seen_subcommand_from ${name}'`;
  const offer = (it: Offer): string => {
    if (it === "files") return " -F";
    if (it === "folders") return " -a '(__fish_complete_directories)'";
    return it === "nothing" ? "" : `${it.files ? " -F" : ""} -a '${it.words.join(" ")}'`;
  };
  const lines = commands.flatMap((command) => [
    `complete -c plan-gate -n __fish_use_subcommand -a ${command.name} -d '${command.about}'`,
    `${of(command.name)}${offer(command.takes)}`,
    ...command.options.map(
      ({ name, short, value }) =>
        `${of(command.name)} -l ${name}${short === null ? "" : ` -s ${short}`}${value === null ? "" : ` ${value === "files" ? "-r" : "-x"}${offer(value)}`}`,
    ),
  ]);
  return [
    "# Completion of plan-gate for fish. To use it in new shells:",
    "#   plan-gate completion fish > ~/.config/fish/completions/plan-gate.fish",
    "complete -c plan-gate -f",
    "complete -c plan-gate -n __fish_use_subcommand -a help -d 'tell how a command is used'",
    `${of("help")} -a '${names(commands).join(" ")}'`,
    "complete -c plan-gate -n __fish_use_subcommand -l help -s h",
    "complete -c plan-gate -n __fish_use_subcommand -l version -s V",
    ...lines,
    "",
  ].join("\n");
}
