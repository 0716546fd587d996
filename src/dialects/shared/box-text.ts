import type { ListItem } from "mdast";
import type { PlacedText } from "../../model/place.js";
import type { SourceText } from "./source-text.js";

/** The `[x]` before a list entry's text, placed, or null without one; the tree only knows whether it is ticked. */
export function boxText(source: SourceText, anchor: number, item: ListItem): PlacedText | null {
  if (typeof item.checked !== "boolean") return null;
  const start = anchor + item.position!.start.offset!;
  const open = source.text.indexOf("[", start);
  const place = source.place(open, open + 3);
  const text = item.checked ? "[x]" : "[ ]";
  const placed: PlacedText = { text, place, slice: () => placed };
  return placed;
}
