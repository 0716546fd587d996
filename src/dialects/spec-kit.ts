import type { List, ListItem, RootContent } from "mdast";
import { dependencyClauses, type DependencyClause } from "../grammar/dependency-sentence.js";
import { normalizeId } from "../grammar/item-id.js";
import type { Declaration, FactDeclaration, ItemDeclaration } from "../model/declaration.js";
import type { PlacedText } from "../model/place.js";
import type { Dialect } from "./dialect.js";
import { boxText } from "./shared/box-text.js";
import { declareItem } from "./shared/declare-item.js";
import { inlineText } from "./shared/inline-text.js";
import type { Block, MarkdownDocument, Section } from "./shared/markdown-document.js";
import { takeTitleApart } from "./shared/item-title.js";
import { enclosingItem, nameOf, sectionItems } from "./shared/section-items.js";
import { specKitDocument, TASK, type SpecKitDocument, type SpecKitPhase } from "./shared/spec-kit-document.js";
import { subjectsOf, type Subject } from "./shared/spec-kit-subjects.js";

const TASK_ID = "T-?\\d{2,4}[a-z]?";
/** A sentence of its own in a task's text: `Depends on T049.` */
const TASK_WAITS = new RegExp(
  `(?<![\\p{L}(])depends on:?\\s{1,3}(${TASK_ID}(?:(?:\\s{0,2}[,&\\u2010-\\u2015-]\\s{0,2}|\\s{1,2}and\\s{1,2})${TASK_ID}){0,20})(?![\\p{L}\\d])`,
  "iu",
);

/**
 * spec-kit's `tasks.md`: tasks `- [ ] T001 [P] [US1] …` below phase headings, what the phases are also called, and the
 * sentences of the section "Dependencies & Execution Order".
 */
export const specKit: Dialect = {
  name: "spec-kit",
  *read(document): Iterable<Declaration> {
    const kit = specKitDocument(document);
    if (!kit) return;
    for (const phase of kit.phases) yield* aliases(phase);
    const said = new Map<string, number>();
    for (const section of document.sections) {
      const isAboutDependencies = kit.dependencySections.has(section);
      for (const block of section.blocks) {
        if (block.node.type !== "list") continue;
        if (isAboutDependencies) yield* fewOfEach(sentences(document, kit, block as Block<List>, null), said);
        else yield* tasks(document, section, block as Block<List>);
      }
    }
  },
};

/** More sentences about one item than anybody writes. */
const MOST_SENTENCES = 20;

function* fewOfEach(declarations: Iterable<ItemDeclaration>, said: Map<string, number>): Iterable<ItemDeclaration> {
  for (const declaration of declarations) {
    const count = (said.get(declaration.label) ?? 0) + 1;
    said.set(declaration.label, count);
    if (count <= MOST_SENTENCES) yield declaration;
  }
}

function* aliases({ item: { title, section, parent }, stories, names }: SpecKitPhase): Iterable<ItemDeclaration> {
  const facts = [...stories, ...names].map((text): FactDeclaration => ({ fact: "alias", text, evidence: "explicit" }));
  if (facts.length === 0) return;
  yield declareItem(title, {
    mention: "section",
    place: section.heading!.place,
    parent,
    isDefinition: false,
    facts,
    dialect: "spec-kit",
  });
}

function* tasks(
  document: MarkdownDocument,
  section: Section,
  { node, anchor }: Block<List>,
): Iterable<ItemDeclaration> {
  const phase = enclosingItem(sectionItems(document), section);
  for (const item of node.children) {
    const [first, ...rest] = item.children as RootContent[];
    const text = first?.type === "paragraph" ? inlineText(document.source, anchor, first.children) : null;
    const match = text && TASK.exec(text.text);
    const box = boxText(document.source, anchor, item);
    if (match && box) {
      const idText = text.slice(match[0].length - match[1]!.length, match[0].length);
      const id = normalizeId(match[1]!);
      const after = text.slice(match[0].length);
      const marks = /^(?:[\s:.\])*]{0,4}\[[^\]\n]{1,30}\]){0,4}[\s:.\])*-]{0,4}/u.exec(after.text)![0].length;
      const said = takeTitleApart(after.slice(marks));
      yield declareItem(
        { id, word: "task", label: id, title: said.title, idText },
        {
          mention: "entry",
          place: text.place,
          parent: phase && nameOf(phase),
          isDefinition: true,
          facts: [
            ...said.facts.filter(({ fact }) => fact !== "status"),
            ...waitsFor(text),
            { fact: "status", text: box, evidence: "explicit" },
          ],
          dialect: "spec-kit",
        },
      );
    }
    for (const child of rest) if (child.type === "list") yield* tasks(document, section, { node: child, anchor });
  }
}

function waitsFor(text: PlacedText): FactDeclaration[] {
  const match = TASK_WAITS.exec(text.text);
  if (!match) return [];
  const end = match.index + match[0].length;
  return [{ fact: "dependsOn", text: text.slice(end - match[1]!.length, end), evidence: "explicit" }];
}

/** The sentences of a list. What is nested below an entry speaks of that entry, or is not read. */
function* sentences(
  document: MarkdownDocument,
  kit: SpecKitDocument,
  { node, anchor }: Block<List>,
  above: readonly Subject[] | null,
): Iterable<ItemDeclaration> {
  for (const item of node.children) {
    const text = entryText(document, anchor, item);
    if (!text) continue;
    let topic = above ?? [];
    const opening = /^[^:\n]{1,120}(?=:)/u.exec(text.text)?.[0] ?? text.text.slice(0, 120);
    if (!above) topic = subjectsOf(opening, kit.phases);
    for (const clause of dependencyClauses(text.text)) yield* declare(kit, text, clause, above);
    if (above) continue;
    for (const child of item.children)
      if (child.type === "list" && topic.length > 0) yield* sentences(document, kit, { node: child, anchor }, topic);
  }
}

function* declare(
  kit: SpecKitDocument,
  text: PlacedText,
  { subject, topic, fact, object }: DependencyClause,
  above: readonly Subject[] | null,
): Iterable<ItemDeclaration> {
  if (above && (subject || topic)) return;
  const span = subject ?? topic;
  const about = span ? subjectsOf(text.text.slice(span.start, span.end), kit.phases) : (above ?? []);
  const idText = span ? text.slice(span.start, span.end) : text;
  // A second subject inside the sentence is prose.
  const evidence = topic && subject ? "inferred" : "explicit";
  const facts: FactDeclaration[] = [{ fact, text: text.slice(object.start, object.end), evidence }];
  for (const { id, word, label, parent } of about)
    yield declareItem(
      { id, word, label, title: null, idText },
      { mention: "entry", place: text.place, parent, isDefinition: false, facts, dialect: "spec-kit" },
    );
}

function entryText(document: MarkdownDocument, anchor: number, item: ListItem): PlacedText | null {
  const [first] = item.children;
  return first?.type === "paragraph" ? inlineText(document.source, anchor, first.children) : null;
}
