import { namesOnlyItems } from "../grammar/names-only-items.js";
import { parseReferences } from "../grammar/reference.js";
import type { FactDeclaration, FactName } from "../model/declaration.js";
import type { DependencyList, MissingEntry, ReadingNotice, UnresolvedReference } from "../model/plan.js";
import type { Place } from "../model/place.js";
import { EdgeAllowance } from "./edge-allowance.js";
import { closestFirst, type Item, type Items } from "./items.js";
import { resolveReferences, type Resolution, type ResolvedReference } from "./resolve-references.js";

/** What one item's dependency texts come to. */
export interface Links {
  readonly waitsFor: ResolvedReference[];
  readonly sequencedAfter: ResolvedReference[];
  readonly parallelWith: ResolvedReference[];
  readonly unresolved: UnresolvedReference[];
  /** The item's own lists, where it states them outright and they name nothing but items. */
  readonly lists: { [Direction in MissingEntry["list"]]: StatedList | null };
}

/** All that an item says of one direction, in however many parts. */
export interface StatedList {
  readonly references: readonly ResolvedReference[];
  /** The closest part. */
  readonly place: Place;
  readonly insertion: MissingEntry["insertion"];
  /** Where another entry could be added; also where the list says that there is none. */
  readonly end: DependencyList | null;
}

/** Resolves every dependency text; statements made from the other side (`Blocks: 13, 14`) become the same edges. */
export function linkItems(items: Items): {
  readonly links: ReadonlyMap<Item, Links>;
  readonly notices: readonly ReadingNotice[];
} {
  const allowance = new EdgeAllowance();
  const links = new Map<Item, Links>();
  for (const item of items.byKey.values()) {
    const lists = { dependsOn: null, blocks: null };
    links.set(item, { waitsFor: [], sequencedAfter: [], parallelWith: [], unresolved: [], lists });
  }
  const fromOtherEnd: { readonly to: Links; readonly reference: ResolvedReference }[] = [];
  for (const item of items.byKey.values()) {
    const own = links.get(item)!;
    const read = (name: FactName): readonly Stated[] =>
      factsOf(item, name).map((fact) => ({ fact, ...resolveReferences(fact, item, items, allowance) }));
    // Else a phase needs services, people or permits, and `Fares 1.2` names no task 1.2.
    const dependsOn = [...read("dependsOn"), ...read("needs").filter(({ fact }) => namesOnlyItems(fact.text.text))];
    const blocks = read("blocks");
    const sequencedAfter = read("sequencedAfter");
    for (const { resolved, unresolved } of [...dependsOn, ...sequencedAfter]) {
      for (const reference of resolved) own.waitsFor.push(reference);
      own.unresolved.push(...unresolved);
    }
    own.sequencedAfter.push(...sequencedAfter.flatMap(({ resolved }) => resolved));
    own.parallelWith.push(...read("parallelWith").flatMap(({ resolved }) => resolved));
    for (const { resolved } of blocks) {
      for (const blocked of resolved)
        fromOtherEnd.push({ to: links.get(blocked.item)!, reference: { ...blocked, item, isSatisfied: false } });
    }
    own.lists.dependsOn = statedList(dependsOn);
    own.lists.blocks = statedList(blocks);
  }
  // What a phase says itself comes first, and is where a dependency stands.
  for (const { to, reference } of fromOtherEnd) to.waitsFor.push(reference);
  return { links, notices: allowance.notices };
}

/** The facts of one name that all mentions of an item state, the closest first. */
export const factsOf = (item: Item, name: FactName): readonly FactDeclaration[] =>
  closestFirst(item.mentions).flatMap((mention) => mention.facts.filter(({ fact }) => fact === name));

interface Stated extends Resolution {
  readonly fact: FactDeclaration;
}

function statedList(parts: readonly Stated[]): StatedList | null {
  const [first] = parts;
  const isList = parts.every(
    ({ fact, unresolved }) => fact.evidence === "explicit" && fact.isOfPart !== true && unresolved.length === 0,
  );
  if (!first || !isList) return null;
  const naming = parts.filter(({ resolved }) => resolved.length > 0);
  const insertionPoint = (): MissingEntry["insertion"] => (naming.length === 1 ? insertionIn(naming[0]!.fact) : null);
  // Places are found when they are asked for: hardly any list is added to.
  return {
    references: parts.flatMap(({ resolved }) => resolved),
    get place() {
      return first.fact.text.place;
    },
    get insertion() {
      return insertionPoint();
    },
    get end(): DependencyList | null {
      const insertion = insertionPoint();
      if (insertion) return { place: insertion.place, form: insertion.saysWord ? "words" : "ids" };
      return parts.length === 1 ? noneIn(first.fact) : null;
    },
  };
}

/** A list that is nothing but the word `none`, or a dash. */
function noneIn({ text }: FactDeclaration): DependencyList | null {
  const { place } = text;
  const isPlain = place.endOffset - place.offset === text.text.length;
  return isPlain && /^(?:none|n\/a|[-\u2010-\u2015])$/i.test(text.text) ? { place, form: "none" } : null;
}

/** Behind the last item that a list names. */
function insertionIn({ text, names }: FactDeclaration): MissingEntry["insertion"] {
  if (names) return null;
  const last = parseReferences(text.text)
    .flatMap(({ references }) => references)
    .at(-1);
  if (!last) return null;
  const { place } = text.slice(last.start, last.end);
  const isPlain = place.endOffset - place.offset === last.end - last.start;
  return isPlain
    ? { place: endOf(place), saysWord: /^\p{L}/u.test(text.text.slice(last.start)) && last.word !== "" }
    : null;
}

const endOf = (place: Place): Place => ({
  ...place,
  line: place.endLine,
  column: place.endColumn,
  offset: place.endOffset,
});
