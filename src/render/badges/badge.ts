/** What a badge says: a word for it on the left, the answer on the right. Plain text, not escaped for anything. */
export interface Badge {
  readonly kind: BadgeKind;
  readonly label: string;
  readonly message: string;
  readonly tone: Tone;
  /** True where the gate is closed. */
  readonly isError: boolean;
  /** The same as a sentence for those who cannot see it, and for a mouse that rests on it; holds the plan's own words. */
  readonly sentence: string;
}

export type BadgeKind = "gate" | "critical-path" | "tier" | "breaking-change";

/** What the colour of the answer means. */
export type Tone = keyof typeof COLORS;

/** Six hexadecimal digits each. White text on any of them, and on the label's, has a contrast of at least 4.5 : 1. */
export const COLORS = {
  good: "1a7f37",
  caution: "9a6700",
  bad: "cf222e",
  neutral: "0969da",
  unknown: "6a737d",
} as const;

export const LABEL_COLOR = "444c56";
