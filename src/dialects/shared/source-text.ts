import type { SourceDocument } from "../../model/document.js";
import type { Place } from "../../model/place.js";
import { repairText, type RepairedText } from "./repair-text.js";

/**
 * A document's text that can say line and column of any offset. Damaged text is read as it was meant; places are those
 * of the document as it is.
 */
export class SourceText {
  readonly path: string;
  /** As it is read. */
  readonly text: string;
  /** What had to be repaired to read it, or null. */
  readonly repair: RepairedText | null;
  readonly #lineStarts: readonly number[];
  #lastLine = 0;

  readonly #revision: "base" | undefined;

  constructor(document: SourceDocument, revision?: "base") {
    this.#revision = revision;
    this.path = document.path;
    this.repair = repairText(document.text);
    this.text = this.repair?.text ?? document.text;
    this.#lineStarts = lineStarts(document.text);
  }

  /** The place from one index of the text to another, the end exclusive. */
  place(start: number, end: number): Place {
    const offset = this.repair?.toOriginal(start, "start") ?? start;
    return this.#placeInDocument(offset, Math.max(offset, this.repair?.toOriginal(end, "end") ?? end));
  }

  /** Where in the text a place begins and ends. */
  range({ offset, endOffset }: Place): readonly [start: number, end: number] {
    return [this.repair?.toRepaired(offset) ?? offset, this.repair?.toRepaired(endOffset) ?? endOffset];
  }

  /** Where the first repair was made, or null. */
  get damage(): Place | null {
    return this.repair && this.#placeInDocument(this.repair.first.offset, this.repair.first.endOffset);
  }

  #placeInDocument(offset: number, endOffset: number): Place {
    const line = this.#lineAt(offset);
    const endLine = this.#lineAt(endOffset);
    return {
      path: this.path,
      ...(this.#revision && { revision: this.#revision }),
      line: line + 1,
      column: offset - this.#lineStarts[line]! + 1,
      endLine: endLine + 1,
      endColumn: endOffset - this.#lineStarts[endLine]! + 1,
      offset,
      endOffset,
    };
  }

  #lineAt(offset: number): number {
    const starts = this.#lineStarts;
    // Most places are asked for one after the other, and few are longer than a line.
    if (starts[this.#lastLine]! <= offset && offset < (starts[this.#lastLine + 1] ?? Infinity)) return this.#lastLine;
    this.#lastLine = this.#findLine(offset);
    return this.#lastLine;
  }

  #findLine(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#lineStarts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

const LINE_END = /\r\n?|\n/g;

/** Lines end at LF, CRLF or a lone CR, as CommonMark has it. */
function lineStarts(text: string): number[] {
  const starts = [0];
  LINE_END.lastIndex = 0;
  while (LINE_END.test(text)) starts.push(LINE_END.lastIndex);
  return starts;
}
