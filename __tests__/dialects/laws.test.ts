import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Root } from "mdast";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { splitSections } from "../../src/dialects/shared/split-sections.js";
import { declarationsOf, edges, placeFaults, readMarkdown, stated } from "../kit/read-markdown.js";
import { damagedMarkdown, randomMarkdown } from "./random-markdown.js";

describe("reading", () => {
  it("never throws, and places what it reads inside the document", () => {
    const anything = fc.oneof(
      damagedMarkdown,
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.string({ maxLength: 300 }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        expect(placeFaults(readMarkdown(text), text)).toEqual([]);
        expect(placeFaults(declarationsOf(text), text)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("does not depend on how lines end, or on a byte order mark", () => {
    fc.assert(
      fc.property(damagedMarkdown, (written) => {
        const text = written.replace(/[\r\uFEFF]/g, "");
        const read = stated(readMarkdown(text));
        expect(stated(readMarkdown(text.replaceAll("\n", "\r\n")))).toEqual(read);
        expect(stated(readMarkdown(`\uFEFF${text}`))).toEqual(read);
      }),
      { numRuns: 300 },
    );
  });

  it("does not depend on what phases are called", () => {
    fc.assert(
      fc.property(randomMarkdown, (text) => {
        const renamed = text
          .replaceAll("Phase 1: A", "Phase 1: Harbour wall")
          .replaceAll("Phase 2: B", "Phase 2: Ünïcode");
        expect(edges(readMarkdown(renamed))).toEqual(edges(readMarkdown(text)));
      }),
      { numRuns: 300 },
    );
  });
});

describe("parsing section by section", () => {
  const processor = remark().use(remarkGfm, { singleTilde: false });

  it("gives the tree of the whole document", () => {
    fc.assert(
      fc.property(randomMarkdown, (text) => {
        const pieces = splitSections(text);
        expect(pieces.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
        const apart = pieces.flatMap(({ start, end }) => outline(processor.parse(text.slice(start, end)), text, start));
        expect(apart).toEqual(outline(processor.parse(text), text, 0));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["a fence never closed", "# A\n\n```\n# B\n"],
    ["a fence in a list", "# A\n\n- x\n  ```\n  # B\n  ```\n\n# C\n"],
    ["a comment in one line", "# A\n<!-- x -->\n# B\n"],
    ["a comment over lines", "# A\n<!--\n# B\n-->\n# C\n"],
    ["a comment in a paragraph", "# A\ntext <!--\n# B\n"],
    ["a closing fence that is too short", "````\n```\n# A\n````\n# B\n"],
    ["backticks that open no fence", "``` a ` b\n# A\n```\n# B\n"],
    ["raw HTML", "<script>\n# A\n</script>\n# B\n"],
    ["a processing instruction", "<?php\n# A\n?>\n# B\n"],
    ["a declaration", "<!DOCTYPE\n# A\n>\n# B\n"],
    ["character data", "<![CDATA[\n# A\n]]>\n# B\n"],
    ["other HTML, which ends at a heading's blank line", "<div>\n# A\n\n# B\n</div>\n"],
    ["seven marks", "# A\n####### B\n#C\n# D\n"],
    ["a lone carriage return", "# A\r# B\rtext\r\n# C\n"],
    ["an indented fence in a list that ends before it is closed", "- a\n\n  ```\n  x\n# B\n```\n# C\n"],
  ])("is right about %s", (_, text) => {
    const apart = splitSections(text).flatMap(({ start, end }) =>
      outline(processor.parse(text.slice(start, end)), text, start),
    );
    expect(apart).toEqual(outline(processor.parse(text), text, 0));
  });
});

/** The outermost blocks, where they begin and what they hold; only the line end behind the last may differ. */
const outline = (tree: Root, text: string, anchor: number): string[] =>
  tree.children.map(({ type, position }) => {
    const start = anchor + position!.start.offset!;
    return `${type} ${start} ${text.slice(start, anchor + position!.end.offset!).trimEnd()}`;
  });
