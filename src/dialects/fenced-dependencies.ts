import { parseListedDependencies } from "../grammar/listed-dependencies.js";
import type { Declaration, FactDeclaration, ItemDeclaration } from "../model/declaration.js";
import type { Dialect } from "./dialect.js";
import type { DefinedItems } from "./shared/defined-items.js";
import { meaningAbove } from "./shared/dependency-label.js";
import { fencesOf, isPlainText, type Fence } from "./shared/fences.js";
import type { MarkdownDocument } from "./shared/markdown-document.js";
import { passingMention } from "./shared/passing-mention.js";

/**
 * A fence without a language whose lines say who waits for whom: `T003 (routes) - blocked by T002`. Only lines that
 * open with an item which the document defines elsewhere; a fence that is not called a list of dependencies only hints.
 */
export const fencedDependencies: Dialect = {
  name: "fenced-dependencies",
  *read(document, known): Iterable<Declaration> {
    for (const fence of fencesOf(document)) if (isPlainText(fence)) yield* readFence(document, fence, known);
  },
};

function* readFence(
  document: MarkdownDocument,
  { section, above, lines }: Fence,
  known: () => DefinedItems,
): Iterable<ItemDeclaration> {
  const meaning = meaningAbove(document, section, above);
  if (meaning === "other") return;
  const evidence = meaning === "dependencies" ? "explicit" : "inferred";
  for (const line of lines) {
    const listed = parseListedDependencies(line.text);
    if (!listed) continue;
    const elsewhere = known();
    const facts = listed.clauses
      .map(({ fact, object }): FactDeclaration => ({ fact, text: line.slice(object.start, object.end), evidence }))
      .filter(({ text }) => namesAny(text.text, elsewhere));
    if (facts.length === 0) continue;
    const subject = line.slice(listed.subject.start, listed.subject.end);
    for (const item of elsewhere.listedIn(subject.text))
      yield passingMention(item, subject.place, facts, "fenced-dependencies");
  }
}

/** `after the tools` waits for nothing that could be found. */
const namesAny = (text: string, elsewhere: DefinedItems): boolean => elsewhere.listedIn(text).length > 0;
