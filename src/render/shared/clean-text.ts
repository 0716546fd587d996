/** Invisible, breaks no line, and taken for a word character by nobody: put where a word must not be recognised. */
export const JOINER = "\u2060";

const LINE_BREAKS_AND_SPACES = /[\s\u0085]+/gu;
const TERMINAL_SEQUENCE = new RegExp(String.raw`[\u001B\u009B]\[?[0-9;?]*[@-~]`, "g");
// Emoji keep their variation selector (U+FE0F); everything else that cannot be seen or that reorders goes.
const INVISIBLE = /(?!\uFE0F|[\t\n\v\f\r\u0085])[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
const PILED_MARKS = /(\p{M}{3})\p{M}+/gu;

/**
 * One line of visible text out of anything: composed (NFC), no control, direction or zero-width characters, runs of
 * white space as one blank, at most `limit` UTF-16 units, the last one `…` when something was cut. Escapes nothing.
 */
export function cleanText(text: string, limit = 1000): string {
  // What is cut away afterwards costs nothing when it is cut first; NFC and stripping only ever need a bounded margin.
  const visible = text
    .slice(0, limit * 8)
    .replace(TERMINAL_SEQUENCE, "")
    .replace(INVISIBLE, "")
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(PILED_MARKS, "$1")
    .replace(LINE_BREAKS_AND_SPACES, " ")
    .trim();
  return cut(visible, limit);
}

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = limit - 1;
  if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}
