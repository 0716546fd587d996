import { parseHandoff } from "../grammar/handoff.js";
import type { CheckpointsDeclaration } from "../model/declaration.js";
import type { Checkpoint, Checkpoints, PhaseId } from "../model/plan.js";
import type { PlacedText } from "../model/place.js";
import { parseReferences } from "../grammar/reference.js";
import type { Item, Items } from "./items.js";

/** The integration checkpoints of one heading, by tier or by phase of the plan. */
export const resolveCheckpoints = (
  { place, entries }: CheckpointsDeclaration,
  items: Items,
  phaseOf: (item: Item) => PhaseId | undefined,
): Checkpoints => ({
  place,
  entries: entries.map(({ text, isChecked }): Checkpoint => {
    const handoff = parseHandoff(text.text);
    const phasesIn = ({ start, end }: { start: number; end: number }) =>
      namedPhases(text.slice(start, end), items, phaseOf);
    return {
      place: text.place,
      isChecked,
      tiers: handoff?.tiers ?? null,
      from: handoff && !handoff.tiers ? phasesIn(handoff.from) : [],
      to: handoff && !handoff.tiers ? phasesIn(handoff.to) : [],
    };
  }),
});

function namedPhases({ text }: PlacedText, items: Items, phaseOf: (item: Item) => PhaseId | undefined): PhaseId[] {
  const found = parseReferences(text)
    .flatMap(({ references }) => references)
    .flatMap(({ word, id }) => items.find(word, id, null) ?? [])
    .flatMap((item) => phaseOf(item) ?? []);
  return [...new Set(found)];
}
