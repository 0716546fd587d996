const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, underline: 4 } as const;

export type Style = keyof typeof CODES;
/** Colours a text that is harmless already. */
export type Paint = (text: string, ...styles: readonly Style[]) => string;

/** Plain ANSI colours, or none at all. */
export function terminalStyle(color: boolean): Paint {
  if (!color) return (text) => text;
  return (text, ...styles) => `\u001B[${styles.map((style) => CODES[style]).join(";")}m${text}\u001B[0m`;
}
