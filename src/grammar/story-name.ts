import { parseReferences } from "./reference.js";

/** An item's name in its two parts, as references give it. */
export interface WrittenName {
  readonly word: string;
  readonly id: string;
}

/**
 * The names that a text, which is nothing but a name, stands for: `User Story 1` and `US1` are two ways of writing one
 * story. Empty when the text names nothing by an id.
 */
export function namesWritten(text: string): readonly WrittenName[] {
  const references = parseReferences(text).flatMap((part) => part.references);
  const [only] = references;
  if (!only || references.length > 1 || only.lastId !== null) return [];
  const { word, id } = only;
  if (word === "story" && /^\d+$/.test(id))
    return [
      { word, id },
      { word: "", id: `US${id}` },
    ];
  const short = /^us-?(\d{1,6})$/i.exec(id);
  return short
    ? [
        { word: "", id },
        { word: "story", id: String(Number(short[1])) },
      ]
    : [{ word, id }];
}

/** True for a name that is a user story's: `User Story 1`, `US1`, `AUTH-US2`. */
export const isStory = ({ word, id }: WrittenName): boolean => word === "story" || /^(?:[a-z]{1,12}-)?us-?\d/i.test(id);

const LEADING = new Set(["the", "all", "only", "of", "both", "completion"]);
const TRAILING = new Set([
  ..."phase phases stage completion complete completes completed finishes being been has is are be done finished first ready tasks work".split(
    " ",
  ),
]);

/**
 * A name without an id as it is compared: `Foundational phase completion` and `the Foundation (shared)` both speak of
 * `foundation`.
 */
export function nameKey(text: string): string {
  const words = text
    .slice(0, 200)
    .toLowerCase()
    .replace(/\([^()]{0,200}\)/g, " ")
    .split(/[^\p{L}\p{N}&/-]{1,200}/u)
    .filter((word) => word !== "");
  while (words.length > 1 && LEADING.has(words[0]!)) words.shift();
  while (words.length > 1 && TRAILING.has(words.at(-1)!)) words.pop();
  return words.join(" ").replace(/^foundation(?:s|al)$/, "foundation");
}
