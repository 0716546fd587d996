import { compareIds, idKey, idPrefix } from "../grammar/item-id.js";
import { parseReferences, type ItemReference, type ReferencePart } from "../grammar/reference.js";
import type { Evidence, FactDeclaration, ItemName } from "../model/declaration.js";
import type { UnresolvedReference } from "../model/plan.js";
import type { Place, PlacedText } from "../model/place.js";
import type { EdgeAllowance } from "./edge-allowance.js";
import type { Item, Items } from "./items.js";

/** One edge of a dependency text, resolved to an item of whatever level. */
export interface ResolvedReference {
  readonly item: Item;
  readonly evidence: Evidence;
  readonly isSatisfied: boolean;
  readonly note: string | null;
  /** Named by a range or by words such as "all previous tasks", not for itself. */
  readonly isOneOfMany: boolean;
  readonly place: Place;
}

export interface Resolution {
  readonly resolved: readonly ResolvedReference[];
  readonly unresolved: readonly UnresolvedReference[];
}

/**
 * Finds the items that a text names, seen from inside `from`. What names none is kept with its reason, and so is what
 * names more than the plan's allowance leaves.
 */
export function resolveReferences(
  fact: FactDeclaration,
  from: Item,
  items: Items,
  allowance: EdgeAllowance,
): Resolution {
  if (fact.names) return resolveNames(fact, fact.names, from, items);
  const resolved: ResolvedReference[] = [];
  const unresolved: UnresolvedReference[] = [];
  const { evidence } = fact;
  const add = (found: Found, part: ReferencePart, text: PlacedText): void => {
    const { place } = text;
    if (found === "too-many") {
      allowance.refuse(text);
      unresolved.push({ text: text.text, reason: "too-many", evidence, place });
      return;
    }
    if (found.length > 1) allowance.take(found.length);
    for (const item of found) {
      if (item !== from) resolved.push(toResolved(item, part, evidence, place, found.length > 1));
    }
  };
  for (const part of parseReferences(fact.text.text)) {
    const before = resolved.length + unresolved.length;
    const whole = fact.text.slice(part.start, part.end);
    for (const { start, end } of part.externals) {
      const { text, place } = fact.text.slice(start, end);
      unresolved.push({ text, reason: "external", evidence, place });
    }
    if (part.isAllPrevious) add(items.before(from, allowance.left) ?? "too-many", part, whole);
    const called =
      part.references.length + part.externals.length > 0
        ? []
        : part.isAllStories
          ? allStories(items)
          : calledSo(part.text, items);
    add(called.length > Math.max(1, allowance.left) ? "too-many" : called, part, whole);
    let namesItems = called.length > 0;
    for (const reference of part.references) {
      const text = fact.text.slice(reference.start, reference.end);
      const found = resolve(reference, from, items, allowance.left);
      if (found !== null) {
        namesItems = true;
        add(found, part, text);
        if (found.length > 0) continue;
      }
      if (looksLikeItem(reference, part, items))
        unresolved.push({ text: text.text, reason: "unknown-phase", evidence, place: text.place });
    }
    if (resolved.length + unresolved.length > before || part.text.trim() === "") continue;
    if (namesItems) continue; // names only itself
    unresolved.push({ text: part.text, reason: "text", evidence, place: whole.place });
  }
  return { resolved, unresolved };
}

/** The items that a text names, or that these are more than there may be. */
type Found = readonly Item[] | "too-many";

function resolveNames(
  { text, evidence }: FactDeclaration,
  names: readonly ItemName[],
  from: Item,
  items: Items,
): Resolution {
  const found = names.map(({ word, id }) => items.find(word, id, from.key));
  const { place } = text;
  return {
    resolved: found.flatMap((item) =>
      item && item !== from ? [{ item, evidence, isSatisfied: false, note: null, isOneOfMany: false, place }] : [],
    ),
    unresolved: found.flatMap((item) =>
      item ? [] : [{ text: text.text, reason: "unknown-phase" as const, evidence, place }],
    ),
  };
}

const toResolved = (
  item: Item,
  part: ReferencePart,
  evidence: Evidence,
  place: Place,
  isOneOfMany: boolean,
): ResolvedReference => ({
  item,
  evidence,
  isSatisfied: part.isSatisfied,
  note: part.note,
  isOneOfMany,
  place,
});

