import type { Nodes } from "mdast";

type Position = NonNullable<Nodes["position"]>;
type Point = Position["start"];

/** The lines of a text, by number from 0: where each begins, where its last character ends, where the next begins. */
export class Lines {
  readonly text: string;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(text: string) {
    this.text = text;
    for (let at = 0; at < text.length;) {
      const feed = text.indexOf("\n", at);
      const next = feed < 0 ? text.length : feed + 1;
      const end = feed < 0 ? text.length : text.charCodeAt(feed - 1) === 13 && feed > at ? feed - 1 : feed;
      this.#starts.push(at);
      this.#ends.push(end);
      at = next;
    }
  }

  get count(): number {
    return this.#starts.length;
  }

  start(line: number): number {
    return this.#starts[line]!;
  }

  /** The offset behind the last character; the characters that end the line come after it. */
  end(line: number): number {
    return this.#ends[line]!;
  }

  /** Where the next line begins. */
  next(line: number): number {
    return this.#starts[line + 1] ?? this.text.length;
  }

  written(line: number): string {
    return this.text.slice(this.#starts[line], this.#ends[line]);
  }

  /** A place in the text, as a syntax tree has it; `offset` may stand behind the end of the line. */
  point(line: number, offset: number): Point {
    return { line: line + 1, column: offset - this.#starts[line]! + 1, offset };
  }

  position(line: number, offset: number, endLine: number, endOffset: number): Position {
    return { start: this.point(line, offset), end: this.point(endLine, endOffset) };
  }
}
