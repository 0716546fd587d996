import type { List, RootContent } from "mdast";
import { idKey, ITEM_WORD, itemLabel, itemWord, normalizeId, NUMBER_ID, PREFIXED_ID } from "../grammar/item-id.js";
import { parseReferences } from "../grammar/reference.js";
import { parseWeekWindow } from "../grammar/week-window.js";
import type { Declaration, FactDeclaration, ItemDeclaration } from "../model/declaration.js";
import type { PlacedText } from "../model/place.js";
import type { Dialect } from "./dialect.js";
import { boxText } from "./shared/box-text.js";
import { isCheckpointSection } from "./shared/contract-sections.js";
import { declareItem } from "./shared/declare-item.js";
import { readEntryFields } from "./shared/fields.js";
import { inlineText } from "./shared/inline-text.js";
import { takeTitleApart } from "./shared/item-title.js";
import { listEntries, type ListEntry } from "./shared/list-entries.js";
import type { Block, MarkdownDocument, Section } from "./shared/markdown-document.js";
import { countCheckboxes, enclosingItem, parentName, sectionItems } from "./shared/section-items.js";
import { specKitDocument } from "./shared/spec-kit-document.js";

const ID = `${PREFIXED_ID}|${NUMBER_ID}`;
/** `**Seat Map Subsystem (Phase 15):** ✅ 100% (4/4 sections)`. */
const PROGRESS = new RegExp(`^([^()\\n]{1,120})\\((${ITEM_WORD})[ \\t]{1,3}(${ID})\\)[ \\t]{0,3}:`, "iu");
/** `**Phase 14 Status (updated 2026-01-06):** ✅ 100% complete`. */
const STATUS_LINE = new RegExp(`^(${ITEM_WORD})[ \\t]{1,3}(${ID})[ \\t]{1,3}status\\b[^:\\n]{0,60}:`, "iu");
/** `: Phase 13` behind weeks. */
const BEHIND_WINDOW = new RegExp(
  `^[ \\t]{0,3}:[ \\t]{0,3}(${ITEM_WORD})[ \\t]{1,3}(${ID})(?![\\p{L}\\d]|\\.\\d|[ \\t]{0,2}[-\\u2010-\\u2015+&,])`,
  "iu",
);
/** What a line without cannot be one: the end of an id, and the word. */
const STATUS_SIGN = /\d\S{0,20}[ \t]{1,3}status/iu;

const DEFINING = new Set<FactDeclaration["fact"]>(["dependsOn", "blocks", "tier", "duration", "status"]);

/**
 * Lists of phases: `- [x] **Phase 2: Tokens** - …`, `- Phase 19: Matching - ⏳ (requires Phase 8)`, with fields nested
 * below; and lines that report on one: `**Phase 14 Status:** ✅ complete`, `Week 1-4: Phase 13`.
 */
export const listEntriesDialect: Dialect = {
  name: "list-entries",
  *read(document): Iterable<Declaration> {
    const spokenFor = specKitDocument(document)?.dependencySections;
    for (const section of document.sections) {
      if (spokenFor?.has(section) || isCheckpointSection(section)) continue;
      for (const block of section.blocks) {
        if (block.node.type === "list") {
          const entries = listEntries(document, block as Block<List>);
          yield* namedAmong(entries.map((entry) => declare(document, section, entry)));
          yield* reportLines(document, section, block as Block<List>);
        } else if (block.node.type === "paragraph") {
          const text = inlineText(document.source, block.anchor, block.node.children);
          yield* report(document, section, text);
        }
      }
    }
  },
};

/** Where one entry waits for another of its list, the other is an item, too, though it states nothing itself. */
function namedAmong(entries: readonly ItemDeclaration[]): readonly ItemDeclaration[] {
  const links = entries.flatMap(({ facts }) => facts.filter(({ fact }) => fact === "dependsOn" || fact === "blocks"));
  if (links.length === 0) return entries;
  const named = new Set(
    links.flatMap(({ text }) =>
      parseReferences(text.text).flatMap(({ references }) => references.map(({ word, id }) => nameKey(word, id))),
    ),
  );
  return entries.map((entry) =>
    !entry.isDefinition && named.has(nameKey(entry.word, entry.id)) ? { ...entry, isDefinition: true } : entry,
  );
}

