import { plural } from "../plural.js";
import type { Section } from "./section.js";

// Room for the sentence that says what was left out.
const RESERVE = 600;

/**
 * The sections in their order, joined, within `limit` as `sizeOf` measures: least worth goes first, items before the
 * section they stand in. What went is named, with `whereElse` to find it.
 */
export function fitSections(
  sections: readonly Section[],
  limit: number,
  sizeOf: (text: string) => number,
  whereElse: string,
): string {
  const whole = sections
    .map((section) => write(section, section.items?.length ?? 0))
    .filter((text) => text !== "")
    .join("\n\n");
  if (sizeOf(whole) <= limit) return whole;

  const kept = new Map(sections.map((section) => [section, write(section, section.items?.length ?? 0)]));
  let size = sizeOf(whole) + sizeOf(whereElse) + RESERVE;
  const leftOut = new Map<string, number>();
  // Of equals, the later one goes first: the first plan is the one shown longest.
  const byWorth = [...sections].reverse().sort((a, b) => a.worth - b.worth);
  for (const section of byWorth) {
    if (size <= limit || section.worth === Infinity) break;
    const before = sizeOf(kept.get(section)!);
    const items = section.items ?? [];
    const count = fittingItems(section, limit - (size - before), sizeOf);
    const text = count > 0 ? write(section, count) : "";
    kept.set(section, text);
    size += sizeOf(text) - before;
    const all = plural(items.length, section.name, section.plural);
    const what = items.length > 0 ? `${items.length - count} of ${all}` : section.name;
    leftOut.set(what, (leftOut.get(what) ?? 0) + 1);
  }
  const texts = sections.map((section) => kept.get(section)!).filter((text) => text !== "");
  const names = [...leftOut].map(([what, times]) => (times === 1 ? what : `${what} of ${times} plans`));
  const note = `_Left out to stay within GitHub's limit: ${names.join(", ")}. ${whereElse}_`;
  return [...texts.slice(0, -1), note, ...texts.slice(-1)].join("\n\n");
}

function write({ head, items, foot }: Section, count: number): string {
  return [head, ...(items ?? []).slice(0, count), foot]
    .filter((part) => part !== undefined && part !== "")
    .join("\n\n");
}

/** The most items, counted from the first, with which the section stays within `room`. */
function fittingItems(section: Section, room: number, sizeOf: (text: string) => number): number {
  let used = sizeOf(write(section, 0));
  let count = 0;
  for (const item of section.items ?? []) {
    used += sizeOf(item) + 2;
    if (used > room) break;
    count += 1;
  }
  return count;
}
