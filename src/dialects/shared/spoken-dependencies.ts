import { namesOnlyItems } from "../../grammar/names-only-items.js";
import type { UnreadDeclaration } from "../../model/declaration.js";
import type { MarkdownDocument } from "./markdown-document.js";
import { enclosingItem, sectionItems } from "./section-items.js";
import { statementsOf } from "./statements.js";

/** Why such a line is none; the same for all, so that a report can count them. */
export const SPOKEN_DEPENDENCY =
  "This sentence is not read as a dependency. If it is one, make it a field: `Depends on: Phase 1`.";

const SIGN = /(?:on|by|for|after|requires|follows?)[*_ \t]{1,6}[*_]{0,3}\p{L}{1,12}[-\u2010-\u2015 ]?\d/iu;
const LEAD =
  /^[^\p{L}\p{N}]{0,8}(?:(?:this (?:phase|task|step)|it) )?(?:depends? (?:up)?on|requires|(?:is )?blocked by|waits? for|(?:must )?follows?|(?:can )?(?:starts?|comes?) after) /iu;
const LONGEST = 300;

/** Lines in the section of an item that say what it waits for and are no fields: their author thinks that they count. */
export function spokenDependencies(document: MarkdownDocument): UnreadDeclaration[] {
  if (!SIGN.test(document.source.text)) return [];
  const items = sectionItems(document);
  return statementsOf(document).flatMap(({ text, section, fence }) => {
    const lead = fence || text.text.length > LONGEST ? null : LEAD.exec(text.text);
    if (!lead || !namesOnlyItems(text.text.slice(lead[0].length)) || !enclosingItem(items, section)) return [];
    return [{ kind: "unread" as const, place: text.place, reason: SPOKEN_DEPENDENCY }];
  });
}
