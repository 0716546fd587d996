import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { applyFixes } from "../../src/fix/apply-fixes.js";
import { isSame, overlaps } from "../../src/fix/edit-set.js";
import { fixDocuments } from "../../src/fix/fix-documents.js";
import type { TextEdit } from "../../src/model/finding.js";

const edit = (offset: number, endOffset: number, newText: string, path = "a.md"): TextEdit => ({
  place: { path, line: 1, column: offset + 1, endLine: 1, endColumn: endOffset + 1, offset, endOffset },
  newText,
});

describe("applyFixes", () => {
  it("makes edits of any length in any order", () => {
    const edits = [edit(4, 5, "twelve"), edit(0, 1, ""), edit(2, 2, "+")];
    expect(applyFixes("1 2 3", edits)).toMatchObject({ text: " +2 twelve", skipped: [] });
  });

  it("keeps the first of two edits that reach into one another, and says which was not made", () => {
    const first = edit(1, 3, "x");
    const second = edit(2, 4, "y");
    expect(applyFixes("abcdef", [first, second])).toEqual({ text: "axdef", applied: [first], skipped: [second] });
    expect(applyFixes("abcdef", [second, first])).toEqual({ text: "abyef", applied: [second], skipped: [first] });
  });

  it("allows neighbours, and makes the same edit once", () => {
    expect(applyFixes("abcd", [edit(1, 2, "x"), edit(2, 3, "y")]).text).toBe("axyd");
    expect(applyFixes("abcd", [edit(1, 2, "xx"), edit(1, 2, "xx")])).toMatchObject({ text: "axxcd", skipped: [] });
  });

  it("skips what is outside the text", () => {
    const out = [edit(3, 9, "x"), edit(2, 1, "x"), edit(-1, 1, "x")];
    expect(applyFixes("abc", out)).toEqual({ text: "abc", applied: [], skipped: out });
  });

  it("agrees with comparing every edit with every other", () => {
    const any = fc.array(
      fc
        .tuple(fc.nat(20), fc.nat(4), fc.constantFrom("", "x"))
        .map(([start, length, newText]) => edit(start, start + length, newText)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(any, (edits) => {
        const made: TextEdit[] = [];
        for (const one of edits) {
          if (made.every((other) => isSame(one, other) || !overlaps(one, other))) made.push(one);
        }
        const { applied, skipped } = applyFixes("-".repeat(24), edits);
        expect(new Set(applied)).toEqual(new Set(made));
        expect(skipped).toEqual(edits.filter((one) => !made.includes(one)));
      }),
    );
  });

  it("counts every edit once and never loses text between edits", () => {
    const edits = fc.array(
      fc.tuple(fc.nat(20), fc.nat(4)).map(([start, length]) => edit(start, start + length, "")),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(fc.string({ minLength: 0, maxLength: 20 }), edits, (text, given) => {
        const fixed = applyFixes(text, given);
        expect(fixed.applied.length + fixed.skipped.length).toBe(given.length);
        const gone = new Set(fixed.applied.flatMap(({ place }) => range(place.offset, place.endOffset)));
        expect(fixed.text).toBe(
          range(0, text.length)
            .map((at) => (gone.has(at) ? "" : text[at]!))
            .join(""),
        );
      }),
    );
  });
});

describe("fixDocuments", () => {
  const documents = [
    { path: "a.md", text: "1 2" },
    { path: "b.md", text: "3" },
  ];
  const fix = (title: string, ...edits: TextEdit[]) => ({ title, safety: "review" as const, edits });

  it("makes a fix whole or not at all, over all its documents", () => {
    const both = fix("both", edit(0, 1, "9"), edit(0, 1, "8", "b.md"));
    const clash = fix("clash", edit(2, 3, "7"), edit(0, 1, "6", "b.md"));
    const agrees = fix("agrees", edit(0, 1, "9"));
    const result = fixDocuments(documents, [both, clash, agrees]);
    expect(result.documents.map((document) => document.text)).toEqual(["9 2", "8"]);
    expect(result.applied).toEqual([both, agrees]);
    expect(result.skipped).toEqual([clash]);
  });

  it("takes back what it has added of a fix that does not fit, and lets no fix overlap itself", () => {
    const kept = fix("kept", edit(2, 3, "7"));
    const half = fix("half", edit(0, 1, "9"), edit(2, 3, "8"));
    const odd = fix("odd", edit(0, 1, "5"), edit(0, 2, "4"));
    const last = fix("last", edit(0, 1, "6"));
    const result = fixDocuments(documents, [kept, half, odd, last]);
    expect(result.documents[0]!.text).toBe("6 7");
    expect(result.skipped).toEqual([half, odd]);
  });

  it("leaves a document alone that it was not given, and places in base", () => {
    const elsewhere = fix("elsewhere", edit(0, 1, "9", "c.md"));
    const past = fix("past", { ...edit(0, 1, "9"), place: { ...edit(0, 1, "9").place, revision: "base" } });
    expect(fixDocuments(documents, [elsewhere, past])).toEqual({ documents, applied: [], skipped: [elsewhere, past] });
  });
});

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