const nameKey = (word: string, id: string): string => (/^\d/.test(id) ? `${word} ${id}` : idKey(id));

function declare(
  document: MarkdownDocument,
  section: Section,
  { item, anchor, text, title }: ListEntry,
): ItemDeclaration {
  const facts: FactDeclaration[] = [...readEntryFields(document.source, anchor, item), ...title.facts];
  const box = boxText(document.source, anchor, item);
  if (box) facts.push({ fact: "status", text: box, evidence: "explicit" });
  const below = (item.children as RootContent[])
    .filter((child) => child.type === "list")
    .map((node) => ({ node, anchor }));
  return declareItem(title, {
    mention: "entry",
    place: text.place,
    parent: parentName(enclosingItem(sectionItems(document), section), title),
    isDefinition: facts.some(({ fact }) => DEFINING.has(fact)),
    facts,
    checkboxes: countCheckboxes(below),
    dialect: "list-entries",
  });
}

function* reportLines(
  document: MarkdownDocument,
  section: Section,
  { node, anchor }: Block<List>,
): Iterable<ItemDeclaration> {
  for (const item of node.children) {
    for (const child of item.children) {
      if (child.type === "list") yield* reportLines(document, section, { node: child, anchor });
      if (child.type === "paragraph")
        yield* report(document, section, inlineText(document.source, anchor, child.children));
    }
  }
}

function* report(document: MarkdownDocument, section: Section, text: PlacedText): Iterable<ItemDeclaration> {
  const lineEnd = text.text.indexOf("\n");
  const line = lineEnd < 0 ? text : text.slice(0, lineEnd);
  const progress = PROGRESS.exec(line.text);
  if (progress) {
    const value = line.slice(progress[0].length);
    const idStart = progress[0].lastIndexOf(progress[3]!);
    yield mentionOf(
      document,
      section,
      line,
      progress[2]!,
      progress[3]!,
      idStart,
      "status",
      value,
      line.slice(0, progress[1]!.trimEnd().length),
    );
    return;
  }
  const status = STATUS_SIGN.test(line.text) ? STATUS_LINE.exec(line.text) : null;
  if (status) {
    const idStart = status[0].indexOf(status[2]!, status[1]!.length);
    yield mentionOf(
      document,
      section,
      line,
      status[1]!,
      status[2]!,
      idStart,
      "status",
      line.slice(status[0].length),
      null,
    );
    return;
  }
  const window = parseWeekWindow(line.text, 4);
  if (window && /^\W{0,6}$/.test(line.text.slice(0, window.start))) {
    const named = BEHIND_WINDOW.exec(line.text.slice(window.end));
    if (!named) return;
    const idStart = window.end + named[0].length - named[2]!.length;
    yield mentionOf(
      document,
      section,
      line,
      named[1]!,
      named[2]!,
      idStart,
      "window",
      line.slice(window.start, window.end),
      null,
    );
  }
}

/** A line about an item that does not bring it into being, except by a title and a status of its own. */
function mentionOf(
  document: MarkdownDocument,
  section: Section,
  line: PlacedText,
  word: string,
  id: string,
  idStart: number,
  fact: "status" | "window",
  value: PlacedText,
  title: PlacedText | null,
): ItemDeclaration {
  const item = { word: itemWord(word), id: normalizeId(id) };
  const idText = line.slice(idStart, idStart + id.length);
  return declareItem(
    { ...item, label: itemLabel(item.word, item.id), title, idText },
    {
      mention: fact === "window" ? "timeline" : "entry",
      place: line.place,
      parent: parentName(enclosingItem(sectionItems(document), section), item),
      isDefinition: title !== null,
      facts: [
        { fact, text: value, evidence: fact === "window" ? "inferred" : "explicit" },
        ...takeTitleApart(value).facts.filter(({ fact }) => fact === "dependsOn"),
      ],
      dialect: "list-entries",
    },
  );
}
