import { parseTierHeading } from "../grammar/tier.js";
import { parseWeekWindow, type WeekWindow } from "../grammar/week-window.js";
import type { ClaimDeclaration, Declaration } from "../model/declaration.js";
import type { PlacedText } from "../model/place.js";
import type { Dialect } from "./dialect.js";
import { claimOf } from "./shared/claim.js";
import type { DefinedItems } from "./shared/defined-items.js";
import { statementsOf } from "./shared/statements.js";

const COMPLETION =
  /^[^\p{L}\p{N}]{0,60}((?:tier|wave)[ \t]{1,3}\d{1,3})[ \t]{1,3}(?:completes?|ends?|finish(?:es)?|is (?:complete|done|finished))\b[^.;]{0,80}?\bweek[ \t]{1,3}(\d{1,4})(?![\d.]|[ \t]{0,3}[-\u2010-\u2015][ \t]{0,3}\d)/iu;

/**
 * `Week 13-16: Phase 13`, `Week 13-35: Tier 1` and `Tier 1 completes: Week 35`, in the text and in plain fences.
 */
export const statedWindows: Dialect = {
  name: "stated-windows",
  sign: /weeks?\W{0,6}\d/i,
  *read(document, known): Iterable<Declaration> {
    for (const { text } of statementsOf(document)) {
      const claim = completion(text) ?? window(text, known);
      if (claim) yield claim;
    }
  },
};

function completion(text: PlacedText): ClaimDeclaration | null {
  const match = COMPLETION.exec(text.text);
  const tier = match && parseTierHeading(match[1]!);
  if (!tier) return null;
  const end = match[0].length;
  const value = text.slice(end - match[2]!.length, end);
  return claimOf({ claim: "tier-completion", text, value, tier: tier.number });
}

function window(text: PlacedText, known: () => DefinedItems): ClaimDeclaration | null {
  const read = parseWeekWindow(text.text, 4);
  if (!read || !isWeeks(text, read) || !/^[^\p{L}\p{N}]{0,12}$/u.test(text.text.slice(0, read.start))) return null;
  const colon = /^[^\p{L}\p{N}:]{0,6}:[ \t]{0,6}/u.exec(text.text.slice(read.end));
  if (!colon) return null;
  const rest = text.text.slice(read.end + colon[0].length);
  const lead = /^\D{0,12}/.exec(text.text.slice(read.start, read.end))![0].length;
  const value = text.slice(read.start + lead, read.end);
  const tier = parseTierHeading(rest);
  if (tier) return claimOf({ claim: "tier-window", text, value, tier: tier.number });
  const item = known().openedBy(rest);
  return item && claimOf({ claim: "window", text, value, steps: [[item]] });
}

const isWeeks = (text: PlacedText, { start }: WeekWindow): boolean => /^week/i.test(text.text.slice(start));
