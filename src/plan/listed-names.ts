import type { StatedText } from "../model/plan.js";
import type { PlacedText } from "../model/place.js";

/** Names of services and contracts in a list, code marks already gone, without what stands in parentheses. */
export function listedNames(list: PlacedText): StatedText[] {
  const names: StatedText[] = [];
  let start = 0;
  const add = (end: number): void => {
    const part = list.text.slice(start, end);
    const text = part.replace(/\([^()]*\)/g, "").trim();
    if (text === "" || /^(?:none|n\/a|-|[\u2010-\u2015])$/i.test(text)) return;
    const lead = part.length - part.trimStart().length;
    names.push({ text, place: list.slice(start + lead, start + part.trimEnd().length).place });
  };
  for (const separator of list.text.matchAll(/[,;\n]|\s\+\s/g)) {
    add(separator.index);
    start = separator.index + separator[0].length;
  }
  add(list.text.length);
  return names;
}
