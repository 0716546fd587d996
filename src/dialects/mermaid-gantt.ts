import { ganttSection, parseGanttTask, type GanttTask } from "../grammar/gantt-task.js";
import type { Declaration, FactDeclaration, ItemDeclaration, ItemName } from "../model/declaration.js";
import type { PlacedText } from "../model/place.js";
import type { Dialect } from "./dialect.js";
import { declareItem } from "./shared/declare-item.js";
import type { DefinedItem, DefinedItems } from "./shared/defined-items.js";
import type { MarkdownDocument, Section } from "./shared/markdown-document.js";
import { diagramsOf, type Diagram } from "./shared/mermaid.js";
import { passingMention } from "./shared/passing-mention.js";
import { enclosingItem, nameOf, sectionItems } from "./shared/section-items.js";

const NAME = "mermaid-gantt";
const KINDS = new Set(["gantt"]);

interface Bar {
  readonly line: PlacedText;
  readonly task: GanttTask;
  readonly title: string;
  /** The chart's own id, or null. */
  readonly id: string | null;
  readonly section: PlacedText | null;
}

/** A chart with its bars, and the items defined elsewhere that some of these stand for. */
interface Chart {
  readonly section: Section;
  readonly bars: readonly Bar[];
  readonly items: ReadonlyMap<Bar, DefinedItem>;
}

/**
 * Mermaid `gantt` charts. Their tasks are the plan's items, unless the document defines its items otherwise: then a
 * chart only adds to those that its labels name.
 */
export const mermaidGantt: Dialect = {
  name: NAME,
  sign: /mermaid/i,
  *read(document, known): Iterable<Declaration> {
    const diagrams = [...diagramsOf(document, KINDS)];
    if (diagrams.length === 0) return;
    const elsewhere = known();
    const charts = diagrams.map((diagram) => readChart(diagram, elsewhere));
    const addsOnly = charts.some(({ items }) => items.size > 0);
    for (const chart of charts) {
      if (addsOnly) yield* addTo(chart);
      else if (definesItems(charts, elsewhere)) yield* define(document, chart, elsewhere);
    }
  },
};

/** One plan has one set of items: beside others a chart has its own only where nothing else says what waits for what. */
const definesItems = (charts: readonly Chart[], elsewhere: DefinedItems): boolean =>
  elsewhere.all.length === 0 ||
  (charts.some(({ bars }) => bars.some(({ task }) => task.after.length > 0)) &&
    !elsewhere.all.some(({ statesDependencies }) => statesDependencies));

function readChart({ fence, lines }: Diagram, elsewhere: DefinedItems): Chart {
  const bars: Bar[] = [];
  let section: PlacedText | null = null;
  for (const line of lines) {
    const opened = ganttSection(line.text);
    if (opened) section = line.slice(opened.start, opened.end);
    const task = opened ? null : parseGanttTask(line.text);
    if (!task) continue;
    const id = task.id && line.text.slice(task.id.start, task.id.end);
    bars.push({ line, task, title: line.text.slice(task.title.start, task.title.end), id, section });
  }
  return { section: fence.section, bars, items: itemsOf(bars, elsewhere) };
}

/** A label that two bars share speaks of their group; it names neither. */
function itemsOf(bars: readonly Bar[], elsewhere: DefinedItems): ReadonlyMap<Bar, DefinedItem> {
  const found = new Map<Bar, DefinedItem>();
  const uses = new Map<DefinedItem, number>();
  for (const bar of bars) {
    const byId = bar.id === null || !/\d/.test(bar.id) ? null : elsewhere.find("", bar.id);
    const item = elsewhere.openedBy(bar.title) ?? elsewhere.titled(bar.title) ?? (byId?.id === bar.id ? byId : null);
    if (!item) continue;
    found.set(bar, item);
    uses.set(item, (uses.get(item) ?? 0) + 1);
  }
  return new Map([...found].filter(([, item]) => uses.get(item) === 1));
}

function* addTo({ bars, items }: Chart): Iterable<ItemDeclaration> {
  const byId = new Map([...items].flatMap(([bar, item]) => (bar.id === null ? [] : [[bar.id, item] as const])));
  for (const [bar, item] of items) {
    const facts = factsOf(bar, (id) => byId.get(id) ?? null);
    if (facts.length > 0 && bars.length > 0) yield passingMention(item, placeOf(bar), facts, NAME);
  }
}

function* define(document: MarkdownDocument, chart: Chart, elsewhere: DefinedItems): Iterable<ItemDeclaration> {
  const around = enclosingItem(sectionItems(document), chart.section);
  const titles = new Map<string, number>();
  for (const { id, title } of chart.bars) if (id === null) titles.set(title, (titles.get(title) ?? 0) + 1);
  for (const bar of chart.bars) {
    const { line, task, title, section } = bar;
    const isAmbiguous = bar.id === null && titles.get(title)! > 1 && section !== null;
    const id = bar.id ?? (isAmbiguous ? `${section.text} / ${title}` : title);
    const group = section && elsewhere.openedBy(section.text);
    const titleText = line.slice(task.title.start, task.title.end);
    const idText = task.id ? line.slice(task.id.start, task.id.end) : titleText;
    yield declareItem(
      { id, word: "task", label: id, title: titleText, idText },
      {
        mention: "entry",
        place: placeOf(bar),
        parent: group ?? (around && nameOf(around)),
        isDefinition: true,
        facts: factsOf(bar, (other) => ({ id: other, word: "task", parent: null })),
        dialect: NAME,
      },
    );
  }
}

function factsOf({ line, task }: Bar, nameOfId: (id: string) => ItemName | null): FactDeclaration[] {
  const facts: FactDeclaration[] = [];
  for (const { start, end } of task.after) {
    const text = line.slice(start, end);
    const name = nameOfId(text.text);
    if (name) facts.push({ fact: "dependsOn", text, names: [name], evidence: "explicit" });
  }
  if (task.duration) {
    const { start, end } = task.duration;
    // Mermaid's `M` is a month, its `m` a minute.
    const isMonth = line.text[end - 1] === "M";
    const unit = isMonth ? ({ unit: "month" } as const) : {};
    facts.push({ fact: "duration", text: line.slice(start, isMonth ? end - 1 : end), ...unit, evidence: "explicit" });
  }
  if (task.status) {
    const text = line.slice(task.status.start, task.status.end);
    facts.push({ fact: "status", text, evidence: "explicit" });
  }
  return facts;
}

function placeOf({ line }: Bar): PlacedText["place"] {
  const start = /^\s*/.exec(line.text)![0].length;
  return line.slice(start, line.text.trimEnd().length).place;
}
