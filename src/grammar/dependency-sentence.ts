/** From one index of a text to another, the end exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** One clause that says what waits for what. */
export interface DependencyClause {
  /** Who waits (or blocks); null when the clause has no subject of its own. */
  readonly subject: TextSpan | null;
  /** The subject that the whole text opens with, up to a colon; null without one. */
  readonly topic: TextSpan | null;
  readonly fact: "dependsOn" | "blocks";
  readonly object: TextSpan;
}

/** Longest text that is read; what is longer is prose. */
const LONGEST = 1500;

const WAITS =
  /\b(?:depends?[ ](?:(?:only|solely|directly|primarily|strictly|also)[ ])?(?:up)?on|requires?|needs?|blocked[ ]by|waits?[ ]for|(?:start|begin|proceed|run|done)(?:s|ed)?\b[^,:]{0,30}?\b(?:after|once|until)|(?<=^[^\p{L}\p{N}]{0,6})after)\b:?/iu;
const BLOCKS = /\bblocks\b:?/i;
/** What turns a clause into its opposite, or into a mere possibility. */
const DENIED =
  /\b(?:no|not|never|without|none|nothing|neither|independent(?:ly)?)\b|\b(?:may|might|could|optional(?:ly)?)\s{0,3}$/i;
/** From here on a clause tells something else: what is shared, reused or merely possible. */
const TURNS =
  /\b(?:may|can|could|should|will|but|blocks|not|no|without|except|independent(?:ly)?|though|although|however|if|then|optional(?:ly)?|in parallel|integrat\w{1,9}|reus\w{1,6}|touch\w{1,6}|extend\w{0,6}|shar(?:es|ing)|us(?:es|ing)|enhanc\w{1,6}|builds|leverag\w{1,6}|consum\w{1,6})\b/i;
/** Words before the verb that name nobody: "All depend on", "These stories can start after". */
const FILLER = new Set([
  ..."all each every both these they it this two three four five stories story user phases phase tasks can must should".split(
    " ",
  ),
  ..."will only also then and be cannot still hard".split(" "),
]);

/**
 * What a sentence such as `User Stories (Phase 3-6): All depend on Foundational. US4 requires US1` states. Only what is
 * said to be waited for counts: denials, possibilities and softer ties (reuses, touches, integrates with) state nothing.
 */
export function dependencyClauses(text: string): readonly DependencyClause[] {
  const masked = maskParentheses(text.slice(0, LONGEST).replace(/\s/g, " "));
  const topic = topicOf(masked);
  const clauses: DependencyClause[] = [];
  for (const { start, end } of clausesOf(masked, topic ? topic.end + 1 : 0)) {
    const clause = masked.slice(start, end);
    const waits = WAITS.exec(clause);
    const verb = waits ?? BLOCKS.exec(clause);
    if (!verb || DENIED.test(clause.slice(0, verb.index))) continue;
    const objectAt = verb.index + verb[0].length;
    const turn = TURNS.exec(clause.slice(objectAt));
    const object = trimSpan(masked, start + objectAt, turn ? start + objectAt + turn.index : end);
    if (object.start === object.end) continue;
    clauses.push({
      subject: subjectOf(masked, start, start + verb.index),
      topic,
      fact: waits ? "dependsOn" : "blocks",
      object: { start: object.start, end: closedEnd(text, object.end, end) },
    });
  }
  return clauses;
}

function topicOf(masked: string): TextSpan | null {
  const colon = /^[^:]{1,120}:(?=\s|$)/.exec(masked);
  if (!colon || WAITS.test(colon[0]) || BLOCKS.test(colon[0])) return null;
  return { start: 0, end: colon[0].length - 1 };
}

function subjectOf(masked: string, start: number, end: number): TextSpan | null {
  const words = masked.slice(start, end).match(/[\p{L}\p{N}]{1,40}/gu) ?? [];
  return words.every((word) => FILLER.has(word.toLowerCase())) ? null : trimSpan(masked, start, end);
}

/** Clauses end at a full stop, a semicolon or a dash between spaces. */
function clausesOf(masked: string, from: number): TextSpan[] {
  const clauses: TextSpan[] = [];
  let start = from;
  for (const match of masked.slice(from).matchAll(/[.;](?=\s|$)|(?<=\s)[-\u2010-\u2015](?=\s)/g)) {
    clauses.push({ start, end: from + match.index });
    start = from + match.index + 1;
  }
  clauses.push({ start, end: masked.length });
  return clauses;
}

function trimSpan(text: string, from: number, to: number): TextSpan {
  let start = from;
  let end = to;
  while (start < end && /[\s,:]/.test(text[start]!)) start++;
  while (end > start && /[\s,:]/.test(text[end - 1]!)) end--;
  return { start, end };
}

/** A note in parentheses right behind belongs to what it explains. */
function closedEnd(text: string, end: number, limit: number): number {
  const note = /^\s{0,3}\([^()]{0,300}\)/.exec(text.slice(end, limit));
  return note ? end + note[0].length : end;
}

/** Everything in parentheses blanked out, indices unchanged. */
function maskParentheses(text: string): string {
  let depth = 0;
  let masked = "";
  for (const char of text.split("")) {
    if (char === "(") depth++;
    masked += depth > 0 ? " " : char;
    if (char === ")" && depth > 0) depth--;
  }
  return masked;
}
