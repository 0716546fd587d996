import type { MissingEntry, PhaseId } from "../model/plan.js";
import type { Item } from "./items.js";
import type { Links, StatedList } from "./link-items.js";
import type { ResolvedReference } from "./resolve-references.js";

type Direction = MissingEntry["list"];

/**
 * What each phase's own lists lack by the word of the phases at the other end. A range or "all previous tasks" obliges
 * nobody to answer, and without a list of one's own there is nothing to lack.
 */
export function missingEntries(
  links: ReadonlyMap<Item, Links>,
  ids: ReadonlyMap<Item, PhaseId>,
  phaseOf: (item: Item) => PhaseId | undefined,
): ReadonlyMap<Item, readonly MissingEntry[]> {
  const missing = new Map<Item, Map<string, MissingEntry>>();
  const named = new Map<StatedList, ReadonlySet<PhaseId | undefined>>();
  const namedIn = (list: StatedList): ReadonlySet<PhaseId | undefined> => {
    const known = named.get(list) ?? new Set(list.references.map(({ item }) => phaseOf(item)));
    named.set(list, known);
    return known;
  };
  const answer = (from: Item, { item: to, isOneOfMany, place }: ResolvedReference, direction: Direction): void => {
    const list = links.get(to)?.lists[direction];
    const id = ids.get(from);
    if (!list || isOneOfMany || id === undefined || !ids.has(to) || namedIn(list).has(id)) return;
    const entries = missing.get(to) ?? new Map<string, MissingEntry>();
    missing.set(to, entries);
    const key = `${direction} ${id}`;
    if (entries.has(key)) return;
    entries.set(key, { id, list: direction, listPlace: list.place, insertion: list.insertion, statedAt: place });
  };
  for (const [item, { lists }] of links) {
    for (const reference of lists.dependsOn?.references ?? []) answer(item, reference, "blocks");
    for (const reference of lists.blocks?.references ?? []) answer(item, reference, "dependsOn");
  }
  return new Map([...missing].map(([item, entries]) => [item, [...entries.values()]] as const));
}
