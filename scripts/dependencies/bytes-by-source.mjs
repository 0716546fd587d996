import { Buffer } from "node:buffer";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * How many bytes of `code` come from each source of its map (source map revision 3, ECMA-426). What no mapping covers
 * counts to the source before it.
 */
export function bytesBySource(code, { sources, mappings }) {
  const bytes = new Map();
  const add = (source, text) => bytes.set(sources[source], (bytes.get(sources[source]) ?? 0) + Buffer.byteLength(text));
  const lines = code.split("\n");
  let source = 0;
  for (const [index, segments] of mappings.split(";").entries()) {
    const line = `${lines[index] ?? ""}\n`;
    let [column, from] = [0, 0];
    for (const segment of segments.split(",").filter(Boolean)) {
      const [columns, sourceStep] = numbers(segment);
      column += columns;
      add(source, line.slice(from, column));
      from = column;
      source += sourceStep ?? 0;
    }
    add(source, line.slice(from));
  }
  return bytes;
}

/** Base 64 digits of five bits each, lowest first, the sign in the lowest bit; the sixth bit says that more follow. */
function numbers(segment) {
  const found = [];
  let [value, shift] = [0, 0];
  for (const character of segment) {
    const digit = DIGITS.indexOf(character);
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    found.push(value & 1 ? -(value >>> 1) : value >>> 1);
    [value, shift] = [0, 0];
  }
  return found;
}
