import type { Declaration, FactDeclaration, ItemDeclaration, ItemName } from "../model/declaration.js";
import type { PlacedText } from "../model/place.js";
import type { Dialect } from "./dialect.js";
import { declareItem } from "./shared/declare-item.js";
import { readEntryFields } from "./shared/fields.js";
import type { MarkdownDocument } from "./shared/markdown-document.js";
import { numberedBoxes, type NumberedBox } from "./shared/numbered-boxes.js";
import { takeTitleApart } from "./shared/item-title.js";
import { enclosingItem, nameOf, sectionItems } from "./shared/section-items.js";

/** What the lines below a task may state of it. The box alone says how far it is. */
const FIELDS = new Set<FactDeclaration["fact"]>(["dependsOn", "blocks", "parallelWith", "duration"]);

/**
 * Kiro's `tasks.md`: `- [ ] 12. Title` with `- [ ]* 12.1 Optional part` and `_Depends on: 1.1, 1.2_` below. Only where
 * most check boxes of the document are numbered.
 */
export const kiroTasks: Dialect = {
  name: "kiro-tasks",
  *read(document): Iterable<Declaration> {
    const found = numberedBoxes(document);
    if (!found) return;
    const ids = new Set(found.boxes.map(({ id }) => id));
    for (const box of found.boxes) {
      const parent = taskAbove(box.id, ids) ?? (found.headingsAreGroups ? null : phaseAround(document, box));
      yield declare(document, box, parent);
    }
  },
};

function declare(document: MarkdownDocument, box: NumberedBox, parent: ItemName | null): ItemDeclaration {
  const { item, anchor, id, idText, text, rest } = box;
  const { title, facts } = takeTitleApart(titleLine(rest));
  const below = readEntryFields(document.source, anchor, item).filter(({ fact }) => FIELDS.has(fact));
  return declareItem(
    { id, word: "task", label: `Task ${id}`, title, idText },
    {
      mention: "entry",
      place: text.place,
      parent,
      isDefinition: true,
      facts: [
        ...facts.filter(({ fact }) => fact !== "status"),
        ...below,
        { fact: "status", text: box.box, evidence: "explicit" },
      ],
      dialect: "kiro-tasks",
    },
  );
}

/** The first line without the mark `(P)` that says it may run in parallel. */
function titleLine(rest: PlacedText): PlacedText {
  const line = /^[^\n]*/.exec(rest.text)![0];
  const start = /^\(P\)\s{1,4}/.exec(line)?.[0].length ?? 0;
  const mark = line.lastIndexOf("(P)");
  const isLast = mark > start && line.slice(mark + 3).trim() === "";
  return rest.slice(start, isLast ? mark : line.length);
}

/** `2.3` is part of `2` wherever it stands. */
function taskAbove(id: string, ids: ReadonlySet<string>): ItemName | null {
  const above = id.slice(0, Math.max(0, id.lastIndexOf(".")));
  if (above === "") return null;
  return ids.has(above) ? { id: above, word: "task", parent: null } : taskAbove(above, ids);
}

function phaseAround(document: MarkdownDocument, { section }: NumberedBox): ItemName | null {
  const item = enclosingItem(sectionItems(document), section);
  return item && nameOf(item);
}
