import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from "yaml";
import { isNestedDeeply } from "../config/is-nested-deeply.js";

/** Where a value stands, counted from 1. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** A value of a YAML document that knows where it stands. */
export type PlacedYaml =
  | { readonly kind: "map"; readonly spot: Spot; readonly entries: ReadonlyMap<string, PlacedEntry> }
  | { readonly kind: "list"; readonly spot: Spot; readonly items: readonly PlacedYaml[] }
  | { readonly kind: "text"; readonly spot: Spot; readonly text: string };

export interface PlacedEntry {
  /** Of the key. */
  readonly spot: Spot;
  readonly value: PlacedYaml;
}

/** A text that is no YAML to read here, and why. */
export interface BrokenYaml {
  readonly kind: "broken";
  readonly spot: Spot;
  readonly because: string;
}

const MOST_CHARACTERS = 200_000;
const MOST_ALIASES = 100;
// Of a workflow nothing is looked at below jobs, job, steps, step, with, input.
const DEEPEST = 10;

/** Reads a YAML text; scalars of every type are texts, and one that is empty is an empty text. Never throws. */
export function readPlacedYaml(text: string): PlacedYaml | BrokenYaml {
  if (text.length > MOST_CHARACTERS) return broken(`it is longer than ${MOST_CHARACTERS} characters`);
  if (isNestedDeeply(text)) return broken("it is nested too deeply");
  const lines = new LineCounter();
  const document = parsed(text, lines);
  if (document === null) return broken("it is nested too deeply");
  const [error] = document.errors;
  if (error) {
    const because = error.message.split("\n", 1)[0]!.replace(/:$/, "");
    return { ...broken(because), spot: spotAt(lines, error.pos[0]) };
  }
  return new Reader(document, lines).read();
}

function parsed(text: string, lines: LineCounter): Document.Parsed | null {
  try {
    const options = { version: "1.2", lineCounter: lines, prettyErrors: false, logLevel: "error" } as const;
    const document = parseDocument(text, options);
    return document.errors.some(({ message }) => message.includes("call stack")) ? null : document;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

class Reader {
  #aliases = 0;

  constructor(
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
  ) {}

  read(): PlacedYaml | BrokenYaml {
    const value = this.#value(this.document.contents, { line: 1, column: 1 }, 0);
    return this.#aliases > MOST_ALIASES ? broken(`it has more than ${MOST_ALIASES} aliases`) : value;
  }

  #value(written: unknown, fallback: Spot, depth: number): PlacedYaml {
    const node = isAlias(written) ? this.#resolve(written) : written;
    const spot = this.#spotOf(written) ?? fallback;
    if (depth < DEEPEST && isMap(node)) {
      const entries = new Map<string, PlacedEntry>();
      for (const { key, value } of node.items) {
        const keySpot = this.#spotOf(key) ?? spot;
        entries.set(textOf(key), { spot: keySpot, value: this.#value(value, keySpot, depth + 1) });
      }
      return { kind: "map", spot, entries };
    }
    if (depth < DEEPEST && isSeq(node)) {
      return { kind: "list", spot, items: node.items.map((item) => this.#value(item, spot, depth + 1)) };
    }
    return { kind: "text", spot, text: textOf(node) };
  }

  #resolve(alias: { resolve(document: Document): Node | undefined }): Node | null {
    this.#aliases++;
    return this.#aliases > MOST_ALIASES ? null : (alias.resolve(this.document) ?? null);
  }

  #spotOf(node: unknown): Spot | null {
    const offset = (node as Node | null)?.range?.[0];
    return offset === undefined ? null : spotAt(this.lines, offset);
  }
}

/** As it is written, so that `0600` and `on` stay what they are. */
function textOf(node: unknown): string {
  if (!isScalar(node) || node.value === null) return "";
  return typeof node.value === "string" ? node.value : (node.source ?? "");
}

const broken = (because: string): BrokenYaml => ({ kind: "broken", spot: { line: 1, column: 1 }, because });

function spotAt(lines: LineCounter, offset: number): Spot {
  const { line, col } = lines.linePos(offset);
  return line === 0 ? { line: 1, column: 1 } : { line, column: col };
}
