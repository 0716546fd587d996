import type { DurationUnit } from "../model/settings.js";
import { unitOfLength } from "./duration.js";

/** A plain length and where its number stands: `93` of `Total: 93 weeks`. */
export interface StatedLength {
  /** The number or the range of numbers. */
  readonly start: number;
  readonly end: number;
  readonly unit: DurationUnit;
  readonly isApproximate: boolean;
}

const TOTAL =
  /^[^\p{L}\p{N}]{0,12}(?:grand[ ]|overall[ ])?total(?:[ ](?:project[ ]|estimated[ ]|planned[ ])?(?:time|timeline|duration|length|effort|estimate|schedule))?(?:[ ]\([^()]{0,40}\))?[ \t]{0,3}[:=][^\p{L}\p{N}~]{0,6}/iu;
const LENGTH =
  /^((?:~|\u2248|about|approx\.?|approximately|around|circa|roughly)[ \t]{0,3})?(\d{1,5}(?:\.\d{1,3})?(?:[ \t]{0,2}(?:-|[\u2010-\u2015]|to)[ \t]{0,2}\d{1,5}(?:\.\d{1,3})?)?)[ \t]{0,2}(hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|sprints?)(?![\p{L}\d+])/iu;

/** What a line `Total: 93 weeks` says; null for any other line. */
export function parseTotal(line: string): StatedLength | null {
  const label = TOTAL.exec(line);
  if (!label) return null;
  const length = LENGTH.exec(line.slice(label[0].length));
  const unit = length && unitOfLength(`1 ${length[3]!}`);
  if (!length || !unit) return null;
  const start = label[0].length + (length[1] ?? "").length;
  return { start, end: start + length[2]!.length, unit, isApproximate: length[1] !== undefined };
}

/** The two ends of a number or a range of numbers: `6-7` → 6 and 7. */
export function parseNumbers(text: string): readonly [low: number, high: number] {
  const [low, high] = text.match(/\d{1,5}(?:\.\d{1,3})?/g) ?? [];
  return [Number(low), Number(high ?? low)];
}

const DONE =
  /(?<![\d./-])\d{1,4}[ \t]{0,2}(?:\/|of|out of)[ \t]{0,2}(?:the[ ]|all[ ])?\d{1,4}(?=[ \t]{1,3}phases?[ \t]{1,3}(?:are[ ]|is[ ]|have been[ ])?(?:complete|done|finished))/iu;

/** Where the two numbers of `3 of 8 phases complete` stand; null where there is no such count. */
export function parseDoneCount(line: string): { readonly start: number; readonly end: number } | null {
  const match = DONE.exec(line);
  return match && { start: match.index, end: match.index + match[0].length };
}
