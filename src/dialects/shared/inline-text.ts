import type { PhrasingContent, RootContent } from "mdast";
import type { Place, PlacedText } from "../../model/place.js";
import { alignText, type Segment } from "./align-text.js";
import type { SourceText } from "./source-text.js";

/** The visible text of inline content, with what a reader of fields must know about its emphasis. */
export interface InlineText extends PlacedText {
  /** Ranges of the text set in bold. */
  readonly strong: readonly (readonly [start: number, end: number])[];
  /** Ranges struck through. */
  readonly deleted: readonly (readonly [start: number, end: number])[];
}

type InlineNodes = readonly (PhrasingContent | RootContent)[];

/** What was made of nodes, by where they stand: every way of writing looks at the same ones. */
type Texts = Map<InlineNodes, { readonly anchor: number; readonly text: InlineText }>;
const known = new WeakMap<SourceText, Texts>();

/**
 * The visible text of inline nodes: emphasis, code marks and link targets gone, line ends kept. Every character knows
 * its place; `anchor` is the offset in the document of the part that was parsed.
 */
export function inlineText(source: SourceText, anchor: number, nodes: InlineNodes): InlineText {
  let texts = known.get(source);
  if (!texts) known.set(source, (texts = new Map() as Texts));
  const before = texts.get(nodes);
  if (before?.anchor === anchor) return before.text;
  const text = visibleText(source, anchor, nodes);
  texts.set(nodes, { anchor, text });
  return text;
}

function visibleText(source: SourceText, anchor: number, nodes: InlineNodes): InlineText {
  return plainText(source, anchor, nodes) ?? markedText(source, anchor, nodes);
}

const NONE: InlineText["strong"] = [];

/** What most texts are: one node that stands in the document character for character. Null for any other. */
function plainText(source: SourceText, anchor: number, [only, more]: InlineNodes): InlineText | null {
  if (only?.type !== "text" || more !== undefined) return null;
  const text = only.value;
  const offset = anchor + only.position!.start.offset!;
  const endOffset = anchor + only.position!.end.offset!;
  if (endOffset - offset !== text.length || text.includes("\r")) return null;
  const segments = [{ textStart: 0, textEnd: text.length, offset, endOffset, isVerbatim: true }];
  return new Inline({ source, text, segments }, 0, text.length, NONE, NONE);
}

function markedText(source: SourceText, anchor: number, nodes: InlineNodes): InlineText {
  const segments: Segment[] = [];
  const strong: [number, number][] = [];
  const deleted: [number, number][] = [];
  let text = "";

  const push = (value: string, offset: number, endOffset: number, isVerbatim = endOffset - offset === value.length) => {
    segments.push({ textStart: text.length, textEnd: text.length + value.length, offset, endOffset, isVerbatim });
    text += value;
  };

  const visit = (node: PhrasingContent | RootContent): void => {
    const start = anchor + (node.position?.start.offset ?? 0);
    const end = anchor + (node.position?.end.offset ?? 0);
    switch (node.type) {
      case "text":
        for (const run of alignText(source.text, node.value, start, end))
          push(run.text, run.offset, run.endOffset, run.isVerbatim);
        break;
      case "inlineCode": {
        const written = source.text.slice(start, end);
        const marks = /^`*/.exec(written)![0].length;
        const inside = written.indexOf(node.value, marks);
        if (inside >= 0) push(node.value, start + inside, start + inside + node.value.length);
        else push(node.value, start + marks, end - marks, false);
        break;
      }
      case "break":
        push("\n", start, end);
        break;
      case "image":
      case "imageReference":
        push(node.alt ?? "", start, end);
        break;
      case "html":
        if (/^<br\s{0,9}\/?>$/i.test(node.value)) push("\n", start, end);
        break;
      case "footnoteReference":
        break;
      default:
        if ("children" in node) {
          const from = text.length;
          for (const child of node.children) visit(child);
          if (node.type === "strong") strong.push([from, text.length]);
          if (node.type === "delete") deleted.push([from, text.length]);
        }
    }
  };

  for (const node of nodes) visit(node);
  return new Inline({ source, text, segments }, 0, text.length, strong, deleted);
}

/** Text that stands in the document character for character. */
export function verbatimText(source: SourceText, offset: number, endOffset: number): InlineText {
  const text = source.text.slice(offset, endOffset);
  const segment = { textStart: 0, textEnd: text.length, offset, endOffset, isVerbatim: true };
  return new Inline({ source, text, segments: [segment] }, 0, text.length, [], []);
}

/** The first line of a text, with its emphasis. */
export function openingLine(text: InlineText): InlineText {
  const end = text.text.indexOf("\n");
  if (end < 0) return text;
  const line = text.slice(0, end);
  return {
    text: line.text,
    get place() {
      return line.place;
    },
    slice: (from, to) => line.slice(from, to),
    strong: text.strong.filter(([start]) => start < end),
    deleted: text.deleted.filter(([start]) => start < end),
  };
}

/** A text made of runs of the document. */
interface Whole {
  readonly source: SourceText;
  readonly text: string;
  readonly segments: readonly Segment[];
}

/** Part of such a text. The place is found when it is asked for: few are. */
class Part implements PlacedText {
  readonly text: string;
  readonly #whole: Whole;
  readonly #from: number;
  readonly #to: number;

  constructor(whole: Whole, from: number, to: number) {
    this.text = whole.text.slice(from, to);
    this.#whole = whole;
    this.#from = from;
    this.#to = to;
  }

  get place(): Place {
    const { source, segments } = this.#whole;
    return source.place(offsetOf(segments, this.#from, "start"), offsetOf(segments, this.#to, "end"));
  }

  slice(start: number, end = this.text.length): PlacedText {
    const [from, to] = [this.#from + start, this.#from + Math.max(start, end)];
    return new Part(this.#whole, Math.min(this.#to, from), Math.min(this.#to, to));
  }
}

class Inline extends Part implements InlineText {
  readonly strong: InlineText["strong"];
  readonly deleted: InlineText["deleted"];

  constructor(whole: Whole, from: number, to: number, strong: InlineText["strong"], deleted: InlineText["deleted"]) {
    super(whole, from, to);
    this.strong = strong;
    this.deleted = deleted;
  }
}

/** A start belongs to the run that begins there, an end to the run before it. */
function offsetOf(segments: readonly Segment[], index: number, side: "start" | "end"): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const isBehind = side === "start" ? segments[middle]!.textEnd <= index : segments[middle]!.textEnd < index;
    if (isBehind) low = middle + 1;
    else high = middle;
  }
  const segment = segments[low];
  if (!segment) return 0;
  const into = Math.max(0, Math.min(index, segment.textEnd) - segment.textStart);
  if (segment.isVerbatim) return segment.offset + into;
  return side === "start" && into < segment.textEnd - segment.textStart ? segment.offset : segment.endOffset;
}
