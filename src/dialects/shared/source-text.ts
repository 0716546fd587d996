import type { SourceDocument } from "../../model/document.js";
import type { Place } from "../../model/place.js";

/** A document's text that can say line and column of any offset. */
export class SourceText {
  readonly path: string;
  readonly text: string;
  readonly #lineStarts: readonly number[];

  readonly #revision: "base" | undefined;

  constructor(document: SourceDocument, revision?: "base") {
    this.#revision = revision;
    this.path = document.path;
    this.text = document.text;
    this.#lineStarts = lineStarts(document.text);
  }

  /** The place from one offset to another, the end exclusive. */
  place(offset: number, endOffset: number): Place {
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

/** Lines end at LF, CRLF or a lone CR, as CommonMark has it. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}
