import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { applyFixes } from "../../src/fix/apply-fixes.js";
import { fixDiff } from "../../src/gate/fix-diff.js";
import type { Fix, TextEdit } from "../../src/model/finding.js";

/** Replaces `from` to `to` of the text, the place counted as a reader would. */
function edit(text: string, from: number, to: number, newText: string, path = "a.md"): TextEdit {
  const position = (offset: number) => {
    const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
    return { line: lines.length, column: lines.at(-1)!.length + 1 };
  };
  const start = position(from);
  const end = position(to);
  const place = { path, ...start, endLine: end.line, endColumn: end.column, offset: from, endOffset: to };
  return { place, newText };
}

const replace = (text: string, what: string, newText: string, path?: string): TextEdit =>
  edit(text, text.indexOf(what), text.indexOf(what) + what.length, newText, path);

const fix = (...edits: readonly TextEdit[]): Fix => ({ title: "t", safety: "review", edits });

const diff = (text: string, ...edits: readonly TextEdit[]) =>
  fixDiff(fix(...edits), [{ path: "a.md", text }]).map(({ line, before, after }) => [line, before, after]);

describe("fixDiff", () => {
  it("shows the whole line of an edit, before and after", () => {
    const text = "# Plan\n\n- **Tier:** 1\n- **Depends on:** 2\n";
    expect(fixDiff(fix(replace(text, "1", "2")), [{ path: "a.md", text }])).toEqual([
      { path: "a.md", line: 3, before: "- **Tier:** 1", after: "- **Tier:** 2" },
    ]);
  });

  it("shows a line with several edits once", () => {
    expect(diff("x\n1 2 3\ny", edit("x\n1 2 3\ny", 6, 7, "9"), edit("x\n1 2 3\ny", 2, 3, "8"))).toEqual([
      [2, "1 2 3", "8 2 9"],
    ]);
  });

  it("keeps line ends out of the lines, whichever they are", () => {
    const windows = "a\r\nTier 1\r\nb\r\n";
    expect(diff(windows, replace(windows, "1", "2"))).toEqual([[2, "Tier 1", "Tier 2"]]);
    const old = "a\rTier 1\rb";
    expect(diff(old, replace(old, "1", "2"))).toEqual([[2, "Tier 1", "Tier 2"]]);
  });

  it("shows every line of an edit over several, and joins edits that share a line of it", () => {
    const text = "a\nb one\ntwo\nthree c\nd";
    const over = replace(text, "one\ntwo\nthree", "1\n2\n3");
    expect(diff(text, over)).toEqual([
      [2, "b one", "b 1"],
      [3, "two", "2"],
      [4, "three c", "3 c"],
    ]);
    expect(diff(text, over, replace(text, "c", "C"))).toEqual([
      [2, "b one", "b 1"],
      [3, "two", "2"],
      [4, "three c", "3 C"],
    ]);
    expect(diff(text, replace(text, "one\ntwo\nthree", "1"))).toEqual([
      [2, "b one", "b 1 c"],
      [3, "two", null],
      [4, "three c", null],
    ]);
  });

  it("shows lines added or removed without their neighbours", () => {
    const text = "a\nb\nc\n";
    expect(diff(text, edit(text, 2, 2, "new\n"))).toEqual([[2, null, "new"]]);
    expect(diff(text, edit(text, 2, 4, ""))).toEqual([[2, "b", null]]);
  });

  it("reaches the end of a file without a last line end, and of an empty one", () => {
    expect(diff("a\nTier 1", edit("a\nTier 1", 7, 8, "2"))).toEqual([[2, "Tier 1", "Tier 2"]]);
    expect(diff("a\nb", edit("a\nb", 3, 3, "\nc"))).toEqual([[3, null, "c"]]);
    expect(diff("", edit("", 0, 0, "c"))).toEqual([[1, "", "c"]]);
  });

  it("goes by document and line, and shows nothing of base or of documents that are not there", () => {
    const text = "1\n2\n3";
    const rows = fixDiff(
      fix(
        replace(text, "3", "c"),
        replace(text, "1", "x", "b.md"),
        replace(text, "1", "a"),
        replace(text, "1", "z", "gone.md"),
        { ...replace(text, "2", "y"), place: { ...replace(text, "2", "y").place, revision: "base" } },
      ),
      [
        { path: "b.md", text },
        { path: "a.md", text },
      ],
    );
    expect(rows.map(({ path, line, after }) => `${path}:${line} ${after}`)).toEqual([
      "b.md:1 x",
      "a.md:1 a",
      "a.md:3 c",
    ]);
  });

  it("is the whole difference: old lines without those before, with those after, are the new lines", () => {
    const texts = fc.array(fc.constantFrom("a", "b", "", "cc"), { minLength: 1, maxLength: 6 });
    const cuts = fc.array(fc.tuple(fc.nat(12), fc.nat(4), fc.constantFrom("", "x", "y\nz", "\n")), { maxLength: 4 });
    fc.assert(
      fc.property(texts, cuts, (rows, wanted) => {
        const text = rows.join("\n");
        const edits: TextEdit[] = [];
        let free = 0;
        for (const [from, length, newText] of [...wanted].sort(([a], [b]) => a - b)) {
          if (from < free || from + length > text.length) continue;
          edits.push(edit(text, from, from + length, newText));
          free = from + length + 1;
        }
        const lines: string[] = [...rows];
        const changed = diff(text, ...edits);
        for (const [line, before] of changed) {
          if (before === null) continue;
          expect(before).toBe(rows[Number(line) - 1]);
          lines.splice(lines.indexOf(String(before)), 1);
        }
        lines.push(...changed.flatMap(([, , after]) => (after === null ? [] : [String(after)])));
        expect(lines.sort()).toEqual(applyFixes(text, edits).text.split("\n").sort());
      }),
      { numRuns: 300 },
    );
  });
});