/** The items a reference names; null when there is no such item. */
function resolve(reference: ItemReference, from: Item, items: Items, most: number): Found | null {
  const scope = from.key;
  const whole = reference.lastId === null ? findMostSpecific(reference.word, reference.id, scope, items) : null;
  if (whole && !reference.isOpenEnded) return [whole];
  // `T010-T014` and `P0-3` are read as one id first; where there is none, the hyphen makes a range.
  const range = reference.lastId === null && !whole ? /^(.+?\d)-(\D{0,12}\d.*)$/s.exec(reference.id) : null;
  const first = range ? range[1]! : reference.id;
  const last = range ? range[2]! : reference.lastId;
  const start = findMostSpecific(reference.word, first, scope, items);
  if (start && items.isAlias(reference.word, first)) {
    const found = aliasesBetween(reference, first, last, scope, items);
    return found.length > most ? "too-many" : found;
  }
  if (reference.isOpenEnded) return start && itemsBetween(start, null, items, most);
  if (!start || last === null) return null;
  const fullLast = /^\d/.test(last) ? idPrefix(start.id) + last : last;
  return itemsBetween(start, fullLast, items, most);
}

function calledSo(text: string, items: Items): readonly Item[] {
  const item = items.called(text);
  return item ? [item] : [];
}

/** More than any document has; what would mean more names nothing. */
const MOST_ALIASES = 200;

const allStories = ({ stories }: Items): readonly Item[] => (stories.length <= MOST_ALIASES ? stories : []);

/** Other names need not follow the order of the items they stand for: `US1-US3` are looked up one by one. */
function aliasesBetween(
  { word, isOpenEnded }: ItemReference,
  first: string,
  last: string | null,
  scope: string,
  items: Items,
): readonly Item[] {
  const from = Number(/\d{1,6}$/.exec(first)?.[0]);
  const to = isOpenEnded ? Infinity : Number(/\d{1,6}$/.exec(last ?? first)?.[0]);
  const prefix = first.replace(/\d{1,6}$/, "");
  const found: Item[] = [];
  for (let number = from; number <= Math.min(to, from + MOST_ALIASES); number++) {
    const item = items.find(word, `${prefix}${number}`, scope);
    if (item) found.push(item);
    else if (isOpenEnded) break;
  }
  return found;
}

/** `8.4` is the section when it is an item, else phase 8. */
function findMostSpecific(word: string, id: string, scope: string, items: Items): Item | null {
  for (let at = id; ;) {
    const item = items.find(word, at, scope);
    if (item) return item;
    const dot = at.lastIndexOf(".");
    if (dot < 0) return null;
    at = at.slice(0, dot);
  }
}

/** All items of one numbering from `start` to `lastId`, both included; decimals inside a range belong to it. */
function itemsBetween(start: Item, lastId: string | null, items: Items, most: number): Found {
  const numbering = items.numbering(start);
  if (lastId !== null && idPrefix(lastId) !== idPrefix(start.id)) return [];
  const from = firstIndex(numbering, ({ id }) => compareIds(id, start.id) >= 0);
  const to = lastId === null ? numbering.length : firstIndex(numbering, ({ id }) => compareIds(id, lastId) > 0);
  if (to - from > Math.max(1, most)) return "too-many";
  return numbering.slice(from, to).sort((a, b) => a.order - b.order);
}

/** The index of the first item for which `isBehind` holds, in a list where it holds for all that follow. */
function firstIndex(numbering: readonly Item[], isBehind: (item: Item) => boolean): number {
  let low = 0;
  let high = numbering.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(numbering[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function looksLikeItem(reference: ItemReference, part: ReferencePart, items: Items): boolean {
  if (!items.hasShape(reference.word, reference.id)) return false;
  // A bare number is an item only where it is all that is said.
  const said = part.text.replace(/\([^)]{0,200}\)/g, "").replace(/[^\p{L}\p{N}.-]/gu, "");
  return reference.word !== "" || !/^\d/.test(reference.id) || idKey(said) === idKey(reference.id);
}
