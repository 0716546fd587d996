import type { List, ListItem, Paragraph, RootContent } from "mdast";
import { factOfField, normalizeName } from "../../grammar/field-name.js";
import { parseReferences } from "../../grammar/reference.js";
import { statusMark } from "../../grammar/status.js";
import { trimmedLength } from "../../grammar/trimmed-length.js";
import type { FactDeclaration, FactName } from "../../model/declaration.js";
import type { PlacedText } from "../../model/place.js";
import { inlineText, type InlineText } from "./inline-text.js";
import type { Block, Section } from "./markdown-document.js";
import type { SourceText } from "./source-text.js";
import { withoutStruck } from "./struck-text.js";

/** A field as it stands in a line: its name means something to a plan, or it does not and only ends the one before. */
interface Field {
  readonly fact: FactName | null;
  readonly value: PlacedText;
}

/**
 * The facts that fields in these blocks state, however they are written: bold or plain, colon inside or outside the
 * bold, one a line or several, bulleted, the value on the same line or in the list below.
 */
export function readFields(source: SourceText, blocks: readonly Block[]): FactDeclaration[] {
  const facts: FactDeclaration[] = [];
  /** A field whose value is still to come: `**Dependencies:**` above a list. */
  let open: FactName | null = null;
  for (const { node, anchor } of blocks) {
    if (node.type === "paragraph") {
      const fields = fieldsOf(paragraphText(source, anchor, node));
      facts.push(...stated(fields));
      const last = fields.at(-1);
      open = last?.fact && last.value.text.trim() === "" ? last.fact : null;
    } else if (node.type === "list") {
      facts.push(...readList(source, { node, anchor }, open));
      open = null;
    } else {
      open = null;
    }
  }
  return facts;
}

/** The values of a list that stands under a heading or field which names the fact. */
export function readValueList(source: SourceText, section: Section, fact: FactName): FactDeclaration[] {
  return section.blocks.flatMap(({ node, anchor }) => {
    if (node.type === "list") return listValues(source, { node, anchor }, fact);
    if (node.type !== "paragraph") return [];
    const text = paragraphText(source, anchor, node);
    return fieldsOf(text).length > 0 ? [] : [{ fact, text, evidence: "explicit" as const }];
  });
}

/** The facts of a list entry: fields on its own lines after the first, and fields nested below it. */
export function readEntryFields(source: SourceText, anchor: number, item: ListItem): FactDeclaration[] {
  const [first, ...rest] = item.children as RootContent[];
  const blocks = first?.type === "paragraph" ? rest : item.children;
  const own = first?.type === "paragraph" ? stated(fieldsOf(paragraphText(source, anchor, first), 1)) : [];
  return [
    ...own,
    ...readFields(
      source,
      blocks.map((node) => ({ node, anchor })),
    ),
  ];
}

function readList(source: SourceText, { node, anchor }: Block<List>, open: FactName | null): FactDeclaration[] {
  return node.children.flatMap((item) => {
    const paragraph = item.children[0];
    if (paragraph?.type !== "paragraph") return [];
    const text = paragraphText(source, anchor, paragraph);
    const fields = fieldsOf(text);
    // Below `**Dependencies:**` an entry such as `Phase 1: the base` is a value, not a field.
    if (fields.every(({ fact }) => fact === null))
      return open ? [{ fact: open, text: firstLine(text), evidence: "explicit" as const }] : [];
    const last = fields.at(-1)!;
    const below = item.children.find((child): child is List => child.type === "list");
    const nested =
      last.fact && last.value.text.trim() === "" && below ? listValues(source, { node: below, anchor }, last.fact) : [];
    return [...stated(fields), ...nested];
  });
}

function listValues(source: SourceText, { node, anchor }: Block<List>, fact: FactName): FactDeclaration[] {
  return node.children.flatMap((item) => {
    const paragraph = item.children[0];
    if (paragraph?.type !== "paragraph") return [];
    return [{ fact, text: firstLine(paragraphText(source, anchor, paragraph)), evidence: "explicit" as const }];
  });
}

