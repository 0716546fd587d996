import type { TextSpan } from "./dependency-sentence.js";

/** One task line of a Mermaid gantt chart. */
export interface GanttTask {
  readonly title: TextSpan;
  readonly id: TextSpan | null;
  /** The ids behind `after`. */
  readonly after: readonly TextSpan[];
  /** `3d`, `0.6w`; null where an end is a date or a word such as `ongoing`. */
  readonly duration: TextSpan | null;
  /** `active` or `done`. */
  readonly status: TextSpan | null;
}

const LONGEST = 1000;
const KEYWORD =
  /^\s{0,200}(?:%%|(?:title|dateformat|axisformat|tickinterval|excludes|includes|todaymarker|weekday|weekend|inclusiveenddates|topaxis|displaymode|acctitle|accdescr|click|section|gantt)(?=[\s:]|$))/i;
const SECTION = /^\s{0,200}section\s{1,20}(?=\S)/i;
const TAG = /^(?:active|done|crit|milestone|vert)$/i;
const AFTER = /^after(?=\s|$)/i;
const LENGTH = /^\d{1,6}(?:\.\d{1,4})?(?:ms|[Mdhmswy])$/;
const MOMENT = /^(?:until(?=\s|$)|\d{1,4}[-/.]\d|\d{1,2}:\d{2}|\d{8,14}$)/i;

/** The name of a section that a line opens, or null. */
export function ganttSection(line: string): TextSpan | null {
  const head = SECTION.exec(line.slice(0, LONGEST))?.[0];
  return head === undefined ? null : trimmed(line, head.length, Math.min(line.length, LONGEST));
}

/**
 * Reads `Title :crit, done, id, after a b, 3d`, every part but the title optional. What is broken (`after ,`) or says
 * nothing about length (`ongoing`) is passed over; null for a line that is no task.
 */
export function parseGanttTask(written: string): GanttTask | null {
  const line = written.slice(0, LONGEST);
  if (KEYWORD.test(line)) return null;
  const colon = colonOf(line);
  const title = trimmed(line, 0, Math.max(0, colon));
  if (colon < 0 || title.start === title.end) return null;
  const parts = partsOf(line, colon + 1);
  const say = ({ start, end }: TextSpan): string => line.slice(start, end);
  const tags = parts.slice(
    0,
    leading(parts, (part) => TAG.test(say(part))),
  );
  const rest = parts.slice(tags.length);
  const isOwn = (part: TextSpan): boolean =>
    !LENGTH.test(say(part)) && !MOMENT.test(say(part)) && !AFTER.test(say(part));
  // The id is the first of two or three; a lone word is an end that cannot be read.
  const id = rest.length > 1 && rest[0]!.start < rest[0]!.end && isOwn(rest[0]!) ? rest[0]! : null;
  return {
    title,
    id,
    after: rest.filter((part) => AFTER.test(say(part))).flatMap((part) => wordsOf(line, part.start + 5, part.end)),
    duration: rest.findLast((part) => LENGTH.test(say(part))) ?? null,
    status: tags.find((tag) => /^(?:active|done)$/i.test(say(tag))) ?? null,
  };
}

/** The last colon that parts no hours and minutes: titles have colons (`Phase 1: Setup :p1, 3d`). */
function colonOf(line: string): number {
  for (let at = line.lastIndexOf(":"); at >= 0; at = at === 0 ? -1 : line.lastIndexOf(":", at - 1))
    if (!(/\d/.test(line[at - 1] ?? "") && /\d\d(?!\d)/.test(line.slice(at + 1, at + 4)))) return at;
  return -1;
}

function partsOf(line: string, from: number): TextSpan[] {
  const parts: TextSpan[] = [];
  const stop = /[#;]/.exec(line.slice(from));
  const end = stop ? from + stop.index : line.length;
  for (let start = from; start <= end;) {
    const comma = line.indexOf(",", start);
    const to = comma < 0 || comma > end ? end : comma;
    parts.push(trimmed(line, start, to));
    start = to + 1;
  }
  return parts;
}

const wordsOf = (line: string, from: number, to: number): TextSpan[] =>
  [...line.slice(from, to).matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    start: from + index,
    end: from + index + word.length,
  }));

function leading<Value>(values: readonly Value[], test: (value: Value) => boolean): number {
  const other = values.findIndex((value) => !test(value));
  return other < 0 ? values.length : other;
}

function trimmed(line: string, from: number, to: number): TextSpan {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(line[start]!)) start++;
  while (end > start && /\s/.test(line[end - 1]!)) end--;
  return { start, end };
}
