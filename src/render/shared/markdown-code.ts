import { breakMarkers } from "./break-markers.js";
import { cleanText, JOINER } from "./clean-text.js";

/** Text from a plan as a code span that shows it unchanged, whatever backticks it holds. */
export function markdownCode(text: string, limit = 200): string {
  return span(cleanText(text, limit));
}

/** The same for a table cell, where a pipe ends the cell even inside a code span. */
export function markdownCodeCell(text: string, limit = 200): string {
  // `\\|` is read as an escaped backslash and the end of the cell: keep the two apart.
  return span(cleanText(text, limit).replace(/\\(?=\|)/g, `\\${JOINER}`)).replace(/\|/g, "\\|");
}

function span(text: string): string {
  const content = breakMarkers(text);
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const padding = content === "" || content.startsWith("`") || content.endsWith("`") ? " " : "";
  return `${fence}${padding}${content}${padding}${fence}`;
}
