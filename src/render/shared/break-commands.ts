import { JOINER } from "./clean-text.js";

const ANYWHERE = /:(?=:)|##(?=\[)/g;
const AT_LINE_START = /^[^\S\n\r\u2028\u2029]*:(?=:)|##(?=\[)/gm;

/**
 * The text without anything that a workflow runner takes for a command: `::name::` at the start of a line, `##[name]` in
 * any place. Where lines may still be broken elsewhere, every `::` could come to stand at a start.
 */
export const breakCommands = (text: string, colons: "everywhere" | "at-line-start"): string =>
  text.replace(colons === "everywhere" ? ANYWHERE : AT_LINE_START, `$&${JOINER}`);
