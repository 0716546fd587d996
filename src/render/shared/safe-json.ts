// Read in a terminal or a runner's log, these would be obeyed or hidden; escaped, a JSON reader gets the same text.
const UNSAFE_IN_LOG = /[\u007F-\u009F\u2028\u2029\p{Cf}]|(?<=#)#(?=\[)/gu;

/** JSON, indented unless told otherwise, that nothing in a terminal or a log takes for a command: same value, same bytes. */
export function safeJson(value: unknown, indent = 2): string {
  return `${JSON.stringify(value, null, indent).replace(UNSAFE_IN_LOG, escapeUnits)}\n`;
}

function escapeUnits(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
