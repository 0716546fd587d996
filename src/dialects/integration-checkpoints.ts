import type { List } from "mdast";
import { statusMark } from "../grammar/status.js";
import type { CheckpointsDeclaration, Declaration } from "../model/declaration.js";
import type { Dialect } from "./dialect.js";
import { isCheckpointHeading } from "../grammar/contract-heading.js";
import { isCheckpointSection } from "./shared/contract-sections.js";
import { inlineText } from "./shared/inline-text.js";
import type { Block, MarkdownDocument, Section } from "./shared/markdown-document.js";

/** `- [x] Tier 0 → Tier 1` and `- [x] Phase 8 → Phase 10` under a heading "Integration checkpoints". */
export const integrationCheckpoints: Dialect = {
  name: "integration-checkpoints",
  *read(document): Iterable<Declaration> {
    for (const [heading, sections] of groupsOf(document)) {
      const entries = sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.node.type === "list" ? entriesOf(document, block as Block<List>) : [])),
      );
      yield { kind: "checkpoints", place: heading.heading!.place, entries };
    }
  },
};

/** Each section with such a heading of its own, and all below it. */
function groupsOf({ sections }: MarkdownDocument): ReadonlyMap<Section, readonly Section[]> {
  const groups = new Map<Section, Section[]>();
  let current: Section | null = null;
  for (const section of sections) {
    if (!isCheckpointSection(section)) continue;
    if (isCheckpointHeading(section.heading!.text) || current === null) current = section;
    const group = groups.get(current);
    if (group) group.push(section);
    else groups.set(current, [section]);
  }
  return groups;
}

function entriesOf(document: MarkdownDocument, { node, anchor }: Block<List>): CheckpointsDeclaration["entries"] {
  return node.children.flatMap((item) => {
    const [first] = item.children;
    if (first?.type !== "paragraph") return [];
    const text = inlineText(document.source, anchor, first.children);
    const isChecked = item.checked ?? statusMark(text.text)?.status === "done";
    return [{ text, isChecked }];
  });
}
