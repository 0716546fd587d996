import { createHash } from "node:crypto";

/** The hidden first line by which a suggestion is known again, in comments of our own account only. All hexadecimal. */
export interface SuggestionMarker {
  /** Which instance of the action it belongs to. */
  readonly key: string;
  /** What it is about: the finding, and the part of its way out. */
  readonly id: string;
  /** Of everything that it says. */
  readonly hash: string;
}

const LINE = /^<!-- plan-gate-suggestion v=1 key=([0-9a-f]{16}) id=([0-9a-f]{16}) hash=([0-9a-f]{16}) -->\r?(?:\n|$)/;

export const suggestionMarkerLine = ({ key, id, hash }: SuggestionMarker): string =>
  `<!-- plan-gate-suggestion v=1 key=${key} id=${id} hash=${hash} -->`;

/** The marker that a comment begins with, or null when it begins with anything else. */
export function readSuggestionMarker(body: string): SuggestionMarker | null {
  const [, key, id, hash] = LINE.exec(body) ?? [];
  return key === undefined || id === undefined || hash === undefined ? null : { key, id, hash };
}

/** 16 hexadecimal digits. */
export const hashOf = (...texts: readonly (string | number)[]): string =>
  createHash("sha256").update(JSON.stringify(texts)).digest("hex").slice(0, 16);
