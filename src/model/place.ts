/**
 * Where something stands in a document. Lines and columns count from 1, offsets from 0; columns and offsets are
 * UTF-16 code units of the document's text as it was read (a byte order mark counts), which is what editors,
 * annotations and `String.slice` use. `end*` is exclusive.
 */
export interface Place {
  readonly path: string;
  /** Missing for head; a place in the other revision says so, because the line may be gone from head. */
  readonly revision?: "base";
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly offset: number;
  readonly endOffset: number;
}

/** Plain text read out of a document, that still knows where each of its characters stands. */
export interface PlacedText {
  readonly text: string;
  readonly place: Place;
  /** The part from `start` to `end` (indices into `text`, like `String.slice`), placed. */
  slice(start: number, end?: number): PlacedText;
}
