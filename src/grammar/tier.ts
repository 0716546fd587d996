import { remembered } from "./remembered.js";

/** What a tier text says. */
export interface TierReading {
  /** Null when it is not one number: `N/A (historical)`, `Tier 1 or Tier 2`, `Policy-gated`. */
  readonly number: number | null;
  /** Where the number stands in the text; null without one. */
  readonly span: readonly [start: number, end: number] | null;
  /** `N/A`, `historical`, `complete`: over, constrains nobody. */
  readonly isHistorical: boolean;
}

const HEADING =
  /^[^\p{L}\p{N}]{0,12}(tier|wave)[ \t]{1,3}(\d{1,3})(?![\d.]|[ \t]{0,2}(?:-|[\u2010-\u2015])[ \t]{0,2}\d)/iu;
const NUMBER = /(?:\b(?:tier|wave)[ \t]{0,3}|^[^\p{L}\p{N}]{0,6}t?)(\d{1,3})(?![\d.%])/giu;

/** Reads a tier field or cell: `Tier 2 (Dependent Features)`, `2`, `T1`, `Wave 3`. */
export const parseTier = remembered((text: string): TierReading => {
  const isHistorical = /^\s{0,9}(?:n\/a|historical|archived|complete)/i.test(text);
  const numbers = [...text.slice(0, 200).matchAll(NUMBER)];
  const distinct = new Set(numbers.map((match) => match[1]));
  if (isHistorical || distinct.size !== 1) return { number: null, span: null, isHistorical };
  const first = numbers[0]!;
  const end = first.index + first[0].length;
  return { number: Number(first[1]), span: [end - first[1]!.length, end], isHistorical };
});

/** What a heading or bold line says that opens a group of phases: `### **Tier 1: Independent Features**`, `Wave 2`. */
export interface TierHeading {
  readonly word: string;
  readonly number: number;
  readonly span: readonly [start: number, end: number];
}

/** Null for any other text. */
export function parseTierHeading(text: string): TierHeading | null {
  const match = HEADING.exec(text);
  if (!match) return null;
  const end = match[0].length;
  return { word: match[1]!.toLowerCase(), number: Number(match[2]), span: [end - match[2]!.length, end] };
}
