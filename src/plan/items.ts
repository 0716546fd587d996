import { compareIds, idKey, idPrefix } from "../grammar/item-id.js";
import { isStory, namesWritten, type WrittenName } from "../grammar/story-name.js";
import type { ItemDeclaration, ItemName } from "../model/declaration.js";
import { collectAliases, type Aliases } from "./aliases.js";

/** One item of the documents, whatever its level, with all its mentions. */
export interface Item {
  readonly key: string;
  /** As written, normalised; unique only inside `parent` when the item is local. */
  readonly id: string;
  readonly word: string;
  readonly label: string;
  readonly isLocal: boolean;
  /** In the order of the documents. */
  readonly mentions: readonly ItemDeclaration[];
  /** Key of the enclosing item. */
  readonly parent: string | null;
  /** Place in the plan's order. */
  readonly order: number;
}

/** Items by key, in plan order, and the way from a written name to one of them. */
export interface Items {
  readonly byKey: ReadonlyMap<string, Item>;
  /** The item of that name seen from inside `scope` (an item's key or null), or null. */
  find(word: string, id: string, scope: string | null): Item | null;
  /** The item that goes by this name without an id (`Foundational phase`), or null. */
  called(name: string): Item | null;
  /** True when that is only another name of the item it finds. */
  isAlias(word: string, id: string): boolean;
  /** The user stories, and the items that stand for one. */
  readonly stories: readonly Item[];
  /** True when the plan knows items that are called so: what looks like one and names none is a mistake. */
  hasShape(word: string, id: string): boolean;
  /** The items numbered like this one, from the lowest id to the highest; beside a local item only its siblings. */
  numbering(item: Item): readonly Item[];
  /** The items numbered like this one that come before it in the plan, or null when these are more than `most`. */
  before(item: Item, most: number): readonly Item[] | null;
  /** The items directly below one, in plan order. */
  below(item: Item): readonly Item[];
}

/**
 * Brings all mentions of one item together. Bare numbers belong to their item word (phase 1 is not milestone 1);
 * prefixed ids stand for themselves; an alias means the item it was given to; an id that several parents use (`Worker 1`
 * of every phase) is local to its parent.
 */
export function collectItems(declarations: readonly ItemDeclaration[]): Items {
  const local = localNames(declarations);
  const wordsOf = wordsById(declarations);
  const aliases = collectAliases(declarations, (name) => plainKey(unify(name, wordsOf)));
  const plainKeyOf = (name: WrittenName): string => aliases.resolve(plainKey(unify(name, wordsOf)));
  const defined = new Set(
    declarations.filter(({ isDefinition }) => isDefinition).map((name) => aliases.resolve(plainKey(name))),
  );

  const keyOf = (name: ItemName): string | null => {
    const plain = plainKeyOf(name);
    if (!local.has(plain)) return plain;
    const parent = name.parent && keyOf(name.parent);
    return parent && `${parent}/${plain}`;
  };

  const groups = new Map<string, ItemDeclaration[]>();
  for (const declaration of declarations) {
    const key = keyOf(declaration);
    if (key === null || !defined.has(plainKeyOf(declaration))) continue;
    const group = groups.get(key);
    if (group) group.push(declaration);
    else groups.set(key, [declaration]);
  }

  const isItem = (key: string): boolean => groups.get(key)?.some(({ isDefinition }) => isDefinition) ?? false;
  const parents = new Map<string, string>();
  for (const [key, mentions] of groups) {
    const name = closestFirst(mentions).find(({ parent }) => parent !== null)?.parent ?? null;
    const parent = name && keyOf(name);
    // Two documents may put each of two items below the other: the second to say so is not believed.
    if (parent && isItem(parent) && !leadsTo(parent, key, parents)) parents.set(key, parent);
  }
  const byKey = new Map<string, Item>();
  for (const [key, mentions] of groups) {
    if (!isItem(key)) continue;
    const ownNames = mentions.filter((mention) => !aliases.has(plainKey(unify(mention, wordsOf))));
    const named = ownNames.find(({ word }) => word !== "") ?? ownNames[0] ?? mentions[0]!;
    byKey.set(key, {
      key,
      id: named.id,
      word: named.word,
      label: named.label,
      isLocal: local.has(plainKey(unify(named, wordsOf))),
      mentions,
      parent: parents.get(key) ?? null,
      order: byKey.size,
    });
  }
  const all = [...byKey.values()];
  const stories = new Set(
    [...aliases.entries].flatMap(([name, key]) => (/^story:|(?:^|-)us-?\d/.test(name) ? (byKey.get(key) ?? []) : [])),
  );
  const shapes = new Set([...all, ...declaredAliases(declarations)].map(shapeOf));
  const numberWords = new Set(all.filter(({ id }) => /^\d/.test(id)).map(({ word }) => word));
  const inNumberOrder = [...all].sort((a, b) => compareIds(a.id, b.id) || a.order - b.order);
  const alike = groupBy(inNumberOrder, numberingOf);
  const siblings = groupBy(inNumberOrder, siblingsOf);
  const planOrder = groupBy(all, orderOf);
  const ranks = new Map([...planOrder.values()].flatMap((group) => group.map((item, rank) => [item, rank] as const)));
  const belowOf = groupBy(all, ({ parent }) => parent);
  return {
    byKey,
    find: (word, id, scope) => find(byKey, wordsOf, aliases, word, id, scope),
    called: (name) => byKey.get(aliases.called(name) ?? "") ?? null,
    isAlias: (word, id) => aliases.has(plainKey(unify({ word, id }, wordsOf))),
    stories: all.filter((item) => stories.has(item) || isStory(item)),
    hasShape: (word, id) => (/^\d/.test(id) && word === "" ? numberWords.size > 0 : shapes.has(shapeOf({ word, id }))),
    numbering: (item) => (item.isLocal ? siblings.get(siblingsOf(item)) : alike.get(numberingOf(item))) ?? [],
    before: (item, most) => {
      const rank = ranks.get(item) ?? 0;
      return rank > most ? null : (planOrder.get(orderOf(item)) ?? []).slice(0, rank);
    },
    below: (item) => belowOf.get(item.key) ?? [],
  };
}

