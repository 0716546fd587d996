import type { List, ListItem, Table } from "mdast";
import { normalizeName } from "../grammar/field-name.js";
import type { BreakingChangeDeclaration, Declaration } from "../model/declaration.js";
import type { PlacedText } from "../model/place.js";
import type { Dialect } from "./dialect.js";
import { readAnnouncement, type AnnouncementParts, type Part } from "./shared/announcement-text.js";
import { inlineText } from "./shared/inline-text.js";
import { cellText } from "./shared/item-tables.js";
import type { Block, MarkdownDocument, Section } from "./shared/markdown-document.js";
import { enclosingItem, sectionItems } from "./shared/section-items.js";
import { isHypotheticalSection } from "./shared/statements.js";

const HEADS: Readonly<Record<Part, readonly string[]>> = {
  subject: ["service", "subject", "contract", "model", "api", "component", "interface"],
  change: ["change", "breaking change", "what", "what changes"],
  version: ["version", "versions"],
  announced: ["announced", "announced on", "announcement", "announcement date"],
  effective: ["effective", "effective on", "effective date", "takes effect", "effective from"],
  phase: ["phase", "in phase", "by phase"],
  affects: ["affects", "affected", "affected phases", "dependent phases"],
  migration: ["migration", "migration guide", "migration note"],
};
const REMOVAL_HEADS: Readonly<Partial<Record<Part, readonly string[]>>> = {
  announced: ["deprecated", "deprecated on", "deprecated since", "deprecation date"],
  effective: ["removed", "removed on", "removal", "removal date", "remove on", "sunset", "sunset date"],
  migration: ["replacement", "replaced by", "use instead", ...HEADS.migration],
};
const NO_PARTS: AnnouncementParts & { versionNow: null } = {
  versionNow: null,
  subject: null,
  change: null,
  version: null,
  announced: null,
  effective: null,
  phase: null,
  affects: null,
  migration: null,
};

const byHead = (heads: Readonly<Partial<Record<Part, readonly string[]>>>): ReadonlyMap<string, Part> =>
  new Map(Object.entries(heads).flatMap(([part, names]) => names.map((name) => [name, part as Part] as const)));
const PART_OF = byHead(HEADS);
const PART_OF_REMOVAL = byHead({ ...HEADS, ...REMOVAL_HEADS });

/** Announcements: the canonical table, entries of a list, fields of a phase, a document of a phase; deprecations. */
export const breakingChanges: Dialect = {
  name: "breaking-changes",
  *read(document): Iterable<Declaration> {
    const phase = phaseOfDocument(document);
    for (const section of document.sections) {
      const isAbout = isBelow(section, /\bbreaking\b/i) || (phase !== null && !isHypotheticalSection(section));
      for (const block of section.blocks) {
        if (block.node.type === "table") yield* readTable(document, block as Block<Table>, section, isAbout, phase);
        if (block.node.type === "list" && isAbout) yield* readList(document, block as Block<List>, phase);
      }
      yield* readFields(document, section);
    }
  },
};

function isBelow(section: Section, words: RegExp): boolean {
  for (let at: Section | null = section; at; at = at.parent) if (words.test(at.heading?.text ?? "")) return true;
  return false;
}

/** What a path or text without cannot say that it is about breaking changes. */
const SIGN = /breaking/iu;
const PHASE_DOCUMENT = /(?:^|\/)PHASE[_-]([\p{L}\p{N}.]{1,40})[_-]BREAKING[_-]CHANGES\.md$/iu;

/** `PHASE_7.3_BREAKING_CHANGES.md` speaks for phase 7.3. The name's place is the document's first character. */
function phaseOfDocument({ source }: MarkdownDocument): PlacedText | null {
  const id = SIGN.test(source.path) ? PHASE_DOCUMENT.exec(source.path)?.[1] : undefined;
  return id === undefined ? null : namedByPath(id, source.place(0, 0));
}

const namedByPath = (text: string, place: PlacedText["place"]): PlacedText => ({
  text,
  place,
  slice: (start, end) => namedByPath(text.slice(start, end), place),
});

type Cells = Partial<Record<Part, PlacedText>>;

