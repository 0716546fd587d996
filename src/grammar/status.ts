import type { Status } from "../model/plan.js";
import { remembered } from "./remembered.js";

/** Marks people put for a status, wherever they stand. A colour alone means little; these are the common readings. */
const MARKS: readonly (readonly [pattern: RegExp, status: Status])[] = [
  [/[\u2705\u2714\u2713\u2611]|\[x\]/iu, "done"],
  [/[\u{1F7E1}\u{1F7E2}\u{1F504}\u{1F6A7}\u{1F3D7}\u{1F3C3}]/u, "in-progress"],
  [/[\u23F8\u{1F6AB}\u26D4]/u, "blocked"],
  [/[\u23F3\u231B\u2B1C\u{1F4CB}\u{1F535}\u{1F195}\u26AA\u{1F532}\u{1F5D3}\u{1F534}\u274C]|\[ \]/u, "not-started"],
];

/** Every mark is beyond ASCII, or a box. */
const MAY_BE_MARK = /\[|[^\t-~]/;

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

/** What people write for the same in other languages; keywords mostly stay English in such plans, statuses do not. */
const FOREIGN: Readonly<Partial<Record<Status, readonly string[]>>> = {
  "not-started": [
    "完了予定|未着手|未開始|未开始|待开始|待办|未完了|未完成|未対応|予定|시작 ?전|미착수|미시작|미완료|대기 ?중?|예정",
    "à faire|à venir|prévue?s?|(?:non|pas)(?: encore)? (?:commencée?s?|terminée?s?)",
    "offen|geplant|ausstehend|nicht (?:begonnen|gestartet|abgeschlossen|fertig)",
    "pendientes?|por hacer|planificad[oa]s?|(?:sin|no) (?:iniciar|empezar|iniciad[oa]s?|completad[oa]s?|terminad[oa]s?)",
    "pendentes?|a fazer|planejad[oa]s?|não (?:iniciad[oa]s?|concluíd[oa]s?|completad[oa]s?)",
    "da fare|non iniziat[oa]|te doen|niet gestart|не начат[оаы]?|запланирован[оаы]?|do zrobienia|chưa bắt đầu",
  ],
  "in-progress": [
    "進行中|进行中|作業中|対応中|着手中|실행 ?중|진행 ?중|작업 ?중",
    "en cours|commencée?s?|in Arbeit|in Bearbeitung|laufend|angefangen|begonnen",
    "en curso|en progreso|en proceso|em andamento|em progresso|em curso",
    "in corso|mee bezig|bezig|в работе|в процессе|w toku|devam ediyor|đang thực hiện",
  ],
  done: [
    "完了|完成|已完成|対応済み?|完了済み?|완료(?:됨)?",
    "terminée?s?|achevée?s?|finie?s?|faite?s?|abgeschlossen|erledigt|fertig",
    "completad[oa]s?|terminad[oa]s?|finalizad[oa]s?|hech[oa]s?|concluíd[oa]s?|feit[oa]s?",
    "completat[oa]|fatto|voltooid|afgerond|готово|завершен[оаы]?|выполнен[оаы]?|zakończon[eoy]|tamamlandı|hoàn thành",
  ],
  blocked: ["阻塞|ブロック中|保留|보류|차단됨?|bloquée?s?|blockiert|bloquead[oa]s?|bloccat[oa]|заблокирован[оаы]?"],
  paused: ["一時停止|暂停|일시 ?중지|en pause|pausiert|pausad[oa]s?|in pausa|приостановлен[оаы]?"],
  deprecated: [
    "中止|廃止|取消|已取消|취소(?:됨)?|annulée?s?|abandonnée?s?|verworfen|abgebrochen|gestrichen|cancelad[oa]s?|annullat[oa]|отменен[оаы]?",
  ],
};

/** Letters of scripts without spaces may follow; before and after others no letter may stand. */
const ALL_WORDS: readonly (readonly [pattern: RegExp, status: Status])[] = [
  ...WORDS,
  ...Object.entries(FOREIGN).flatMap(([status, patterns]) =>
    patterns.map((words) => [wordPattern(words), status as Status] as const),
  ),
];

function wordPattern(words: string): RegExp {
  const inRow = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]";
  return new RegExp(`(?:(?<!\\p{L})|(?<=${inRow}))(?:${words})(?:(?!\\p{L})|(?=${inRow}))`, "iu");
}

const FRACTION = "(\\d{1,5})(?:[ \\t]?/[ \\t]?|[ \\t]{1,2}(?:out[ \\t])?of[ \\t]{1,2})(\\d{1,5})";
/** `3/5 done`, `2/4 sections`, `3 of 5 tasks`. */
const COUNTED = new RegExp(
  `(?<![\\d/.\\p{L}-])${FRACTION}[ \\t]{0,2}(?:done|completed?|finished|closed|merged|sections?|tasks?|sub-?tasks?|plans?|phases?|steps?|items?|stories|units?|tests?|parts?|milestones?|points?|boxes|checks?|tickets?|issues?)(?!\\p{L})`,
  "iu",
);
/** `3/5` and nothing else. */
const LONE = new RegExp(`^[^\\p{L}\\p{N}]{0,9}${FRACTION}[^\\p{L}\\p{N}]{0,9}$`, "iu");

const PERCENT = /(?<![\d.])(\d{1,3})(?:\.\d{1,4})?[ \t]{0,2}%/u;

/** What a status text says. */
export interface StatusReading {
  readonly status: Status;
  readonly progressPercent: number | null;
}

/**
 * Reads a status field or cell: words before marks (who writes "⏸️ On Hold" means the words), both before a bare
 * percentage or fraction; one under 100 turns "complete" into in progress. Any other text is `unknown`.
 */
export const parseStatus = remembered((text: string): StatusReading => {
  const head = text.slice(0, 200).normalize("NFC");
  const said = earliest(ALL_WORDS, head) ?? earliest(MARKS, head);
  const progressPercent = percentIn(head) ?? fractionIn(head, said);
  return { status: settle(said, progressPercent), progressPercent };
});

function percentIn(text: string): number | null {
  const percent = PERCENT.exec(text);
  return percent && Number(percent[1]) <= 100 ? Number(percent[1]) : null;
}

/** Rounded down: all but one of a thousand is not all. `✅ 3/15` may be the day on which it was done. */
function fractionIn(text: string, said: Status | null): number | null {
  if (!/\d/.test(text)) return null;
  const [, part, whole] = COUNTED.exec(text) ?? (said === "done" ? null : LONE.exec(text)) ?? [];
  const [done, of] = [Number(part), Number(whole)];
  return of > 0 && done <= of ? Math.floor((done / of) * 100) : null;
}

/** The status that a mark gives (`Phase 9: Test suite ✅`) and where it stands, or null without a mark. */
export function statusMark(
  text: string,
): { readonly status: Status; readonly start: number; readonly end: number } | null {
  if (!MAY_BE_MARK.test(text)) return null;
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
    earliest(ALL_WORDS, text.slice(mark.end, mark.end + 40)) !== null
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
    if (index === 0) break;
  }
  return first?.status ?? null;
}
