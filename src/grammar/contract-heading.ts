import { ITEM_WORD, normalizeId, NUMBER_ID, PREFIXED_ID } from "./item-id.js";

const OUTPUTS = /^[^\p{L}\p{N}]{0,12}output contracts?[^\p{L}\p{N}]{0,6}$/iu;
const REQUIREMENTS = /^[^\p{L}\p{N}]{0,12}(?:input requirements?|required outputs?)[^\p{L}\p{N}]{0,6}$/iu;
const TITLE = new RegExp(
  `^[^\\p{L}\\p{N}]{0,12}(?:${ITEM_WORD})[ \\t]{1,3}(${PREFIXED_ID}|${NUMBER_ID})(?![\\p{L}\\d])[^\\n]{0,120}?\\b(?:(output)[ -]contracts?|input[ -]requirements?)[^\\p{L}\\p{N}]{0,6}$`,
  "iu",
);
const CHECKPOINTS = /^[^\p{L}\p{N}]{0,12}integration checkpoints?(?![\p{L}\p{N}])/iu;

/** Which side of contracts a heading such as `Output contracts` or `Input requirements` opens, or null. */
export function contractSideOf(heading: string): "output" | "requirement" | null {
  if (heading.length > 60) return null;
  return OUTPUTS.test(heading) ? "output" : REQUIREMENTS.test(heading) ? "requirement" : null;
}

/** Reads the title of a contract document: `Phase 8: Booking – Output Contracts`; null for any other heading. */
export function contractTitle(heading: string): { side: "output" | "requirement"; id: string } | null {
  const match = heading.length > 240 ? null : TITLE.exec(heading);
  return match && { side: match[2] ? "output" : "requirement", id: normalizeId(match[1]!) };
}

/** True for a heading under which integration checkpoints between tiers or phases are listed. */
export const isCheckpointHeading = (heading: string): boolean => heading.length <= 120 && CHECKPOINTS.test(heading);
