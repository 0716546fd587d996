import { describe, expect, it } from "@jest/globals";
import * as duration from "../../src/grammar/duration.js";
import * as fieldName from "../../src/grammar/field-name.js";
import * as itemId from "../../src/grammar/item-id.js";
import * as reference from "../../src/grammar/reference.js";
import * as status from "../../src/grammar/status.js";
import * as tier from "../../src/grammar/tier.js";
import * as weekWindow from "../../src/grammar/week-window.js";
import { parseDay } from "../../src/grammar/calendar-day.js";
import { verbatimText, type InlineText } from "../../src/dialects/shared/inline-text.js";
import { parseLockState } from "../../src/grammar/lock-state.js";
import { serviceKey } from "../../src/grammar/service-name.js";
import * as itemTitle from "../../src/dialects/shared/item-title.js";
import { SourceText } from "../../src/dialects/shared/source-text.js";
import { splitSections } from "../../src/dialects/shared/split-sections.js";
import { settings } from "../kit/plan-builder.js";
import { readMarkdown } from "../kit/read-markdown.js";

const { weeksPer } = settings();
const placed = (text: string): InlineText => verbatimText(new SourceText({ path: "plan.md", text }), 0, text.length);

const parsers: Readonly<Record<string, (text: string) => unknown>> = {
  parseDay,
  parseLockState,
  serviceKey,
  parseDuration: (text) => duration.parseDuration(text, weeksPer, "day"),
  unitNamedIn: duration.unitNamedIn,
  isDurationOnly: duration.isDurationOnly,
  normalizeName: fieldName.normalizeName,
  factOfField: fieldName.factOfField,
  itemWord: itemId.itemWord,
  isItemWord: itemId.isItemWord,
  normalizeId: itemId.normalizeId,
  itemLabel: (text) => itemId.itemLabel("phase", text),
  idPrefix: itemId.idPrefix,
  isExplicitNone: reference.isExplicitNone,
  parseReferences: reference.parseReferences,
  parseStatus: status.parseStatus,
  statusMark: status.statusMark,
  opensWithStatus: status.opensWithStatus,
  parseTier: tier.parseTier,
  parseTierHeading: tier.parseTierHeading,
  parseWeekWindow: (text) => weekWindow.parseWeekWindow(text, 4),
  parseBareWindow: weekWindow.parseBareWindow,
  namedTitle: (text) => itemTitle.namedTitle(placed(text)),
  prefixedTitle: (text) => itemTitle.prefixedTitle(placed(text)),
  numberedTitle: (text) => itemTitle.numberedTitle(placed(text)),
  takeTitleApart: (text) => itemTitle.takeTitleApart(placed(text)),
  splitSections,
};

const PIECES =
  "Phase |Phase 1|Phase 1-|Task T1 - |(|()|)|((|( 1|1-|-1|1.|1.1.|1 to | and |, |+|**|*|`|#|🟡|✅| |\t|1|a:|a|A-|A1|T1-T|Week 1|1 week|~ 1|not |not yet |in |Tier 1 |2025-01-|1 %|· 1|·|- |. |can parallel |all the |User |User  |business |[x|[ |---|--- |<!--|x: y|\\|&amp;"
    .split("|")
    .concat("|", "| ", "# \n", "\n", "\r", "---\na: b\n", "```\n", "<b\n", "- x\n", "</pre\n");
const OPENINGS = ["", "Phase 1: ", "("];
const ENDINGS = ["", "x"];

const hostile = (opening: string, piece: string, ending: string, length: number): string =>
  opening + piece.repeat(Math.ceil(length / piece.length)).slice(0, length) + ending;

/** Milliseconds, the median of three. */
function time(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[1]!;
}

/** Four times the text may take six times as long; the slack hides what is too short to be measured. */
function grows(work: (length: number) => () => unknown, short: number, long: number, slackMs: number): boolean {
  const many = work(long);
  const start = performance.now();
  many();
  if (performance.now() - start < slackMs) return false;
  const few = work(short);
  // A machine that is busy with something else fails once, not three times.
  return [1, 2, 3].every(() => time(many) > 6 * time(few) + slackMs);
}

describe("a line of 200,000 characters takes about four times as long as one of 50,000", () => {
  it.each(Object.entries(parsers))("for %s", (_, parse) => {
    const slow: string[] = [];
    for (const opening of OPENINGS) {
      for (const piece of PIECES) {
        for (const ending of ENDINGS) {
          const work = (length: number): (() => unknown) => {
            const text = hostile(opening, piece, ending, length);
            return () => parse(text);
          };
          if (grows(work, 50_000, 200_000, 40)) slow.push(JSON.stringify([opening, piece, ending]));
        }
      }
    }
    expect(slow).toEqual([]);
  });
});

/** Documents that once took a time that grew with the square of their length. */
const documents: Readonly<Record<string, (count: number) => string>> = {
  "headings with fields": (count) =>
    repeat(
      count,
      (i) => `## Phase ${i}: x\n\n- **Depends on:** Phase ${i - 1}\n- **Tier:** 1\n- **Duration:** 1 week\n\n`,
    ),
  "a table with ranges": (count) =>
    `| Phase | Depends on |\n|--|--|\n${repeat(count, (i) => `| ${i} | ${i > 4 ? `Phases ${i - 3}-${i}` : "none"} |\n`)}`,
  "local ids": (count) =>
    repeat(count, (i) => `## Phase ${i}: x\n\n### Worker 1: a\n\n### Worker 2: b\n\n**Depends on:** Worker 1\n\n`),
  "numbered headings": (count) => repeat(count, (i) => `## ${i}. x\n\n**Depends on:** ${i - 1}\n\n`),
  "a list in a tier": (count) =>
    `## Tier 1\n\n${repeat(count, (i) => `- [ ] **Phase ${i}: x** (after Phase ${i - 1})\n`)}`,
  "bold fields in one paragraph": (count) => `## Phase 1: x\n\n${"**Tier:** 1\n".repeat(count)}`,
  "entities in one field": (count) => `## Phase 1: x\n\n**Services:** ${"\\_ &amp;, ".repeat(count)}`,
  "separators behind a field": (count) => `## Phase 1: x\n\n**Tier:** ${"| ".repeat(count)}x`,
  "parentheses in a list of services": (count) => `## Phase 1: x\n\n**Services:** ${"(".repeat(count)}x`,
  "a registry of services": (count) =>
    `| Service | Owner Phase | Version | Dependent Phases |\n|--|--|--|--|\n${repeat(count, (i) => `| S${i} | Phase ${i} | 1 | Phase 1, 2 |\n`)}`,
  "locks of one service": (count) =>
    `| Service | Locked by | From | Until |\n|--|--|--|--|\n${repeat(count, (i) => `| S | Phase ${i} | Week ${i} | Phase ${i} |\n`)}`,
  "a lock matrix of short rows": (count) =>
    `| Service |${repeat(count, (i) => ` Phase ${i} |`)}\n|${"--|".repeat(count + 1)}\n${"| S | 🔒 |\n".repeat(count)}`,
  "quotes in quotes": (count) => `${"> ".repeat(count)}x`,
  "lists in lists": (count) => `${"- ".repeat(count)}x`,
};

const repeat = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index + 1)).join("");

describe("a document four times as long takes about four times as long", () => {
  it.each(Object.entries(documents))("of %s", (_, write) => {
    const work = (count: number): (() => unknown) => {
      const text = write(count);
      return () => readMarkdown(text);
    };
    expect(grows(work, 500, 2000, 100)).toBe(false);
  });
});
