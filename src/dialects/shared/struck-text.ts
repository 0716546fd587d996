import type { PlacedText } from "../../model/place.js";
import type { InlineText } from "./inline-text.js";

/** What is struck through is not said: the text with blanks in its place, so that all else stands where it stood. */
export function withoutStruck<Text extends PlacedText & Pick<InlineText, "deleted">>(text: Text): Text {
  if (text.deleted.length === 0) return text;
  let kept = "";
  let at = 0;
  for (const [start, end] of inOrder(text.deleted)) {
    if (start < at) continue;
    kept += text.text.slice(at, start) + text.text.slice(start, end).replace(/[^\n]/g, " ");
    at = end;
  }
  return { ...text, ...blanked(text, kept + text.text.slice(at)) };
}

/** True when some of the text from one index to another is struck through and no word or number of it is left. */
export function isStruck({ text, deleted }: Pick<InlineText, "text" | "deleted">, from: number, to: number): boolean {
  let isTouched = false;
  let at = from;
  for (const [start, end] of inOrder(deleted)) {
    if (end <= at || start >= to) continue;
    if (/[\p{L}\p{N}]/u.test(text.slice(at, Math.max(at, start)))) return false;
    isTouched = true;
    at = end;
  }
  return isTouched && !/[\p{L}\p{N}]/u.test(text.slice(at, to));
}

/** The outer of two that begin together comes first. */
const inOrder = (ranges: InlineText["deleted"]): InlineText["deleted"] =>
  [...ranges].sort((a, b) => a[0] - b[0] || b[1] - a[1]);

function blanked(whole: PlacedText, text: string): PlacedText {
  return {
    text,
    get place() {
      return whole.place;
    },
    slice: (start, end) => blanked(whole.slice(start, end), text.slice(start, end)),
  };
}
