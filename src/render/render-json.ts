import type { Report } from "../model/report.js";

// Read in a terminal or a runner's log, these would be obeyed or hidden; escaped, a JSON reader gets the same text.
const UNSAFE_IN_LOG = /[\u007F-\u009F\u2028\u2029\p{Cf}]|(?<=#)#(?=\[)/gu;

/** The report as JSON: same report, same bytes. What scripts may rely on is described by `schema/report.schema.json`. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2).replace(UNSAFE_IN_LOG, escapeUnits)}\n`;
}

function escapeUnits(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