function* readTable(
  document: MarkdownDocument,
  block: Block<Table>,
  section: Section,
  isAboutChanges: boolean,
  phase: PlacedText | null,
): Iterable<BreakingChangeDeclaration> {
  const [head, ...body] = block.node.children;
  if (!head) return;
  const heads = head.children.map((cell) => normalizeName(cellText(document, block, cell).text));
  const about = kindOf(heads, section, isAboutChanges);
  if (about === null) return;
  const partOf = about === "removal" ? PART_OF_REMOVAL : PART_OF;
  const columns = heads.map((name) => partOf.get(name) ?? null);
  for (const row of body) {
    const cells: Cells = {};
    row.children.forEach((cell, index) => {
      const part = columns[index];
      const text = cellText(document, block, cell);
      if (part && !cells[part] && !/^[\s\u2010-\u2015-]*$/.test(text.text)) cells[part] = text;
    });
    if (Object.keys(cells).length === 0) continue;
    const start = block.anchor + row.position!.start.offset!;
    const end = block.anchor + row.position!.end.offset!;
    yield {
      kind: "breaking-change",
      about,
      isAnnouncement: true,
      place: document.source.place(start, end),
      ...NO_PARTS,
      ...(phase && { phase }),
      ...cells,
    };
  }
}

/** A table of deprecations says so by its columns, and stands where its heading does not call it an example. */
function kindOf(
  heads: readonly string[],
  section: Section,
  isAboutChanges: boolean,
): BreakingChangeDeclaration["about"] | null {
  const has = (part: Part, parts: ReadonlyMap<string, Part>): boolean => heads.some((name) => parts.get(name) === part);
  const isRemoval =
    has("subject", PART_OF_REMOVAL) &&
    heads.some((name) => REMOVAL_HEADS.announced!.includes(name)) &&
    heads.some((name) => REMOVAL_HEADS.effective!.includes(name));
  if (isRemoval && !isHypotheticalSection(section)) return "removal";
  const isChange =
    isAboutChanges &&
    has("subject", PART_OF) &&
    (["change", "announced", "effective", "version"] as const).some((part) => has(part, PART_OF));
  return isChange ? "change" : null;
}

function* readList(
  document: MarkdownDocument,
  { node, anchor }: Block<List>,
  phase: PlacedText | null,
): Iterable<BreakingChangeDeclaration> {
  for (const item of node.children) {
    const text = firstLineOf(document, anchor, item);
    const parts = text && readAnnouncement(text, { needsDate: true });
    if (!parts) continue;
    yield {
      kind: "breaking-change",
      about: "change",
      isAnnouncement: true,
      place: text.place,
      ...NO_PARTS,
      ...(phase && { phase }),
      ...parts,
    };
  }
}

const FIELD = /^[^\p{L}\p{N}\n]{0,8}breaking[ \t]{1,3}changes?[^\p{L}\p{N}\n:\uff1a]{0,4}[:\uff1a]/iu;

/** `**Breaking change:** Fares 1.0.0 → 2.0.0, announced 2026-11-01, effective 2026-11-20` in the section of a phase. */
function* readFields(document: MarkdownDocument, section: Section): Iterable<BreakingChangeDeclaration> {
  const item = enclosingItem(sectionItems(document), section);
  if (item === null || isHypotheticalSection(section)) return;
  for (const { node, anchor } of section.blocks) {
    const texts =
      node.type === "paragraph"
        ? linesOf(inlineText(document.source, anchor, node.children), SIGN)
        : node.type === "list"
          ? node.children.flatMap((entry) => firstLineOf(document, anchor, entry, SIGN) ?? [])
          : [];
    for (const text of texts) {
      const name = FIELD.exec(text.text)?.[0];
      const parts = name === undefined ? null : readAnnouncement(text.slice(name.length), { needsDate: false });
      if (!parts) continue;
      const phase = item.title.idText;
      yield {
        kind: "breaking-change",
        about: "change",
        isAnnouncement: true,
        place: text.place,
        ...NO_PARTS,
        phase,
        ...parts,
      };
    }
  }
}

function firstLineOf(document: MarkdownDocument, anchor: number, item: ListItem, sign?: RegExp): PlacedText | null {
  const paragraph = item.children[0];
  if (paragraph?.type !== "paragraph") return null;
  return linesOf(inlineText(document.source, anchor, paragraph.children), sign)[0] ?? null;
}

/** The lines of a text; none where it lacks the sign of what is looked for. */
function linesOf(text: PlacedText, sign?: RegExp): PlacedText[] {
  if (sign?.test(text.text) === false) return [];
  let start = 0;
  return text.text.split("\n").map((line) => {
    const own = text.slice(start, start + line.length);
    start += line.length + 1;
    return own;
  });
}
