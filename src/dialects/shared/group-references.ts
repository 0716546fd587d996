import { parseTier } from "../../grammar/tier.js";
import type { Declaration, FactDeclaration, ItemName } from "../../model/declaration.js";

/** `all Tier 1 phases`, `Wave 2 complete`, and nothing else. */
const GROUP =
  /^\s{0,9}(?:all\s{1,3})?(?:the\s{1,3})?(?:tier|wave)\s{1,3}(\d{1,3})(?:\s{1,3}(?:phases|tasks|items|tickets|completed?|completion|done)){0,2}[\s.]{0,9}(?:\([^()]{0,200}\)\s{0,9})?$/i;
/** What a text without cannot name such a group. */
const SIGN = /tier|wave/i;
/** More than anybody puts into one tier; a document built to be slow must not multiply its items by each other. */
const MOST_MEMBERS = 200;

/** Gives dependencies on a whole tier or wave the names of the items that the document puts there. */
export function withGroups(declarations: readonly Declaration[]): readonly Declaration[] {
  if (!declarations.some((one) => one.kind === "item" && one.facts.some(isGroup))) return declarations;
  const members = membersOf(declarations);
  return declarations.map((one) =>
    one.kind === "item" && one.facts.some(isGroup)
      ? { ...one, facts: one.facts.map((fact) => (isGroup(fact) ? withMembers(fact, members) : fact)) }
      : one,
  );
}

const isGroup = ({ fact, text, names }: FactDeclaration): boolean =>
  fact === "dependsOn" && names === undefined && SIGN.test(text.text) && GROUP.test(text.text.slice(0, 300));

function withMembers(
  fact: FactDeclaration,
  members: ReadonlyMap<number, ReadonlyMap<string, ItemName>>,
): FactDeclaration {
  const group = members.get(Number(GROUP.exec(fact.text.text)![1]));
  return group && group.size <= MOST_MEMBERS ? { ...fact, names: [...group.values()] } : fact;
}

function membersOf(declarations: readonly Declaration[]): ReadonlyMap<number, ReadonlyMap<string, ItemName>> {
  const members = new Map<number, Map<string, ItemName>>();
  for (const one of declarations) {
    if (one.kind !== "item" || !one.isDefinition) continue;
    const tier = one.facts.find(({ fact }) => fact === "tier");
    const number = tier ? parseTier(tier.text.text).number : null;
    if (number === null) continue;
    const group = members.get(number) ?? new Map<string, ItemName>();
    members.set(number, group.set(`${one.word} ${one.id}`, { id: one.id, word: one.word, parent: one.parent }));
  }
  return members;
}
