import { cleanText, JOINER } from "./clean-text.js";

/**
 * Text from a plan as Markdown prose that reads the same and is nothing but text: no mark-up, no HTML, no mention, no
 * cross reference, no link, no emoji code, no new line. Safe at the start of a line, in a list, a heading and a table.
 */
export function markdownText(text: string, limit?: number): string {
  return disconnect(cleanText(text, limit))
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_[\]~|#]/g, "\\$&")
    .replace(/\$/g, "&#36;")
    .replace(/^[+\-=:]/, "\\$&")
    .replace(/^(\d+)([.)])(?= |$)/, "$1\\$2");
}

/**
 * GitHub looks for these in the finished page, where escapes are gone already; only a character in between helps.
 * Mentions and addresses, `#1`, `GH-1`, links that need no brackets, `:tada:`, commit ids.
 */
function disconnect(text: string): string {
  return text
    .replace(/@/g, `@${JOINER}`)
    .replace(/#(?=\d)/g, `#${JOINER}`)
    .replace(/\bGH-(?=\d)/gi, `$&${JOINER}`)
    .replace(/:(?=\/\/|[a-z0-9_+-]+:)/gi, `:${JOINER}`)
    .replace(/www(?=\.)/gi, `$&${JOINER}`)
    .replace(/\b(?=[a-f]*\d)[0-9a-f](?=[0-9a-f]{6,39}\b)/gi, (first, at: number, whole: string) =>
      /^\d+\b/.test(whole.slice(at)) ? first : `${first}${JOINER}`,
    );
}
