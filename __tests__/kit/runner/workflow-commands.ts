/** One command that a line of the log gives to the runner. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Commands that the runner carries out; a line that names any other is only text. */
const REGISTERED = new Set([
  "add-mask",
  "add-matcher",
  "add-path",
  "debug",
  "echo",
  "endgroup",
  "error",
  "group",
  "notice",
  "remove-matcher",
  "save-state",
  "set-env",
  "set-output",
  "stop-commands",
  "warning",
]);

/**
 * Reads a log as the runner does (its `ActionCommand`): a line whose text begins with `::name::` after any spaces, and
 * a line that holds `##[name]` anywhere. Text of other people that is printed as it is can thus give commands.
 */
export function workflowCommands(log: string): WorkflowCommand[] {
  const commands: WorkflowCommand[] = [];
  let resumeAt: string | undefined;
  for (const line of log.split(/\r\n|\n|\r/)) {
    if (resumeAt !== undefined) {
      if (line.trim() === `::${resumeAt}::`) resumeAt = undefined;
      continue;
    }
    const command = colonCommand(line) ?? bracketCommand(line);
    if (command === undefined) continue;
    commands.push(command);
    if (command.name === "stop-commands") resumeAt = command.message;
  }
  return commands;
}

/** `::name key=value,key=value::message` */
function colonCommand(line: string): WorkflowCommand | undefined {
  const text = line.trimStart();
  const end = text.indexOf("::", 2);
  if (!text.startsWith("::") || end === -1) return undefined;
  const message = unescape(text.slice(end + 2), ["%0D", "%0A", "%25"]);
  return command(text.slice(2, end), ",", ["%0D", "%0A", "%3A", "%2C", "%25"], message);
}

/** `##[name key=value;key=value]message` */
function bracketCommand(line: string): WorkflowCommand | undefined {
  const start = line.indexOf("##[");
  const end = line.indexOf("]", start);
  if (start === -1 || end === -1) return undefined;
  const escapes = ["%3B", "%0D", "%0A", "%5D"];
  return command(line.slice(start + 3, end), ";", escapes, unescape(line.slice(end + 1), escapes));
}

function command(
  head: string,
  separator: string,
  escapes: readonly string[],
  message: string,
): WorkflowCommand | undefined {
  const [, name = "", written = ""] = /^(\S*)(?: (.*))?$/.exec(head) ?? [];
  if (!REGISTERED.has(name.toLowerCase())) return undefined;
  const pairs = written
    .trim()
    .split(separator)
    .map((pair) => /^([^=]*)=(.*)$/s.exec(pair));
  const properties = pairs.flatMap((pair) => (pair ? [[pair[1] ?? "", unescape(pair[2] ?? "", escapes)]] : []));
  return { name: name.toLowerCase(), properties: Object.fromEntries(properties) as Record<string, string>, message };
}

/** In the runner's order: `%25` last, so that an escaped per cent sign begins no escape. */
function unescape(text: string, escapes: readonly string[]): string {
  return escapes.reduce((rest, escape) => rest.replaceAll(escape, decodeURIComponent(escape)), text);
}
