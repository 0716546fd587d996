/** Text of other people for a terminal: what would steer or hide (control and format characters) becomes U+FFFD. */
export const printable = (text: string): string => text.replace(/(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/gu, "\uFFFD");

/** The same with white space of any kind as one blank. */
export const oneLine = (text: string): string => printable(text.replace(/\s+/g, " "));

/** The same in JSON, where an escape keeps the text as it is. */
export const printableJson = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replace(/[\x7f-\x9f\u2028\u2029\p{Cf}]/gu, escaped)}\n`;

const escaped = (character: string): string =>
  character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
