import { expect, test } from "@jest/globals";
import { decodeDocument } from "../../../src/io/sources/decode-document.js";
import { limits } from "../../../src/model/limits.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("a byte order mark stays, because places count it", () => {
  expect(decodeDocument("a.md", bytes("\uFEFF# Ü\r\n"))).toEqual({
    document: { path: "a.md", text: "\uFEFF# Ü\r\n" },
    remark: null,
  });
});

test("what is not UTF-8 is replaced and said", () => {
  const { document, remark } = decodeDocument("a.md", Uint8Array.from([0x41, 0xff, 0x42]));
  expect(document.text).toBe("A\uFFFDB");
  expect(remark).toMatch(/^a\.md is not valid UTF-8/);
});

test("the limit is the last size that is read", () => {
  expect(decodeDocument("a.md", new Uint8Array(limits.documentBytes)).document.text).toHaveLength(limits.documentBytes);
  expect(() => decodeDocument("a.md", new Uint8Array(limits.documentBytes + 1))).toThrow(
    expect.objectContaining({ code: "too-large" }),
  );
});

const HEADING = "# Ferry plan, as it was saved elsewhere";
const wide = (text: string, low: 0 | 1): number[] =>
  [...text].flatMap((character) => (low === 0 ? [character.charCodeAt(0), 0] : [0, character.charCodeAt(0)]));

test.each([
  ["little-endian with its mark", [0xff, 0xfe, ...wide(HEADING, 0)]],
  ["big-endian with its mark", [0xfe, 0xff, ...wide(HEADING, 1)]],
  ["little-endian without a mark", wide(HEADING, 0)],
  ["big-endian without a mark", wide(HEADING, 1)],
])("UTF-16 is refused: %s", (_, file) => {
  expect(() => decodeDocument("docs/PLAN.md", Uint8Array.from(file))).toThrow(
    expect.objectContaining({ code: "unreadable", message: "docs/PLAN.md is written in UTF-16, not in UTF-8." }),
  );
});

test("a few zeros make no UTF-16", () => {
  expect(decodeDocument("a.md", bytes("# Ferry\0\0 plan \0")).remark).toBeNull();
});
