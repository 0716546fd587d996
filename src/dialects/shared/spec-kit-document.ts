import type { ListItem, RootContent } from "mdast";
import { parseReferences } from "../../grammar/reference.js";
import { isStory } from "../../grammar/story-name.js";
import type { PlacedText } from "../../model/place.js";
import { inlineText } from "./inline-text.js";
import type { MarkdownDocument, Section } from "./markdown-document.js";
import { sectionItems, type SectionItem } from "./section-items.js";

/** A spec-kit `tasks.md`, as far as several readers must agree about it. */
export interface SpecKitDocument {
  /** Its phases (or stories), with what else they are called, in document order. */
  readonly phases: readonly SpecKitPhase[];
  /** The sections that say what waits for what. */
  readonly dependencySections: ReadonlySet<Section>;
}

export interface SpecKitPhase {
  readonly item: SectionItem;
  /** `User Story 1`, `US1`, `AUTH-US2`, as the heading writes it. */
  readonly stories: readonly PlacedText[];
  /** `Setup`, `Polish`. */
  readonly names: readonly PlacedText[];
}

/** A task as spec-kit numbers them, at the start of a list entry. */
export const TASK = /^[^\p{L}\p{N}]{0,6}(T-?\d{2,4}[a-z]?)(?=[\s:.\])]|$)/u;

const known = new WeakMap<MarkdownDocument, SpecKitDocument | null>();

/** Null for any other document. Computed once a document. */
export function specKitDocument(document: MarkdownDocument): SpecKitDocument | null {
  const before = known.get(document);
  if (before !== undefined) return before;
  const found = describe(document);
  known.set(document, found);
  return found;
}

function describe(document: MarkdownDocument): SpecKitDocument | null {
  if (!/T-?\d{2}/.test(document.source.text)) return null;
  const withTasks = new Set(document.sections.filter((section) => hasTasks(document, section)));
  if (withTasks.size === 0) return null;
  const items = sectionItems(document);
  const phases = [...items.values()].filter(({ title }) => /^(?:phase|story)$/.test(title.word));
  if (phases.length === 0) return null;
  const dependencySections = document.sections.filter(
    (section) => !withTasks.has(section) && isAboutDependencies(section, items),
  );
  return { phases: phases.map(describePhase), dependencySections: new Set(dependencySections) };
}

/** A phase about dependencies (`Phase 2: Dependency injection`) is a phase. */
function isAboutDependencies(section: Section, items: ReadonlyMap<Section, SectionItem>): boolean {
  for (let at: Section | null = section; at; at = at.parent) {
    if (items.has(at)) return false;
    if (/\bdependenc(?:y|ies)\b|\bexecution order\b/i.test(at.heading?.text.slice(0, 200) ?? "")) return true;
  }
  return false;
}

function hasTasks(document: MarkdownDocument, section: Section): boolean {
  return section.blocks.some(
    ({ node, anchor }) =>
      node.type === "list" &&
      node.children.some((item) => {
        const [first] = item.children as RootContent[];
        return (
          isBox(item) &&
          first?.type === "paragraph" &&
          TASK.test(inlineText(document.source, anchor, first.children).text)
        );
      }),
  );
}

const isBox = (item: ListItem): boolean => typeof item.checked === "boolean";

function describePhase(item: SectionItem): SpecKitPhase {
  const { title, word, id, idText } = item.title;
  const own = word === "story" ? [named(idText, `User Story ${id}`)] : [];
  if (!title) return { item, stories: own, names: [] };
  const length = title.text.search(/\s[-\u2010-\u2015]\s|[:(]/u);
  const head = length < 0 ? title : title.slice(0, length);
  const opening = parseReferences(head.text)
    .flatMap(({ references }) => references)
    .filter((reference) => reference.lastId === null && isStory(reference))
    .map(({ word, id, start, end }) => named(head.slice(start, end), `${word === "story" ? "User Story " : ""}${id}`));
  const bracketed = [...title.text.matchAll(/[([]((?:[A-Z]{1,12}-)?US-?\d{1,3})[)\]]/g)].map(({ 1: name, index }) =>
    title.slice(index + 1, index + 1 + name!.length),
  );
  const stories = [...own, ...opening, ...bracketed];
  return { item, stories, names: stories.length > 0 ? [] : namesIn(head) };
}

/** `Polish & Cross-Cutting Concerns` is spoken of as `Polish`. */
function namesIn(head: PlacedText): PlacedText[] {
  const name = /^[^&/+,\n]{2,50}/u.exec(head.text)?.[0].trimEnd();
  if (!name) return [];
  const first = /^(?:setup|foundation(?:s|al)?|polish)(?=\s)/i.exec(name)?.[0];
  const lengths = first ? [first.length, name.length] : [name.length];
  return lengths.map((length) => head.slice(0, length));
}

function named(at: PlacedText, text: string): PlacedText {
  const placed: PlacedText = { text, place: at.place, slice: () => placed };
  return placed;
}
