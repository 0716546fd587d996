import { limits } from "../model/limits.js";

const DEEP_BLOCK = /(?:[-?][ \t]{1,9}){100}/;

/**
 * True for a YAML text that a parser which calls itself should not be given: it may end the process where the stack ends.
 * Brackets are counted wherever they stand, so that a text with hundreds of unclosed ones in strings counts, too.
 */
export function isNestedDeeply(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === "[" || character === "{") depth++;
    else if ((character === "]" || character === "}") && depth > 0) depth--;
    if (depth > limits.configNesting) return true;
  }
  return DEEP_BLOCK.test(text);
}
