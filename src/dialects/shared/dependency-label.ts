import type { Paragraph } from "mdast";
import { inlineText } from "./inline-text.js";
import type { Block, MarkdownDocument, Section } from "./markdown-document.js";

/** What the label or heading that a text stands under says of it. */
export type LabelMeaning = "dependencies" | "critical-path" | "other" | "silent";

const OTHER =
  /\b(?:execution|sequential|numeric(?:al)?|implementation|recommended|suggested|build|rollout|reading|merge|release)[ -]{1,3}(?:order|sequence)\b|\border of execution\b|\b(?:examples?|templates?|samples?|syntax|formats?|versions?|upgrades?|migrations?)\b/i;
const DEPENDENCIES = /\bdependenc(?:y|ies)\b/i;
const CRITICAL_PATH = /\bcritical[ -]{1,3}path\b/i;

/** What a single label says. */
export function meaningOf(label: string): LabelMeaning {
  const head = label.slice(0, 300);
  if (OTHER.test(head)) return "other";
  if (DEPENDENCIES.test(head)) return "dependencies";
  return CRITICAL_PATH.test(head) ? "critical-path" : "silent";
}

/** What the nearest heading that says anything about it says of a section. */
export function meaningOfSection(section: Section): LabelMeaning {
  for (let at: Section | null = section; at; at = at.parent) {
    const meaning = at.heading ? meaningOf(at.heading.text) : "silent";
    if (meaning !== "silent") return meaning;
  }
  return "silent";
}

/** What a block stands under: the label right above it, else the headings. */
export function meaningAbove(document: MarkdownDocument, section: Section, above: Block | null): LabelMeaning {
  const own = above ? meaningOf(labelText(document, above as Block<Paragraph>)) : "silent";
  return own === "silent" ? meaningOfSection(section) : own;
}

/** The last line of a paragraph where that is bold or ends with a colon, else nothing. */
function labelText(document: MarkdownDocument, { node, anchor }: Block<Paragraph>): string {
  const text = inlineText(document.source, anchor, node.children);
  const start = text.text.lastIndexOf("\n") + 1;
  const line = text.text.slice(start).trim();
  const isBold = text.strong.some(([from, to]) => from <= start + 2 && to > start);
  return isBold || /[:\uff1a]$/.test(line) ? line : "";
}
