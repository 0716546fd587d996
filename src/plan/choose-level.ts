import { idPrefix } from "../grammar/item-id.js";
import type { Item } from "./items.js";

/** An edge between two items of whatever level, before it is known which items are phases. */
export interface ItemEdge {
  readonly from: Item;
  readonly to: Item;
}

/**
 * Which items are scheduled. Documents nest (phases, then tasks): it is the highest level at which dependencies are
 * expressed, plus groups above it that something depends on; without any dependency, the top level. `level` names the
 * item word to schedule instead.
 */
export function chooseLevel(
  items: ReadonlyMap<string, Item>,
  edges: readonly ItemEdge[],
  level: string | null,
): ReadonlySet<Item> {
  const all = [...items.values()];
  const depths = new Map(all.map((item) => [item, depth(item, items)]));
  if (level !== null) return new Set(all.filter(({ word }) => word === level));
  if (edges.length === 0) return new Set(all.filter((item) => depths.get(item) === 0));

  const kindDepth = new Map<string, number>();
  for (const { from } of edges) {
    const known = kindDepth.get(kind(from));
    kindDepth.set(kind(from), Math.min(known ?? Infinity, depths.get(from)!));
  }
  const top = Math.min(...kindDepth.values());
  const kinds = new Set([...kindDepth].filter(([, at]) => at === top).map(([name]) => name));
  for (const { from, to } of edges) if (kinds.has(kind(from)) && depths.get(to) === top) kinds.add(kind(to));
  const chosen = new Set(all.filter((item) => kinds.has(kind(item)) && depths.get(item)! <= Math.max(top, 1)));
  leaveOneLevelOfParts(chosen, edges, top, items, depths);
  for (const item of all) if (item.word === "" && depths.get(item) === top) chosen.add(item);
  // Groups above that something depends on.
  for (const { from, to } of edges) if (chosen.has(from) && depths.get(to)! < top) chosen.add(to);
  return chosen;
}

/**
 * A task and its parts (`2` and `2.3`) are one kind on two levels: parts that no edge speaks of are left to the whole,
 * and the whole is left to parts that carry the edges.
 */
function leaveOneLevelOfParts(
  chosen: Set<Item>,
  edges: readonly ItemEdge[],
  top: number,
  items: ReadonlyMap<string, Item>,
  depths: ReadonlyMap<Item, number>,
): void {
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  for (const item of [...chosen]) {
    const parent = item.parent === null ? undefined : items.get(item.parent);
    if (!parent || kind(parent) !== kind(item)) continue;
    if (depths.get(item)! > top && !linked.has(item)) chosen.delete(item);
    if (depths.get(parent)! < top) chosen.delete(parent);
  }
}

const kind = ({ word, id }: Item): string => word || idPrefix(id);

function depth(item: Item, items: ReadonlyMap<string, Item>): number {
  let count = 0;
  const seen = new Set([item.key]);
  for (let at = item.parent; at !== null && !seen.has(at); at = items.get(at)?.parent ?? null) {
    seen.add(at);
    count++;
  }
  return count;
}
