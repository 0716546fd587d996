import { expect, test } from "@jest/globals";
import { decodeDocument, MAX_DOCUMENT_BYTES } from "../../../src/io/sources/decode-document.js";

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
  expect(decodeDocument("a.md", new Uint8Array(MAX_DOCUMENT_BYTES)).document.text).toHaveLength(MAX_DOCUMENT_BYTES);
  expect(() => decodeDocument("a.md", new Uint8Array(MAX_DOCUMENT_BYTES + 1))).toThrow(
    expect.objectContaining({ code: "too-large" }),
  );
});
