import type { PhrasingContent, RootContent } from "mdast";
import type { PlacedText } from "../../model/place.js";
import { alignText, type Segment } from "./align-text.js";
import type { SourceText } from "./source-text.js";

/** The visible text of inline content, with what a reader of fields must know about its emphasis. */
export interface InlineText extends PlacedText {
  /** Ranges of the text set in bold. */
  readonly strong: readonly (readonly [start: number, end: number])[];
  /** Ranges struck through. */
  readonly deleted: readonly (readonly [start: number, end: number])[];
}

/**
 * The visible text of inline nodes: emphasis, code marks and link targets gone, line ends kept. Every character knows
 * its place; `anchor` is the offset in the document of the part that was parsed.
 */
export function inlineText(
  source: SourceText,
  anchor: number,
  nodes: readonly (PhrasingContent | RootContent)[],
): InlineText {
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
  return { ...placed(source, text, segments, 0, text.length), strong, deleted };
}

/** Text that stands in the document character for character. */
export function verbatimText(source: SourceText, offset: number, endOffset: number): InlineText {
  const text = source.text.slice(offset, endOffset);
  const segment = { textStart: 0, textEnd: text.length, offset, endOffset, isVerbatim: true };
  return { ...placed(source, text, [segment], 0, text.length), strong: [], deleted: [] };
}

function placed(source: SourceText, text: string, segments: readonly Segment[], from: number, to: number): PlacedText {
  return {
    text: text.slice(from, to),
    get place() {
      return source.place(offsetOf(segments, from, "start"), offsetOf(segments, to, "end"));
    },
    slice: (start, end = to - from) =>
      placed(source, text, segments, Math.min(to, from + start), Math.min(to, from + Math.max(start, end))),
  };
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
