import type { Place } from "../../model/place.js";
import type { DeclaredTier } from "../../model/plan.js";

/** Where the number stands; null when an edit there would move other phases too, or change more than the number. */
export function tierNumberPlace({ number, place, isOwnText }: DeclaredTier): Place | null {
  return isOwnText && place.endOffset - place.offset === String(number).length ? place : null;
}
