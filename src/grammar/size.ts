import { unitOfLength } from "./duration.js";

/** A T-shirt size, and the length that a legend gives it, as written there. */
export interface SizeLength {
  readonly size: string;
  readonly length: string;
}

const WORDS: Readonly<Record<string, string>> = {
  "extra small": "XS",
  small: "S",
  medium: "M",
  large: "L",
  "extra large": "XL",
};
const SIZE = "XX?S|S|M|L|X{1,3}L|[Ee]xtra[ -][Ss]mall|[Ss]mall|[Mm]edium|[Ll]arge|[Ee]xtra[ -][Ll]arge";
/** A size by itself, perhaps with a note: `**L**`, `M (risky)`; `S/M` and `S-M` are none. */
const LONE = new RegExp(
  `^[^\\p{L}\\p{N}]{0,6}(?:[Ss]ize[ \\t]{0,2}:?[ \\t]{0,2})?(${SIZE})(?=[^\\p{L}\\p{N}]{0,6}$|[ \\t]{0,3}[(,;])`,
  "u",
);
const ENTRY = new RegExp(
  `(?:^|[\\n,;|/\\u00b7\\u2022(:.]|\\b(?:and|or)\\b)[^\\p{L}\\p{N}\\n]{0,6}(${SIZE})[*_\`]{0,3}(?:[ \\t]{1,3}\\([^()\\d\\n]{1,30}\\))?[ \\t]{0,3}(?:\\([ \\t]{0,3}|[=:\\u2248~\\u2192|\\u2010-\\u2015-]{1,2}[>]?[ \\t]{0,3})([^\\n,;|()\\p{L}]{0,20}[\\d½¼¾⅓⅔][^\\n,;|()]{0,30})`,
  "gu",
);

/** The size that a text is, in capitals; null for any other text. */
export function sizeIn(text: string): string | null {
  const match = LONE.exec(text.slice(0, 80));
  return match && canonical(match[1]!);
}

/** The lengths that a line of a legend gives to sizes: `S = 1 day, M = 3 days`, `S (<1d), M (1-3d), L (1w+)`. */
export function sizeLengths(line: string): readonly SizeLength[] {
  return [...line.slice(0, 500).matchAll(ENTRY)].flatMap(([, size, length]) =>
    unitOfLength(length!) ? [{ size: canonical(size!), length: length!.trim() }] : [],
  );
}

const canonical = (written: string): string => WORDS[written.toLowerCase().replace("-", " ")] ?? written;
