import type { RootContent } from "mdast";
import type { FactDeclaration, ItemName } from "../../model/declaration.js";
import { factOfField } from "../../grammar/field-name.js";
import { idKey, idPrefix, normalizeId, PREFIXED_ID } from "../../grammar/item-id.js";
import { parseStatus } from "../../grammar/status.js";
import { readFields, readValueList } from "./fields.js";
import { namedTitle, numberedTitle, prefixedTitle, type ItemTitle } from "./item-title.js";
import type { Block, MarkdownDocument, Section } from "./markdown-document.js";

/** A section whose heading names an item. */
export interface SectionItem {
  readonly section: Section;
  readonly title: ItemTitle;
  /** Facts of the heading, of the fields below it, and of fields under headings that name no item. */
  readonly facts: readonly FactDeclaration[];
  readonly checkboxes: { readonly count: number; readonly done: number };
  /** False for a heading that only looks like an item (`Step 1: …` of a how-to). */
  readonly isDefinition: boolean;
  readonly parent: ItemName | null;
}

/** Words that head how-tos and chapters as often as plan items: they need a fact to be one. */
const COMMON_WORDS = new Set(["step", "section", "track", "gate", "stage"]);
/** Facts that make an item of a heading that could be a mere chapter. */
const TELLING = new Set<FactDeclaration["fact"]>(["dependsOn", "blocks", "tier", "duration", "status", "parallelWith"]);

const known = new WeakMap<MarkdownDocument, ReadonlyMap<Section, SectionItem>>();

/** The items that a document's headings name. Computed once a document. */
export function sectionItems(document: MarkdownDocument): ReadonlyMap<Section, SectionItem> {
  const before = known.get(document);
  if (before) return before;
  const items = findItems(document);
  known.set(document, items);
  return items;
}

/** The nearest item in whose section this one stands (itself included), or null. */
export function enclosingItem(items: ReadonlyMap<Section, SectionItem>, section: Section | null): SectionItem | null {
  for (let at = section; at; at = at.parent) {
    const item = items.get(at);
    if (item) return item;
  }
  return null;
}

/** The name of an item as others refer to it. */
export const nameOf = (item: SectionItem): ItemName => ({
  id: item.title.id,
  word: item.title.word,
  parent: item.parent,
});

/** The parent of an item found below `enclosing`: never an item of its own kind, unless its id continues that one's. */
export function parentName(enclosing: SectionItem | null, title: { word: string; id: string }): ItemName | null {
  for (let name = enclosing && nameOf(enclosing); name; name = name.parent) {
    const isOwnKind = name.word === title.word || title.word === "";
    if (name.word === title.word && name.id === title.id) continue;
    if (!isOwnKind || title.id.startsWith(`${name.id}.`) || (title.word === "" && name.word !== "")) return name;
  }
  return null;
}

interface Candidate {
  readonly section: Section;
  readonly title: ItemTitle;
  readonly shape: "named" | "prefixed" | "numbered";
}

function findItems(document: MarkdownDocument): ReadonlyMap<Section, SectionItem> {
  const candidates = document.sections.flatMap((section): Candidate[] => {
    if (!section.heading) return [];
    const named = namedTitle(section.heading);
    if (named) return [{ section, title: named, shape: "named" }];
    const prefixed = prefixedTitle(section.heading);
    if (prefixed) return [{ section, title: prefixed, shape: "prefixed" }];
    const numbered = numberedTitle(section.heading);
    return numbered ? [{ section, title: numbered, shape: "numbered" }] : [];
  });
  const byChildren = childrenOf(document);
  const accepted = new Set(accept(document, candidates, byChildren).map((candidate) => candidate.section));
  const items = new Map<Section, SectionItem>();
  for (const { section, title } of candidates) {
    if (!accepted.has(section)) continue;
    const own = gather(document, section, byChildren, accepted);
    const facts = [...title.facts, ...own.facts];
    const hasTellingFact = facts.some(({ fact }) => TELLING.has(fact));
    const isDefinition = !COMMON_WORDS.has(title.word) || hasTellingFact;
    const parent = parentName(enclosingItem(items, section.parent), title);
    items.set(section, { section, title, facts, checkboxes: own.checkboxes, isDefinition, parent });
  }
  return items;
}

/**
 * A word says by itself that a heading is an item. A bare number is most often a chapter, and a prefixed id may be a
 * product's name: they count when most headings written alike carry fields of their own.
 */
function accept(
  document: MarkdownDocument,
  candidates: readonly Candidate[],
  children: ReadonlyMap<Section, readonly Section[]>,
): readonly Candidate[] {
  const sections = new Set(candidates.map(({ section }) => section));
  const groups = new Map<string, { size: number; withFields: number }>();
  for (const candidate of candidates) {
    if (candidate.shape === "named") continue;
    const group = groups.get(groupOf(candidate)) ?? { size: 0, withFields: 0 };
    groups.set(groupOf(candidate), group);
    group.size++;
    const { facts } = gather(document, candidate.section, children, sections);
    if (facts.some(({ fact }) => TELLING.has(fact))) group.withFields++;
  }
  let found: ReadonlySet<string> | null = null;
  const chained = (): ReadonlySet<string> => (found ??= chainedGroups(document, candidates));
  return candidates.filter((candidate) => {
    if (candidate.shape === "named") return true;
    const { size, withFields } = groups.get(groupOf(candidate))!;
    if (chained().has(groupOf(candidate))) return true;
    // `T001` and `TASK-1` are nothing but ids; `P0` and `H1` may be priorities or products.
    if (candidate.shape === "prefixed") return withFields > 0 || (size >= 3 && /[-_]\d|\d{3}/.test(candidate.title.id));
    return withFields > size * 0.6;
  });
}

