import { ITEM_WORD, PREFIXED_ID, NUMBER_ID, itemWord, normalizeId } from "./item-id.js";

/** A phase of the plan in another repository: `octo/fleet#Phase 8`, `octo/fleet#T-02`. */
export interface ExternalReference {
  readonly owner: string;
  readonly repository: string;
  /** Singular item word in lower case, or empty when the id stands alone. */
  readonly word: string;
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** A bare number is no phase: `octo/fleet#8` is what GitHub calls an issue or a pull request. */
const EXTERNAL = new RegExp(
  `(?<![\\p{L}\\d_./-])([a-z\\d][a-z\\d-]{0,38})/([\\w.-]{1,100})#(?:(${ITEM_WORD})[ \\t]{1,3}(${NUMBER_ID}|${PREFIXED_ID}|[A-Z])|(${PREFIXED_ID}))(?![\\p{L}\\d])`,
  "giu",
);

/** Every phase of another repository that a text names, in the order of the text. */
export const externalReferences = (text: string): readonly ExternalReference[] =>
  text.includes("/") && text.includes("#")
    ? [...text.matchAll(EXTERNAL)].map((match) => ({
        owner: match[1]!,
        repository: match[2]!,
        word: match[3] === undefined ? "" : itemWord(match[3]),
        id: normalizeId((match[4] ?? match[5])!),
        start: match.index,
        end: match.index + match[0].length,
      }))
    : [];
