import { parseReferences } from "../grammar/reference.js";
import type { FactDeclaration } from "../model/declaration.js";
import type { ExplainedReference } from "../model/explanation.js";
import type { Place } from "../model/place.js";
import { EdgeAllowance } from "../plan/edge-allowance.js";
import type { Item } from "../plan/items.js";
import { resolveReferences } from "../plan/resolve-references.js";
import type { StandingItems } from "./standing-items.js";

const UNRESOLVED = {
  external: "it is a phase of another repository, which does not count in this plan's tiers and schedules",
  "unknown-phase": "it has the shape of an item, but the plan defines none of that name",
  text: "it names no item",
  "too-many": "it would bring more dependencies into the plan than ranges may",
} as const;

/** What each name in a text comes to: an edge, or why there is none. */
export function explainReferences(
  fact: FactDeclaration,
  from: Item,
  standing: StandingItems,
  words: (place: Place) => string,
): readonly ExplainedReference[] {
  const { resolved, unresolved } = resolveReferences(fact, from, standing.items, new EdgeAllowance());
  if (resolved.length + unresolved.length === 0 && parseReferences(fact.text.text).length > 0) {
    const text = fact.text.text.trim();
    return [{ text, item: from.label, phase: null, satisfied: false, note: null, reason: "it names itself" }];
  }
  const own = standing.phaseAround(from);
  return [
    ...resolved.map(({ item, place, isSatisfied, note }): ExplainedReference => {
      const phase = standing.phaseAround(item);
      const reason = !phase
        ? "it is on another level than the phases"
        : phase === own
          ? "it is a part of the same phase"
          : own
            ? null
            : "who waits is on another level than the phases";
      return {
        text: words(place),
        item: item.label,
        phase: reason === null ? phase!.id : null,
        satisfied: fact.fact === "blocks" ? false : isSatisfied,
        note,
        reason,
      };
    }),
    ...unresolved.map(({ text, reason }) => ({
      text,
      item: null,
      phase: null,
      satisfied: false,
      note: null,
      reason: UNRESOLVED[reason],
    })),
  ];
}
