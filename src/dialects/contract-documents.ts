import type { List, Table } from "mdast";
import { contractPath } from "../grammar/contract-path.js";
import { contractTitle } from "../grammar/contract-heading.js";
import { namedSource } from "../grammar/contract-entry.js";
import type { ContractDeclaration, Declaration, ItemName, UnreadDeclaration } from "../model/declaration.js";
import type { PlacedText } from "../model/place.js";
import type { Dialect } from "./dialect.js";
import { detailsOf, entryOf, listedEntries, tableEntries, type WrittenEntry } from "./shared/contract-entries.js";
import type { Block, MarkdownDocument, Section } from "./shared/markdown-document.js";

type Side = ContractDeclaration["side"];

/**
 * One phase's contract a document, named by the file (`PHASE_8_OUTPUT_CONTRACTS.md`, `PHASE_9_INPUT_REQUIREMENTS.md`) or
 * by its title: outputs or requirements as lists, tables and headings. Nothing else in it is a plan.
 */
export const contractDocuments: Dialect = {
  name: "contract-documents",
  *read(document): Iterable<Declaration> {
    const contract = contractOf(document);
    if (contract) yield* read(document, contract);
  },
};

/** Always says something, so that nobody looks for a plan in it. */
function* read(document: MarkdownDocument, { side, owner }: Contract): Iterable<Declaration> {
  const entries = owner ? [...entriesOf(document, side)] : [];
  if (owner === null || entries.length === 0) yield unread(document, side, owner);
  else
    for (const { place, name, version, source, category } of entries)
      yield { kind: "contract", side, place, owner, name, version, source, category };
}

const unread = ({ source, sections }: MarkdownDocument, side: Side, owner: ItemName | null): UnreadDeclaration => ({
  kind: "unread",
  place: sections.find(({ heading }) => heading !== null)?.heading?.place ?? source.place(0, 0),
  reason: owner
    ? `No ${side} is found in this document.`
    : "Neither the name nor the title of this document says whose contract it is.",
});

interface Contract {
  readonly side: Side;
  /** Null for a template. */
  readonly owner: ItemName | null;
}

/** Null for a document that is no contract. */
function contractOf(document: MarkdownDocument): Contract | null {
  const named = contractPath(document.source.path);
  const title = titleOf(document);
  const titled = title?.heading ? contractTitle(title.heading.text) : null;
  if (named) {
    const id = named.id ?? (titled?.side === named.side ? titled.id : null);
    return { side: named.side, owner: id === null ? null : phaseNamed(id) };
  }
  return titled && { side: titled.side, owner: phaseNamed(titled.id) };
}

const phaseNamed = (id: string): ItemName => ({ id, word: "phase", parent: null });

/** The first heading, where it is the only one of the highest level. */
function titleOf({ sections }: MarkdownDocument): Section | null {
  const first = sections.find(({ heading }) => heading !== null);
  if (first?.depth !== 1) return null;
  return sections.every((section) => section === first || section.depth !== 1) ? first : null;
}

/** What a section of a contract document is: a group of entries, an entry itself, or about something else. */
type Role = "title" | "group" | "entry" | "other";

const OTHER =
  /\b(?:tests?|testing|checklist|methods?|breaking|notes?|examples?|validation|usage|overview|summary|migrations?|consumers?|affected|known|next|integration|status|history|changelog|risks?|questions?|references?)\b/iu;
const GROUP: Readonly<Record<Side, RegExp>> = {
  output:
    /\b(?:outputs?|produced|produces|provided|provides|exposed|exports?|created|delivered|deliverables|services|models|apis|contracts)\b/iu,
  requirement:
    /\b(?:requirements?|required|requires|inputs?|needs|needed|consumes|consumed|dependenc(?:y|ies)|from)\b/iu,
};

function* entriesOf(document: MarkdownDocument, side: Side): Iterable<WrittenEntry> {
  const title = titleOf(document);
  const roles = new Map<Section, Role>();
  const sources = new Map<Section, PlacedText | null>();
  for (const section of document.sections) {
    const role = roleOf(section, side, title, roles);
    roles.set(section, role);
    const { heading, parent } = section;
    const above = (parent && sources.get(parent)) ?? null;
    const source = role === "title" || !heading ? null : (sourceIn(heading) ?? above);
    sources.set(section, source);
    if (role === "entry") yield* headedEntry(document, section, above, roles.get(parent!) === "title");
    else if (role !== "other")
      for (const entry of blockEntries(document, section)) yield { ...entry, source: entry.source ?? source };
  }
}

function roleOf(section: Section, side: Side, title: Section | null, roles: ReadonlyMap<Section, Role>): Role {
  const { heading, parent } = section;
  if (!heading || section === title) return "title";
  const above = (parent && roles.get(parent)) ?? "title";
  if (above === "entry" || above === "other" || OTHER.test(heading.text)) return "other";
  return GROUP[side].test(heading.text) || heading.text.trimEnd().endsWith(":") ? "group" : "entry";
}

function blockEntries(document: MarkdownDocument, { blocks }: Section): WrittenEntry[] {
  return blocks.flatMap((block) => {
    if (block.node.type === "table") return tableEntries(document, block as Block<Table>);
    return block.node.type === "list" ? listedEntries(document, block as Block<List>) : [];
  });
}

/** A heading names an output below a group; below the title only where fields say more about it. */
function headedEntry(
  document: MarkdownDocument,
  { heading, blocks }: Section,
  source: PlacedText | null,
  isBelowTitle: boolean,
): WrittenEntry[] {
  const entry = entryOf(heading!, heading!.place);
  const details = detailsOf(document, blocks);
  if (!entry || (isBelowTitle && !details.areThere)) return [];
  return [{ ...entry, version: entry.version ?? details.version, source: entry.source ?? details.source ?? source }];
}

/** `Services from Phase 8` names the source of all that stands below it. */
function sourceIn(heading: PlacedText): PlacedText | null {
  const source = namedSource(heading.text);
  return source && heading.slice(source.start, source.end);
}
