import type { FactDeclaration, ItemDeclaration } from "../../model/declaration.js";
import type { Place } from "../../model/place.js";
import type { DefinedItem } from "./defined-items.js";

/** What a fence, chart or chain says about an item that is defined elsewhere. */
export const passingMention = (
  { id, word, label, parent }: DefinedItem,
  place: Place,
  facts: readonly FactDeclaration[],
  dialect: string,
): ItemDeclaration => ({
  kind: "item",
  mention: "timeline",
  id,
  word,
  label,
  title: null,
  place,
  idPlace: place,
  parent,
  isDefinition: false,
  facts,
  checkboxes: { count: 0, done: 0 },
  dialect,
});