/** `Duration: after A1 complete` says what is waited for, and no length. */
const AFTER = /^(?:starts? )?(?:after|once)\s{1,3}/i;

function stated(fields: readonly Field[]): FactDeclaration[] {
  return fields.flatMap(({ fact, value }): FactDeclaration[] => {
    if (!fact || value.text.trim() === "") return [];
    const waits = fact === "duration" ? AFTER.exec(value.text)?.[0] : undefined;
    if (waits && parseReferences(value.text.slice(waits.length)).some(({ references }) => references.length > 0))
      return [{ fact: "dependsOn", text: value.slice(waits.length), evidence: "explicit" }];
    const facts: FactDeclaration[] = [{ fact, text: value, evidence: "explicit" }];
    const mark = fact === "duration" ? statusMark(value.text) : null;
    if (mark) facts.push({ fact: "status", text: value.slice(mark.start), evidence: "inferred" });
    return facts;
  });
}

/** Fields of a paragraph in order, from line `fromLine` on. A value runs on to the next field. */
function fieldsOf(text: InlineText, fromLine = 0): Field[] {
  const starts = fieldStarts(text, fromLine);
  return starts.map(({ valueAt, fact }, index) => {
    const end = starts[index + 1]?.at ?? text.text.length;
    const raw = text.text.slice(valueAt, end);
    const lead = raw.length - raw.trimStart().length;
    const length = trimmedLength(raw, /[\s|\u00b7\u2022]/);
    return { fact, value: text.slice(valueAt + Math.min(lead, length), valueAt + length) };
  });
}

/** What may be a field's name at the start of a text. */
const FIELD_NAME = /^[^\p{L}\p{N}\n]{0,8}([\p{L}\p{N}][^\n:\uff1a]{0,59})[:\uff1a](?!\/\/)/u;

interface FieldStart {
  readonly at: number;
  readonly valueAt: number;
  readonly fact: FactName | null;
}

function fieldStarts(text: InlineText, fromLine: number): FieldStart[] {
  const starts: FieldStart[] = [];
  if (!/[:\uff1a]/.test(text.text)) return starts;
  const strongStarts = new Set(text.strong.map(([start]) => start));
  const bold = [...strongStarts].sort((a, b) => a - b);
  let line = 0;
  let lineStart = 0;
  let nextBold = 0;
  for (const content of text.text.split("\n")) {
    const boldCuts: number[] = [];
    for (; nextBold < bold.length && bold[nextBold]! < lineStart + content.length; nextBold++)
      boldCuts.push(bold[nextBold]! - lineStart);
    if (line++ >= fromLine && /[:\uff1a]/.test(content)) {
      const cuts = [0, ...separators(content), ...boldCuts];
      for (const cut of cuts.length === 1 ? cuts : [...new Set(cuts)].sort((a, b) => a - b)) {
        const match = FIELD_NAME.exec(content.slice(cut));
        if (!match) continue;
        const fact = factOfField(match[1]!);
        const isBold = strongStarts.has(lineStart + cut + match[0].indexOf(match[1]!));
        // A plain "word:" in mid-line is prose unless the word is known; at a line's start it ends the field before.
        if (fact || isBold || (cut === 0 && normalizeName(match[1]!).split(" ").length <= 4))
          starts.push({ at: lineStart + cut, valueAt: lineStart + cut + match[0].length, fact });
      }
    }
    lineStart += content.length + 1;
  }
  return starts;
}

/** Where ` | ` and ` · ` part several fields of one line. */
function separators(line: string): number[] {
  if (!/[|\u00b7\u2022]/.test(line)) return [];
  return [...line.matchAll(/[ \t][|\u00b7\u2022][ \t]/gu)].map((match) => match.index + match[0].length);
}

const paragraphText = (source: SourceText, anchor: number, node: Paragraph): InlineText =>
  withoutStruck(inlineText(source, anchor, node.children));

function firstLine(text: PlacedText): PlacedText {
  const end = text.text.indexOf("\n");
  return end < 0 ? text : text.slice(0, end);
}
