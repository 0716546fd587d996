import type { FindingRow, FixRow } from "../../../model/report.js";
import type { MarkdownOptions } from "../../render.js";
import { breakMarkers } from "../break-markers.js";
import { cleanText, JOINER } from "../clean-text.js";
import { markdownCode } from "../markdown-code.js";
import { markdownText } from "../markdown-text.js";
import { placeLink } from "./place-link.js";

const MAX_RELATED = 8;
const FEW_RELATED = 2;
const MAX_DIFF_LINES = 12;
// What is cut could not be pasted any more.
const MAX_PASTED = 2000;
const PASTE = "with this row in a table of breaking changes it would pass:";
const INDENT = "  ";
const BREAK = `<br>\n${INDENT}`;

const SEVERITY_ICON = { error: "❌", warning: "⚠️", notice: "ℹ️" } as const;
const SEVERITY_WORD = { error: "Error", warning: "Warning", notice: "Notice" } as const;

/** One finding as a list entry: what, where, by which rule, who else is involved, the way out; `note` is safe already. */
export function findingItem(
  finding: FindingRow,
  options: MarkdownOptions,
  depth: "full" | "short",
  note: string | null = null,
): string {
  const message = markdownText(finding.message, 600);
  const where = `${placeLink(finding.place, options.links)} · ${ruleName(finding.ruleId, options.rulesUrl)}`;
  const lead = `- ${SEVERITY_ICON[finding.severity]} **${SEVERITY_WORD[finding.severity]}:**`;
  if (depth === "short") {
    const terms = note === null ? waysOutInShort(finding) : [note];
    return [`${lead} ${message}`, where, ...terms].join(BREAK);
  }
  const related = relatedPlaces(finding, options);
  // Few places read best close to the finding; many are a list of their own.
  const isFew = related.length <= FEW_RELATED;
  return [
    [`${lead} **${message}**`, where, ...(isFew ? related : [])].join(BREAK),
    ...(isFew ? [] : [related.map((line) => `${INDENT}- ${line}`).join("\n")]),
    ...(finding.fix ? [wayOut(finding.fix)] : []),
    ...(finding.toPaste === undefined ? [] : [toPaste(finding.toPaste)]),
  ].join(`\n\n`);
}

function waysOutInShort({ fix, toPaste }: FindingRow): string[] {
  return [
    ...(fix ? [`**Way out:** ${markdownText(fix.title, 300)}`] : []),
    ...(toPaste === undefined ? [] : [`**Way out:** ${PASTE} ${markdownCode(toPaste, MAX_PASTED)}`]),
  ];
}

function relatedPlaces({ related }: FindingRow, { links }: MarkdownOptions): string[] {
  const shown = related
    .slice(0, MAX_RELATED)
    .map(({ place, message }) => `${markdownText(message, 300)}: ${placeLink(place, links)}`);
  const more = related.length - MAX_RELATED;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])];
}

function wayOut(fix: FixRow): string {
  const words = `${INDENT}**Way out:** ${markdownText(fix.title, 300)}`;
  const diff = diffLines(fix);
  if (diff.length === 0) return words;
  const shown = diff.slice(0, MAX_DIFF_LINES);
  const more = diff.length - shown.length;
  const fence = fenceFor(shown);
  const block = [`${fence}diff`, ...shown, ...(more > 0 ? [`# and ${more} more lines`] : []), fence];
  return [words, block.map((line) => INDENT + line).join("\n")].join("\n\n");
}

function toPaste(text: string): string {
  // In a log, and the report may be printed to one, a runner obeys a line that begins with `::`.
  const lines = text.split(/\r\n|\r|\n/).map((line) => codeLine(line, MAX_PASTED).replace(/^ *:(?=:)/, `$&${JOINER}`));
  const fence = fenceFor(lines);
  const block = [`${fence}markdown`, ...lines, fence].map((line) => INDENT + line).join("\n");
  return `${INDENT}**Way out:** ${PASTE}\n\n${block}`;
}

function diffLines({ diff, edits }: FixRow): string[] {
  if (!diff) return edits.flatMap(({ newText }) => added(newText));
  const paths = new Set(diff.map((row) => row.path));
  return diff.flatMap(({ path, line, before, after }, index) => {
    const isNext = diff[index - 1]?.path === path && diff[index - 1]!.line + 1 >= line;
    const position = paths.size > 1 ? `${path}:${line}` : `line ${line}`;
    return [
      ...(isNext ? [] : [`@@ ${codeLine(position)} @@`]),
      ...(before === null ? [] : [`- ${codeLine(before)}`]),
      ...(after === null ? [] : [`+ ${codeLine(after)}`]),
    ];
  });
}

const added = (text: string): string[] =>
  text.split(/\r\n|\r|\n/).flatMap((line) => (line ? [`+ ${codeLine(line)}`] : []));

// Indentation carries meaning in a plan, so it is kept.
function codeLine(line: string, limit = 200): string {
  const indent = /^ {0,40}/.exec(line)![0];
  return indent + breakMarkers(cleanText(line, limit));
}

function fenceFor(lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
  return "`".repeat(longest + 1);
}

function ruleName(ruleId: string, rulesUrl: string | null): string {
  const name = markdownCode(ruleId);
  return rulesUrl && /^[a-z0-9-]+$/.test(ruleId) ? `[${name}](${rulesUrl}/${ruleId}.md)` : name;
}
