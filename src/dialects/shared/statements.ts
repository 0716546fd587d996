import type { RootContent } from "mdast";
import type { PlacedText } from "../../model/place.js";
import { fencesOf, isPlainText, type Fence } from "./fences.js";
import { inlineText } from "./inline-text.js";
import type { MarkdownDocument, Section } from "./markdown-document.js";

/** One line of a document that may claim something, and what stands around it. */
export interface Statement {
  readonly text: PlacedText;
  readonly section: Section;
  /** The fence it stands in, if any. */
  readonly fence: Fence | null;
}

/** Under such a heading or label, and in such a line, numbers are not said of the plan as it is. */
const HYPOTHETICAL =
  /\b(?:examples?|e\.g\.|hypothetical(?:ly)?|templates?|samples?|illustrat\w{1,8}|for instance|if|what[- ]if|would|could|might|scenarios?|ideal(?:ly)?|optimistic|pessimistic|realistic|conservative|aggressive|best[- ]case|worst[- ]case|alternatives?|original(?:ly)?|previous(?:ly)?|formerly|old|obsolete|superseded|archived?|historical|history|retrospective|lessons?)\b/i;
const LONGEST = 600;

const known = new WeakMap<MarkdownDocument, readonly Statement[]>();

/**
 * The lines of paragraphs, list entries and plain fences that are said of the plan itself, in the order of paragraphs
 * and lists, fences behind. Lines under a heading, label or first words that call them an example are left out.
 */
export function statementsOf(document: MarkdownDocument): readonly Statement[] {
  const before = known.get(document);
  if (before) return before;
  const statements = [...proseOf(document), ...fencedOf(document)];
  known.set(document, statements);
  return statements;
}

/** True for words that take back what they introduce. */
export const isHypothetical = (words: string): boolean => HYPOTHETICAL.test(words.slice(0, LONGEST));

/** True for a section that is called an example itself, or stands in one that is. */
export function isHypotheticalSection(section: Section): boolean {
  for (let at: Section | null = section; at; at = at.parent)
    if (at.heading && isHypothetical(at.heading.text)) return true;
  return false;
}

function* proseOf(document: MarkdownDocument): Iterable<Statement> {
  for (const section of document.sections) {
    if (isHypotheticalSection(section)) continue;
    let label = "";
    for (const { node, anchor } of section.blocks) {
      if (node.type === "paragraph") label = lastLine(inlineText(document.source, anchor, node.children).text);
      if (node.type === "paragraph" ? isHypothetical(firstWords(label)) : isHypothetical(label)) continue;
      for (const text of linesOf(document, anchor, node)) {
        if (!isHypothetical(text.text)) yield { text, section, fence: null };
      }
    }
  }
}

function* fencedOf(document: MarkdownDocument): Iterable<Statement> {
  for (const fence of fencesOf(document)) {
    if (!isPlainText(fence) || isHypotheticalSection(fence.section) || isHypothetical(labelOf(document, fence)))
      continue;
    for (const text of fence.lines) if (!isHypothetical(text.text)) yield { text, section: fence.section, fence };
  }
}

/** The lines of a paragraph or of the entries of a list, at any depth; nothing of other blocks. */
function* linesOf(document: MarkdownDocument, anchor: number, node: RootContent): Iterable<PlacedText> {
  if (node.type === "list") {
    for (const item of node.children)
      for (const child of item.children as RootContent[]) yield* linesOf(document, anchor, child);
  }
  if (node.type !== "paragraph") return;
  const text = inlineText(document.source, anchor, node.children);
  let start = 0;
  for (const line of text.text.split("\n")) {
    if (line.trim() !== "" && line.length <= LONGEST) yield text.slice(start, start + line.length);
    start += line.length + 1;
  }
}

function labelOf(document: MarkdownDocument, { above }: Fence): string {
  if (above?.node.type !== "paragraph") return "";
  return lastLine(inlineText(document.source, above.anchor, above.node.children).text);
}

const lastLine = (text: string): string => text.slice(text.lastIndexOf("\n") + 1);
/** `For example, …`, `Example: …`. */
const firstWords = (line: string): string => line.slice(0, 40);
