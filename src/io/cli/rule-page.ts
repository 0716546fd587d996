import { unknownWord } from "./read-options.js";
import { RULE_PAGES } from "./rule-pages.js";

/** What a rule wants, why, and how to mend a finding: its page. Throws a SetupError `bad-arguments` for no rule. */
export function rulePage(id: string): string {
  const page = Object.hasOwn(RULE_PAGES, id) ? RULE_PAGES[id] : undefined;
  if (page === undefined) throw unknownWord("rule", id, Object.keys(RULE_PAGES));
  return page;
}
