import { cleanText } from "./clean-text.js";

/**
 * Text from a plan for a quoted node label or a task name of a Mermaid diagram: everything but letters, digits and
 * plain punctuation is written as a character code, so that it can end neither the label nor the code block.
 */
export function mermaidText(text: string, limit = 48): string {
  const safe = cleanText(text, limit).replace(
    /[^\p{L}\p{M}\p{N} .()'/+…–—-]/gu,
    (character) => `#${character.codePointAt(0)};`,
  );
  // `--` and `%%` start an edge and a comment in places where quoting does not protect.
  return safe.replace(/-(?=-)/g, "#45;") || "#8211;";
}
