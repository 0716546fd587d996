import type { ItemDeclaration } from "../../model/declaration.js";
import type { PlacedText } from "../../model/place.js";

/** A name as it is written at the start of a heading, row or entry. */
type WrittenTitle = Pick<ItemDeclaration, "id" | "word" | "label" | "title"> & { readonly idText: PlacedText };

/** What the place where a name stands adds to it; without boxes of its own nothing below it counts. */
type Mention = Pick<ItemDeclaration, "mention" | "place" | "parent" | "isDefinition" | "facts" | "dialect"> &
  Partial<Pick<ItemDeclaration, "checkboxes">>;

const NO_BOXES = { count: 0, done: 0 };

/** One mention of the item that a title names. */
export const declareItem = (
  { id, word, label, title, idText }: WrittenTitle,
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
  facts,
  checkboxes,
  dialect,
});
