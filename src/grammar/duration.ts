import type { DurationUnit } from "../model/settings.js";
import { remembered } from "./remembered.js";

/** A length in weeks; a range keeps both ends. */
export interface DurationReading {
  readonly low: number;
  readonly high: number;
}

/** What a duration text says. Any part may be missing. */
export interface DurationText {
  /** Null when no length is stated: `TBD`, `Ongoing`, `None`, a T-shirt size. */
  readonly duration: DurationReading | null;
  /** Weeks said to be left (`2 weeks remaining`). */
  readonly remaining: number | null;
  /** Percent said to be complete (`60% complete`). */
  readonly progressPercent: number | null;
}

type WeeksPer = Readonly<Record<DurationUnit, number>>;

const UNITS: Readonly<Record<string, DurationUnit>> = {
  h: "hour",
  hr: "hour",
  hrs: "hour",
  hs: "hour",
  hour: "hour",
  hours: "hour",
  d: "day",
  day: "day",
  days: "day",
  w: "week",
  wk: "week",
  wks: "week",
  week: "week",
  weeks: "week",
  sprint: "sprint",
  sprints: "sprint",
  mo: "month",
  mos: "month",
  month: "month",
  months: "month",
  quarter: "quarter",
  quarters: "quarter",
  y: "year",
  yr: "year",
  yrs: "year",
  year: "year",
  years: "year",
};

/** A title with a length is short; what is longer is prose. */
const LONGEST_TITLE = 300;

