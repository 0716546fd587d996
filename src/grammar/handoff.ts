import type { TextSpan } from "./dependency-sentence.js";
import { parseTierHeading } from "./tier.js";

/** Between whom something is handed on, as written: `Tier 0 → Tier 1`, `Phase 8 → Phases 10, 11`. */
export interface Handoff {
  readonly from: TextSpan;
  readonly to: TextSpan;
  /** Null where not both ends are tiers. */
  readonly tiers: { readonly from: number; readonly to: number } | null;
}

const LONGEST = 300;
const ARROW = /[-=]{1,3}>|[\u2192\u27f6\u2794\u279c\u21d2]|[ \t]to[ \t]/iu;
/** What is said about it beyond its ends. */
const REST = /[:\uff1a\n]|[ \t][-\u2010-\u2015][ \t]/u;

/** Null where the text names no two ends. */
export function parseHandoff(text: string): Handoff | null {
  const head = text.slice(0, LONGEST);
  const arrow = ARROW.exec(head);
  if (!arrow) return null;
  const from = { start: 0, end: arrow.index };
  const start = arrow.index + arrow[0].length;
  const rest = REST.exec(head.slice(start));
  const to = { start, end: rest ? start + rest.index : head.length };
  const [first, last] = [from, to].map((span) => parseTierHeading(head.slice(span.start, span.end).trim()));
  return { from, to, tiers: first && last ? { from: first.number, to: last.number } : null };
}
