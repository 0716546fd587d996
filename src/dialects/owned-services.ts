import type { List } from "mdast";
import type { Declaration, ServiceDeclaration } from "../model/declaration.js";
import type { PlacedText } from "../model/place.js";
import type { Dialect } from "./dialect.js";
import { inlineText } from "./shared/inline-text.js";
import type { Block, MarkdownDocument, Section } from "./shared/markdown-document.js";

/** `Phase 8 services`. */
const OWNER = /^[^\p{L}\p{N}]{0,12}((?:phase|stage|milestone)[ \t]{1,3}[\w.-]{1,20})(?:'s|’s)?[ \t]{1,3}services\b/iu;
/** `AgentIdService - ✅ Complete`, `PersonalityProfile (migration) - done`. */
const ENTRY =
  /^\s{0,9}([\p{L}\p{N}_.-]{1,120})[ \t]{0,9}(?:\([^()\n]{0,120}\)[ \t]{0,9})?(?:(?:[-:]|[\u2010-\u2015])[ \t]|$)/u;

/** `### Phase 8 services`, and a list of them below. */
export const ownedServices: Dialect = {
  name: "owned-services",
  *read(document): Iterable<Declaration> {
    for (const section of document.sections) {
      const owner = ownerOf(section);
      if (!owner) continue;
      for (const block of section.blocks)
        if (block.node.type === "list") yield* readList(document, block as Block<List>, owner);
    }
  },
};

function ownerOf({ heading }: Section): PlacedText | null {
  const match = heading && OWNER.exec(heading.text);
  if (!match) return null;
  const start = match[0].indexOf(match[1]!);
  return heading.slice(start, start + match[1]!.length);
}

function* readList(
  document: MarkdownDocument,
  { node, anchor }: Block<List>,
  owner: PlacedText,
): Iterable<ServiceDeclaration> {
  for (const { children } of node.children) {
    const [paragraph] = children;
    if (paragraph?.type !== "paragraph") continue;
    const text = inlineText(document.source, anchor, paragraph.children);
    const match = ENTRY.exec(text.text);
    if (!match) continue;
    const start = match[0].indexOf(match[1]!);
    const rest = text.slice(match[0].length, text.text.length);
    yield {
      kind: "service",
      place: text.place,
      mention: "entry",
      service: text.slice(start, start + match[1]!.length),
      owner,
      version: null,
      nextVersion: null,
      status: rest.text.trim() === "" ? null : rest,
      dependencies: null,
      dependents: null,
    };
  }
}