const GLYPHS: Readonly<Record<string, number>> = { "½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3 };
/** `3`, `0.5`, `1,000`, `½`, `1½`, `1 1/2`; `1/2` alone only of one thing, since `1/2 weeks` may be the first of two. */
const NUMBER =
  "(?:(?:\\d{1,4}[ \\t]?)?[½¼¾⅓⅔]|\\d{1,4}[ \\t]{1,2}[1-3]/[234](?!\\d)|[13]/[24](?=[ \\t]{0,3}-?(?:day|week|hour|month|sprint|quarter|year)(?!\\p{L}))|\\d{1,3}(?:,\\d{3}){1,2}(?![\\d,])|\\d{1,6}(?:[.,]\\d{1,4})?)";
const RANGE_DASH = "(?:-|[\\u2010-\\u2015]|to)";
const UNIT = Object.keys(UNITS)
  .sort((a, b) => b.length - a.length)
  .join("|");
/** Between number and unit people put words that change nothing: `10 business days`, `48-96 agent hours`. */
const QUALIFIER = "(?:(?:business|working|work|calendar|full|person|agent|engineering|dev|developer)[ \\t-]{1,3})?";
const LENGTH = new RegExp(
  `(?<![\\d./\\p{L}])(${NUMBER})(?:[ \\t]{0,3}${RANGE_DASH}[ \\t]{0,3}(${NUMBER}))?[ \\t]{0,3}-?${QUALIFIER}(${UNIT})(?![\\p{L}\\d])`,
  "iu",
);
const REMAINING = new RegExp(`(${NUMBER})[ \\t]{0,3}(${UNIT})[ \\t]{1,3}(?:remaining|left|to go)(?![\\p{L}\\d])`, "iu");
/** What a text without cannot say. */
const REMAINING_SIGN = /remaining|left|to go/i;
/** What most durations are: it saves V8 from compiling the patterns above, which takes as long as reading 100 phases. */
const PLAIN = /^(\d{1,4}) (hours?|days?|weeks?|months?)$/;
const PERCENT = /(?<![\d.])(\d{1,3})(?:\.\d{1,4})?[ \t]{0,2}%/;
const BARE = new RegExp(`^~?[ \\t]{0,3}(${NUMBER})(?:[ \\t]{0,3}${RANGE_DASH}[ \\t]{0,3}(${NUMBER}))?$`, "i");

/**
 * Reads a duration as people write it: `4 weeks`, `2-3 days`, `~2w`, `18 months (72 weeks)`, `4 weeks (60% complete,
 * 2 weeks remaining)`. `unit` is what a column head says bare numbers are counted in. Where a length in a coarse unit
 * is followed by one in weeks or days in parentheses, the finer one counts: months are a convention, weeks are not.
 */
export function parseDuration(text: string, weeksPer: WeeksPer, unit?: DurationUnit): DurationText {
  const readings = known.get(weeksPer) ?? new Map<DurationUnit | undefined, (text: string) => DurationText>();
  known.set(weeksPer, readings);
  const read = readings.get(unit) ?? remembered((written: string) => readDuration(written, weeksPer, unit));
  readings.set(unit, read);
  return read(text);
}

const known = new WeakMap<WeeksPer, Map<DurationUnit | undefined, (text: string) => DurationText>>();

function readDuration(text: string, weeksPer: WeeksPer, unit: DurationUnit | undefined): DurationText {
  const plain = PLAIN.exec(text);
  if (plain) {
    const { low, high } = inWeeks(plain[1]!, undefined, UNITS[plain[2]!]!, weeksPer);
    return { duration: { low, high }, remaining: null, progressPercent: null };
  }
  const head = text.slice(0, 500);
  const percent = PERCENT.exec(head);
  const progressPercent = percent && Number(percent[1]) <= 100 ? Number(percent[1]) : null;
  const remaining = readRemaining(head, weeksPer);
  const { outer, inner } = splitParentheses(head);

  const stated = readLength(outer, weeksPer);
  const inParentheses = inner
    .filter((part) => !/remaining|left|elapsed|spent|complete/i.test(part))
    .map((part) => readLength(part, weeksPer))
    .find((length) => length !== null);
  const finer = stated && inParentheses && COARSE.has(stated.unit) && FINE.has(inParentheses.unit);
  const length = finer ? inParentheses : (stated ?? inParentheses ?? readBare(outer, weeksPer, unit));
  return { duration: length && { low: length.low, high: length.high }, remaining, progressPercent };
}

/** A length in a coarse unit and the finer one in parentheses behind it, which count as one: `18 months (72 weeks)`. */
export interface DurationPair {
  readonly coarse: DurationReading & { readonly text: string; readonly start: number; readonly end: number };
  readonly fine: DurationReading & { readonly text: string; readonly start: number; readonly end: number };
  /** The unit of the finer one is the day, of which five or seven may make a week. */
  readonly isInDays: boolean;
}

/** The two lengths of a text that states one duration twice, or null. */
export function parseDurationPair(text: string, weeksPer: WeeksPer): DurationPair | null {
  const match = /\(([^()]{1,60})\)/.exec(text.slice(0, 500));
  if (!match || !isDurationOnly(match[1]!)) return null;
  const before = text.slice(0, match.index);
  const coarse = lengthAt(before, 0, weeksPer);
  const fine = lengthAt(match[1]!, match.index + 1, weeksPer);
  if (!coarse || !fine || !COARSE.has(coarse.unit) || !FINE.has(fine.unit)) return null;
  // `1 quarter, then 2 weeks (10 days)`: the parentheses belong to what stands right before them.
  return coarse.end === before.trimEnd().length ? { coarse, fine, isInDays: fine.unit === "day" } : null;
}

function lengthAt(
  text: string,
  offset: number,
  weeksPer: WeeksPer,
): (Length & { text: string; start: number; end: number }) | null {
  const match = LENGTH.exec(text);
  if (!match) return null;
  const start = offset + match.index;
  const length = inWeeks(match[1]!, match[2], UNITS[match[3]!.toLowerCase()]!, weeksPer);
  return { ...length, text: match[0], start, end: start + match[0].length };
}

const COARSE = new Set<DurationUnit>(["sprint", "month", "quarter", "year"]);
const FINE = new Set<DurationUnit>(["day", "week"]);

/** The unit a column head or heading names: `Effort (days)`, `Agent Hours`, `Weeks`, `Est. (d)`. */
export function unitNamedIn(text: string): DurationUnit | undefined {
  const words = text.toLowerCase().match(/[a-z]{1,12}/g) ?? [];
  const named = words.find((word) => word.length > 2 && Object.hasOwn(UNITS, word));
  const letter = /\(\s{0,3}([dhw])\s{0,3}\)/i.exec(text)?.[1];
  return named ? UNITS[named] : letter ? UNITS[letter.toLowerCase()] : undefined;
}

/** The unit of the first length that a text states (`6.25 d` → day). */
export function unitOfLength(text: string): DurationUnit | undefined {
  const match = LENGTH.exec(text.slice(0, LONGEST_TITLE));
  return match ? UNITS[match[3]!.toLowerCase()] : undefined;
}

/** True for a text that is a length and nothing else: what a heading may carry in parentheses. */
export function isDurationOnly(text: string): boolean {
  const bare = text.replace(/^\s{0,3}(?:~|est\.?|estimated|about|approx\.?)?\s{0,3}/i, "").trim();
  const match = LENGTH.exec(bare);
  return match !== null && match.index === 0 && match[0].length === bare.length;
}

interface Length extends DurationReading {
  readonly unit: DurationUnit;
}

function readLength(text: string, weeksPer: WeeksPer): Length | null {
  const match = LENGTH.exec(text);
  if (!match) return null;
  // "2 weeks remaining" speaks of what is left, not of the length.
  if (/^\s{0,3}(?:remaining|left|ago|elapsed)/i.test(text.slice(match.index + match[0].length))) return null;
  return inWeeks(match[1]!, match[2], UNITS[match[3]!.toLowerCase()]!, weeksPer);
}

function readBare(text: string, weeksPer: WeeksPer, unit: DurationUnit | undefined): Length | null {
  const match = unit && BARE.exec(text.trim());
  return match ? inWeeks(match[1]!, match[2], unit, weeksPer) : null;
}

function inWeeks(from: string, to: string | undefined, unit: DurationUnit, weeksPer: WeeksPer): Length {
  const low = toNumber(from) * weeksPer[unit];
  const high = to === undefined ? low : toNumber(to) * weeksPer[unit];
  return { low: clean(Math.min(low, high)), high: clean(Math.max(low, high)), unit };
}

function readRemaining(text: string, weeksPer: WeeksPer): number | null {
  const said = REMAINING_SIGN.test(text) ? REMAINING.exec(text) : null;
  return said ? clean(toNumber(said[1]!) * weeksPer[UNITS[said[2]!.toLowerCase()]!]) : null;
}

function splitParentheses(text: string): { outer: string; inner: string[] } {
  const inner: string[] = [];
  const outer = text.replace(/\(([^()]{0,200})\)/g, (_, part: string) => {
    inner.push(part);
    return " ";
  });
  return { outer, inner };
}

function toNumber(text: string): number {
  const part = /(?:([1-3])\/([234])|([½¼¾⅓⅔]))$/.exec(text);
  if (!part) return Number(/,\d{3}(?!\d)/.test(text) ? text.replaceAll(",", "") : text.replace(",", "."));
  const fraction = part[3] ? GLYPHS[part[3]]! : Number(part[1]) / Number(part[2]);
  return Number(text.slice(0, part.index)) + fraction;
}

/** 0.2 × 3 days is 0.6 weeks, not 0.6000000000000001. */
const clean = (weeks: number): number => Math.round(weeks * 1e6) / 1e6;
