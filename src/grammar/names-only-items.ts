import { parseReferences } from "./reference.js";

/** True for `Phase 2`, `after Phases 2, 3` and `T-02 and T-03.`: nothing but items, each called one. */
export function namesOnlyItems(text: string): boolean {
  const references = parseReferences(text).flatMap((part) => part.references);
  if (references.length === 0) return false;
  let rest = "";
  let at = 0;
  for (const { start, end, word } of references) {
    if (word === "" && !/^\p{L}/u.test(text.slice(start, end))) return false;
    rest += `${text.slice(at, start)} `;
    at = end;
  }
  rest += text.slice(at);
  return !/[\p{L}\p{N}]/u.test(rest.replace(/\b(?:after|and)\b/giu, ""));
}