const numberingOf = ({ word, id }: Item): string => `${word} ${idPrefix(id)}`;
const orderOf = (item: Item): string => (item.isLocal ? `local ${siblingsOf(item)}` : numberingOf(item));
const siblingsOf = (item: Item): string => `${numberingOf(item)} ${item.parent}`;

function groupBy<Value, Key>(
  values: readonly Value[],
  keyOf: (value: Value) => Key,
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

/** Whether the way up from `from` comes to `to`. */
function leadsTo(from: string, to: string, parents: ReadonlyMap<string, string>): boolean {
  for (let at: string | undefined = from; at !== undefined; at = parents.get(at)) if (at === to) return true;
  return false;
}

const CLOSENESS: Readonly<Record<ItemDeclaration["mention"], number>> = { section: 0, row: 1, entry: 2, timeline: 3 };

/** Mentions ordered by how closely they are about their item, then as they stand in the documents. */
export function closestFirst(mentions: readonly ItemDeclaration[]): readonly ItemDeclaration[] {
  if (mentions.length === 1) return mentions;
  return mentions
    .map((mention, index) => ({ mention, index }))
    .sort((a, b) => CLOSENESS[a.mention.mention] - CLOSENESS[b.mention.mention] || a.index - b.index)
    .map(({ mention }) => mention);
}

const plainKey = ({ word, id }: { word: string; id: string }): string =>
  /^\d/.test(id) || id.length === 1 ? `${word}:${idKey(id)}` : idKey(id);

const shapeOf = ({ word, id }: { word: string; id: string }): string =>
  /^\d/.test(id) || id.length === 1 ? `${word}:` : idPrefix(id);

/** Ids that are used under more than one parent. */
function localNames(declarations: readonly ItemDeclaration[]): ReadonlySet<string> {
  const parents = new Map<string, Set<string>>();
  for (const declaration of declarations) {
    if (!declaration.isDefinition || !declaration.parent || declaration.word === "phase") continue;
    if (declaration.mention !== "section" && declaration.mention !== "row") continue;
    const key = plainKey(declaration);
    parents.set(key, (parents.get(key) ?? new Set()).add(plainKey(declaration.parent)));
  }
  return new Set([...parents].filter(([, under]) => under.size > 1).map(([key]) => key));
}

function wordsById(declarations: readonly ItemDeclaration[]): ReadonlyMap<string, ReadonlySet<string>> {
  const words = new Map<string, Set<string>>();
  for (const { id, word, isDefinition } of declarations) {
    if (!isDefinition || word === "") continue;
    const key = idKey(id);
    words.set(key, (words.get(key) ?? new Set()).add(word));
  }
  return words;
}

/** The names that aliases give, so that one which names nothing is known to be meant as such. */
const declaredAliases = (declarations: readonly ItemDeclaration[]): readonly WrittenName[] =>
  declarations.flatMap(({ facts }) =>
    facts.flatMap(({ fact, text }) => (fact === "alias" ? namesWritten(text.text) : [])),
  );

/** A number without a word is the item of that number when only one kind of item has it. */
function unify<Name extends { readonly word: string; readonly id: string }>(
  name: Name,
  wordsOf: ReadonlyMap<string, ReadonlySet<string>>,
): Name {
  if (name.word !== "") return name;
  const words = wordsOf.get(idKey(name.id));
  return words?.size === 1 ? { ...name, word: [...words][0]! } : name;
}

function find(
  byKey: ReadonlyMap<string, Item>,
  wordsOf: ReadonlyMap<string, ReadonlySet<string>>,
  aliases: Aliases,
  word: string,
  id: string,
  scope: string | null,
): Item | null {
  const plain = aliases.resolve(plainKey(unify({ word, id }, wordsOf)));
  for (let at = scope; at !== null; at = byKey.get(at)?.parent ?? null) {
    const inside = byKey.get(`${at}/${plain}`);
    if (inside) return inside;
  }
  const direct = byKey.get(plain);
  if (direct) return direct;
  // "Phase 1.2" for what its own heading calls "1.2", and "3" for "Task 3" said among tasks.
  if (word !== "") return byKey.get(plainKey({ word: "", id })) ?? null;
  for (const other of wordsOf.get(idKey(id)) ?? []) {
    const item = byKey.get(plainKey({ word: other, id }));
    if (item && scope !== null && byKey.get(scope)?.word === other) return item;
  }
  return null;
}
