import { parseDuration } from "../grammar/duration.js";
import { isExplicitNone } from "../grammar/reference.js";
import { parseStatus } from "../grammar/status.js";
import { parseTier } from "../grammar/tier.js";
import { parseBareWindow, parseWeekWindow } from "../grammar/week-window.js";
import type { FactDeclaration, FactName, ItemDeclaration } from "../model/declaration.js";
import type { ExplainedFact } from "../model/explanation.js";
import type { Place } from "../model/place.js";
import type { Phase } from "../model/plan.js";
import type { Settings } from "../model/settings.js";
import { plannedWeeks } from "../plan/planned-weeks.js";
import { explainReferences } from "./explain-references.js";
import type { StandingItems } from "./standing-items.js";

/** One statement: what it was taken for, and whether it is the one that counts. */
export function explainFact(
  fact: FactDeclaration,
  mention: ItemDeclaration,
  standing: StandingItems,
  settings: Settings,
  words: (place: Place) => string,
): ExplainedFact {
  const item = standing.item(mention);
  const phase = item && standing.phase(item);
  return {
    fact: fact.fact,
    text: fact.text.text.trim(),
    evidence: fact.evidence,
    isShared: fact.isShared ?? false,
    place: fact.text.place,
    meaning: meaningOf(fact, settings),
    counts: phase ? counts(fact, phase) : null,
    references: item && isLink(fact.fact) ? explainReferences(fact, item, standing, words) : [],
  };
}

const LINKS = {
  dependsOn: "waits for what is named",
  blocks: "what is named waits for it",
  sequencedAfter: "waits for what is named, inside its own tier if need be",
  parallelWith: "may run beside what is named; no dependency",
  independentOf: "does not wait for what is named; no dependency",
} as const satisfies Partial<Record<FactName, string>>;

const isLink = (name: FactName): name is keyof typeof LINKS => Object.hasOwn(LINKS, name) && name !== "independentOf";

function meaningOf({ fact, text, unit }: FactDeclaration, settings: Settings): string {
  const written = text.text;
  switch (fact) {
    case "dependsOn":
    case "blocks":
    case "sequencedAfter":
    case "parallelWith":
    case "independentOf":
      return isExplicitNone(written) ? "none" : LINKS[fact];
    case "tier": {
      const { number, isHistorical } = parseTier(written);
      if (number !== null) return `Tier ${number}`;
      return isHistorical ? "over, constrains nobody" : "not one tier number";
    }
    case "duration": {
      const { duration, remaining, progressPercent } = parseDuration(written, settings.weeksPer, unit);
      const parts = [
        duration === null ? "no length that can be read" : length(duration, settings),
        ...(remaining === null ? [] : [`${inWeeks(remaining)} left`]),
        ...(progressPercent === null ? [] : [`${progressPercent} % complete`]),
      ];
      return parts.join(", ");
    }
    case "window": {
      const window = parseWeekWindow(written, settings.weeksPer.month) ?? parseBareWindow(written);
      return window ? `weeks ${window.startWeek} to ${window.endWeek}` : "no weeks that can be read";
    }
    case "status": {
      const { status, progressPercent } = parseStatus(written);
      return status + (progressPercent === null ? "" : `, ${progressPercent} % complete`);
    }
    case "progress": {
      const { progressPercent } = parseStatus(written);
      return progressPercent === null ? "no percentage that can be read" : `${progressPercent} % complete`;
    }
    case "alias":
      return "another name of it";
    default:
      return "names, as written";
  }
}

function length(range: { low: number; high: number }, settings: Settings): string {
  const planned = inWeeks(plannedWeeks(range, settings));
  return range.low === range.high
    ? planned
    : `${rounded(range.low)} to ${inWeeks(range.high)}, planned with ${planned}`;
}

const rounded = (weeks: number): number => Math.round(weeks * 100) / 100;
const inWeeks = (weeks: number): string => `${rounded(weeks)} ${rounded(weeks) === 1 ? "week" : "weeks"}`;

function counts({ fact, text: { place } }: FactDeclaration, phase: Phase): boolean | null {
  const counted = {
    tier: phase.tier?.place,
    duration: phase.duration?.place,
    window: phase.window?.place,
    status: phase.statusPlace ?? undefined,
  };
  if (!Object.hasOwn(counted, fact)) return null;
  const at = counted[fact as keyof typeof counted];
  return at !== undefined && isInside(at, place);
}

const isInside = (inner: Place, outer: Place): boolean =>
  inner.path === outer.path && outer.offset <= inner.offset && inner.endOffset <= outer.endOffset;