const LINK = new RegExp(
  `(?<![\\p{L}\\d])(${PREFIXED_ID})[ \\t]{0,3}(?:[-=]{1,3}>|\\u2192)(?=[ \\t]{0,3}(${PREFIXED_ID})(?![\\p{L}\\d]))`,
  "gu",
);

/** Headings whose ids a chain such as `M0 → M1` joins are items, though none of them states a fact. */
function chainedGroups(document: MarkdownDocument, candidates: readonly Candidate[]): ReadonlySet<string> {
  const groups = new Map<string, string>();
  for (const one of candidates) if (one.shape === "prefixed") groups.set(idKey(one.title.id), groupOf(one));
  const chained = new Set<string>();
  if (groups.size < 2) return chained;
  for (const [, from, to] of document.source.text.matchAll(LINK)) {
    const group = groups.get(idKey(normalizeId(from!)));
    if (group !== undefined && group === groups.get(idKey(normalizeId(to!)))) chained.add(group);
  }
  return chained;
}

const groupOf = ({ shape, section, title }: Candidate): string => `${shape} ${section.depth} ${idPrefix(title.id)}`;

function childrenOf(document: MarkdownDocument): ReadonlyMap<Section, readonly Section[]> {
  const children = new Map<Section, Section[]>();
  for (const section of document.sections) {
    if (!section.parent) continue;
    const siblings = children.get(section.parent);
    if (siblings) siblings.push(section);
    else children.set(section.parent, [section]);
  }
  return children;
}

/** The facts and check boxes of a section and of those below it that belong to no item of their own. */
function gather(
  document: MarkdownDocument,
  section: Section,
  children: ReadonlyMap<Section, readonly Section[]>,
  items: ReadonlySet<Section>,
): { facts: FactDeclaration[]; checkboxes: { count: number; done: number } } {
  const facts = readFields(document.source, section.blocks);
  const checkboxes = countCheckboxes(section.blocks);
  /** What each week of the item says, by the heading that opens it. */
  const inParts = new Map<Section, FactDeclaration[]>();
  const waiting = [...(children.get(section) ?? [])].reverse();
  while (waiting.length > 0) {
    const below = waiting.pop()!;
    if (items.has(below)) continue;
    const fact = below.heading && factOfField(below.heading.text);
    const said: FactDeclaration[] = fact
      ? readValueList(document.source, below, fact)
      : readFields(document.source, below.blocks).map((own) => ({ ...own, isOfPart: true }));
    const part = partOfTime(below);
    const known = part && inParts.get(part);
    if (part && !known) inParts.set(part, said);
    else (known ?? facts).push(...said);
    const boxes = countCheckboxes(below.blocks);
    checkboxes.count += boxes.count;
    checkboxes.done += boxes.done;
    waiting.push(...[...(children.get(below) ?? [])].reverse());
  }
  return { facts: [...facts, ...factsOfWhole([...inParts.values()])], checkboxes };
}

/** The outermost heading such as `Week 3: Ramps` in whose section this one stands: it is about a part of an item. */
function partOfTime(section: Section): Section | null {
  let part: Section | null = null;
  for (let at: Section | null = section; at?.heading; at = at.parent)
    if (/^[^\p{L}\p{N}]{0,12}(?:days?|weeks?|months?)[ \t]{1,3}\d/iu.test(at.heading.text)) part = at;
  return part;
}

/** Lengths, windows and tiers of its weeks are the weeks' own. */
const OF_PARTS = new Set<FactDeclaration["fact"]>(["duration", "remaining", "window", "tier", "progress", "status"]);

/**
 * What the weeks of an item say of the whole: what any of them waits for; a status where all agree on it, or that the
 * work is in progress where it is so in one of them.
 */
function factsOfWhole(parts: readonly (readonly FactDeclaration[])[]): FactDeclaration[] {
  const said = parts.map((facts) => {
    const fact = facts.find((one) => one.fact === "status");
    return fact ? { fact, status: parseStatus(fact.text.text).status } : null;
  });
  const agree = said.every((one) => one?.status === said[0]?.status);
  const shared = agree ? said[0] : said.find((one) => one?.status === "in-progress");
  return [
    ...parts.flat().filter(({ fact }) => !OF_PARTS.has(fact)),
    ...(shared ? [{ ...shared.fact, evidence: "inferred" as const }] : []),
  ];
}

/** Check boxes in lists of these blocks, at any depth. */
export function countCheckboxes(blocks: readonly Block[]): { count: number; done: number } {
  const total = { count: 0, done: 0 };
  const waiting: RootContent[] = blocks.map(({ node }) => node);
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === "list") {
      for (const item of node.children) {
        if (typeof item.checked === "boolean") {
          total.count++;
          if (item.checked) total.done++;
        }
        waiting.push(...(item.children as RootContent[]));
      }
    } else if (node.type === "blockquote") {
      waiting.push(...(node.children as RootContent[]));
    }
  }
  return total;
}
