import { parseFlowchartLine, type FlowchartArrow } from "../grammar/flowchart.js";
import type { Declaration, ItemDeclaration } from "../model/declaration.js";
import type { PlacedText } from "../model/place.js";
import type { Dialect } from "./dialect.js";
import type { DefinedItem, DefinedItems } from "./shared/defined-items.js";
import { diagramsOf, type Diagram } from "./shared/mermaid.js";
import { passingMention } from "./shared/passing-mention.js";

const KINDS = new Set(["graph", "flowchart", "flowchart-elk"]);
/** Words on an arrow that turn it round: `B -->|depends on| A`. */
const TURNED = /\b(?:depends on|requires|needs|blocked by|waits for)\b/i;
/** Words on an arrow that say it is no dependency. */
const LOOSE = /\b(?:parallel|optional(?:ly)?|may|feedback|informs|or|alternative)\b/i;

/**
 * Mermaid flowcharts of items that the document defines elsewhere: `A[Phase 1] --> B[Phase 2]`. A diagram in which not
 * even two nodes name an item is about something else.
 */
export const mermaidFlowchart: Dialect = {
  name: "mermaid-flowchart",
  sign: /mermaid/i,
  *read(document, elsewhere): Iterable<Declaration> {
    for (const diagram of diagramsOf(document, KINDS)) yield* readDiagram(diagram, elsewhere());
  },
};

interface Node {
  readonly label: string | null;
  readonly line: PlacedText;
}

function* readDiagram({ lines }: Diagram, elsewhere: DefinedItems): Iterable<ItemDeclaration> {
  const nodes = new Map<string, Node>();
  const arrows: { arrow: FlowchartArrow; line: PlacedText }[] = [];
  for (const written of lines) {
    const start = /^\s*/.exec(written.text)![0].length;
    const line = written.slice(start, written.text.trimEnd().length);
    const read = parseFlowchartLine(line.text);
    for (const { id, label } of read.nodes) {
      const text = label && line.text.slice(label.start, label.end);
      if (text !== null || !nodes.has(id)) nodes.set(id, { label: text, line });
    }
    arrows.push(...read.arrows.map((arrow) => ({ arrow, line })));
  }
  const items = new Map(
    [...nodes].flatMap(([id, { label }]) => {
      const item = itemOf(id, label, elsewhere);
      return item ? [[id, item] as const] : [];
    }),
  );
  if (new Set(items.values()).size < 2) return;
  for (const { arrow, line } of arrows) {
    if (arrow.text !== null && LOOSE.test(arrow.text)) continue;
    const isTurned = arrow.text !== null && TURNED.test(arrow.text);
    const before = items.get(isTurned ? arrow.to : arrow.from);
    const after = items.get(isTurned ? arrow.from : arrow.to);
    if (!before || !after || before === after) continue;
    const evidence = arrow.isDotted ? "inferred" : "explicit";
    const facts = [{ fact: "dependsOn", text: line, names: [before], evidence } as const];
    yield passingMention(after, nodes.get(isTurned ? arrow.from : arrow.to)!.line.place, facts, "mermaid-flowchart");
  }
}

/**
 * The item that a node's label names; without one, its id. An id such as `P1` beside a label counts only where it
 * cannot be a mere shorthand of the chart.
 */
function itemOf(id: string, label: string | null, elsewhere: DefinedItems): DefinedItem | null {
  const spoken = elsewhere.openedBy(id.replace(/[_-]/g, " "));
  if (label === null) return elsewhere.find("", id) ?? spoken;
  const named = elsewhere.openedBy(label.replace(/<br\s{0,9}\/?>/gi, " "));
  if (named) return named;
  const titled = elsewhere.titled(label);
  const number = /\d{1,6}(?:[._]\d{1,6}){0,3}$/.exec(id)?.[0].replace("_", ".");
  if (titled && number === /\d{1,6}(?:\.\d{1,6}){0,3}$/.exec(titled.id)?.[0]) return titled;
  const isTelling = /\d{3}|[A-Za-z]{2}[-_]?\d/.test(id);
  return isTelling ? (elsewhere.find("", id) ?? spoken) : null;
}
