import { cleanText, JOINER } from "./clean-text.js";

/**
 * Text from a plan for a terminal or a log: one line, no escape sequences, and nothing that a workflow runner takes
 * for a command (`::name::` at the start of a line, `##[name]` anywhere), wherever the line is broken later.
 */
export function plainText(text: string, limit?: number): string {
  return cleanText(text, limit)
    .replace(/:(?=:)/g, `:${JOINER}`)
    .replace(/##(?=\[)/g, `##${JOINER}`);
}
