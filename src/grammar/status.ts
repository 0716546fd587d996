import type { Status } from "../model/plan.js";

/** Marks people put for a status, wherever they stand. A colour alone means little; these are the common readings. */
const MARKS: readonly (readonly [pattern: RegExp, status: Status])[] = [
  [/[\u2705\u2714\u2713\u2611]|\[x\]/iu, "done"],
  [/[\u{1F7E1}\u{1F7E2}\u{1F504}\u{1F6A7}\u{1F3D7}\u{1F3C3}]/u, "in-progress"],
  [/[\u23F8\u{1F6AB}\u26D4]/u, "blocked"],
  [/[\u23F3\u231B\u2B1C\u{1F4CB}\u{1F535}\u{1F195}\u26AA\u{1F532}\u{1F5D3}\u{1F534}\u274C]|\[ \]/u, "not-started"],
];

/** Words for a status; of two in one text the earlier counts, and a phrase hides the word inside it. */
const WORDS: readonly (readonly [pattern: RegExp, status: Status])[] = [
  [
    /\b(?:not[ \t-]{0,2}(?:yet[ \t-])?started|un(?:started|assigned)|to[ \t-]?do|backlog|planned|pending)\b/iu,
    "not-started",
  ],
  [/\b(?:in[ \t-]?complete|not[ \t]{1,2}(?:yet[ \t])?(?:complete|done|finished))\b/iu, "not-started"],
  [/\b(?:deprecated|cancell?ed|abandoned|obsolete|dropped)\b/iu, "deprecated"],
  [/\b(?:tangent|exploratory)\b/iu, "tangent"],
  [/\bpaused\b/iu, "paused"],
  [/\b(?:on[ \t-]?hold|blocked)\b/iu, "blocked"],
  [/\b(?:in[ \t-]?(?:progress|flight|work)|wip|under[ \t]way|partial(?:ly)?|ongoing|active)\b/iu, "in-progress"],
  [/\b(?:completed?|done|finished|shipped|merged|implemented|closed|passed)\b/iu, "done"],
  [/\b(?:ready|deferred|proposed|open|queued|scheduled|future|draft)\b/iu, "not-started"],
  [/\bstarted\b/iu, "in-progress"],
];

const PERCENT = /(?<![\d.])(\d{1,3})(?:\.\d{1,4})?[ \t]{0,2}%/u;

/** What a status text says. */
export interface StatusReading {
  readonly status: Status;
  readonly progressPercent: number | null;
}

/**
 * Reads a status field or cell: words before marks (who writes "⏸️ On Hold" means the words), both before a bare
 * percentage; a percentage under 100 turns "complete" into in progress. Any other text is `unknown`.
 */
export function parseStatus(text: string): StatusReading {
  const head = text.slice(0, 200);
  const percent = PERCENT.exec(head);
  const progressPercent = percent && Number(percent[1]) <= 100 ? Number(percent[1]) : null;
  return { status: settle(earliest(WORDS, head) ?? earliest(MARKS, head), progressPercent), progressPercent };
}

/** The status that a mark gives (`Phase 9: Test suite ✅`) and where it stands, or null without a mark. */
export function statusMark(
  text: string,
): { readonly status: Status; readonly start: number; readonly end: number } | null {
  let first: { status: Status; start: number; end: number } | null = null;
  for (const [pattern, status] of MARKS) {
    const match = pattern.exec(text);
    if (match && (!first || match.index < first.start))
      first = { status, start: match.index, end: match.index + match[0].length };
  }
  return first;
}

/** True when the text opens with a marked status instead of what its field asks for (`✅ COMPLETE - …`). */
export function opensWithStatus(text: string): boolean {
  const mark = statusMark(text.slice(0, 8));
  return (
    mark !== null &&
    text.slice(0, mark.start).trim() === "" &&
    earliest(WORDS, text.slice(mark.end, mark.end + 40)) !== null
  );
}

function settle(said: Status | null, percent: number | null): Status {
  if (percent === null) return said ?? "unknown";
  if (said === "done" && percent < 100) return percent === 0 ? "not-started" : "in-progress";
  if (said !== null) return said;
  return percent === 100 ? "done" : percent === 0 ? "not-started" : "in-progress";
}

function earliest(table: readonly (readonly [RegExp, Status])[], text: string): Status | null {
  let first: { status: Status; index: number } | null = null;
  for (const [pattern, status] of table) {
    const index = text.search(pattern);
    if (index >= 0 && (first === null || index < first.index)) first = { status, index };
  }
  return first?.status ?? null;
}
