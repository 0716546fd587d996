import { parseStatus } from "../../grammar/status.js";
import type { FactDeclaration, ItemDeclaration } from "../../model/declaration.js";
import type { PlacedText } from "../../model/place.js";

/** A name as it is written at the start of a heading, row or entry. */
type WrittenTitle = Pick<ItemDeclaration, "id" | "word" | "label" | "title"> & {
  readonly idText: PlacedText;
  readonly isStruck?: boolean;
};

/** What the place where a name stands adds to it; without boxes of its own nothing below it counts. */
type Mention = Pick<ItemDeclaration, "mention" | "place" | "parent" | "isDefinition" | "facts" | "dialect"> &
  Partial<Pick<ItemDeclaration, "checkboxes">>;

const NO_BOXES = { count: 0, done: 0 };

/** One mention of the item that a title names. */
export const declareItem = (
  { id, word, label, title, idText, isStruck = false }: WrittenTitle,
  { mention, place, parent, isDefinition, facts, checkboxes = NO_BOXES, dialect }: Mention,
): ItemDeclaration => ({
  kind: "item",
  mention,
  id,
  word,
  label,
  title,
  place,
  idPlace: idText.place,
  parent,
  isDefinition,
  facts: isStruck ? dropped(facts, idText) : facts,
  checkboxes,
  dialect,
});

/** Crossed out and done is done; anything else that is crossed out will not be. */
function dropped(facts: readonly FactDeclaration[], idText: PlacedText): readonly FactDeclaration[] {
  if (facts.some(({ fact, text }) => fact === "status" && parseStatus(text.text).status === "done")) return facts;
  const text: PlacedText = { text: "dropped", place: idText.place, slice: () => text };
  return [...facts.filter(({ fact }) => fact !== "status"), { fact: "status", text, evidence: "explicit" }];
}
