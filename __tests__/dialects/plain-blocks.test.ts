import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { plainBlocks } from "../../src/dialects/shared/plain/plain-blocks.js";
import { createParserOfRecord } from "../../src/dialects/shared/parser-of-record.js";
import { splitSections } from "../../src/dialects/shared/split-sections.js";
import { damagedMarkdown, randomMarkdown } from "./random-markdown.js";

const parse = createParserOfRecord();

const withoutData = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, field: unknown) => (key === "data" ? undefined : field)));

/** How often each text could be read plainly, and what of it was handed on. */
function compare(text: string): { isRead: boolean; handedOn: number } {
  let handedOn = 0;
  const blocks = plainBlocks(text, (part) => {
    handedOn += part.length;
    return parse(part);
  });
  if (blocks !== null) expect(withoutData(blocks)).toEqual(withoutData(parse(text).children));
  return { isRead: blocks !== null, handedOn };
}

describe("plain blocks", () => {
  it.each([
    ["a heading", "# Phase 1: **Quay** \n"],
    ["a paragraph over lines", "one\n two  \nthree \n`four`\n"],
    ["emphasis of both kinds", "**Depends on:** Phase 1, *soon* (**late**) and 2*3\n"],
    ["words with underscores", "the snake_case_name of ~2w at R&D < 3 & > 2\n"],
    ["code with spaces around", "a `` b` `c` ` d ` e\n"],
    ["a list below a paragraph", "**Tasks:**\n- one\n- two\n  three\n"],
    ["nested lists", "- a\n  - b\n    - c\n  - d\n1. e\n   - f\n2. g\n"],
    ["boxes", "- [ ] open\n- [x] **done**\n- [X] `code`\n- [ ]\n- [ ]  two spaces\n"],
    ["kinds of marks", "- a\n* b\n+ c\n1. d\n1) e\n"],
    ["a loose list", "- a\n\n- b\n\n  c\n\nd\n"],
    ["a table", "| a | **b** |\n|---|:-:|\n| `1` | |\n| 2 | x | y |\n| 3 |\n\ntext\n"],
    ["a table that is none", "| a | b |\n|---|\n| 1 | 2 |\n"],
    ["a fence", "```yaml plan\na: 1\n\n# b\n```\ntext\n"],
    ["an empty fence", "~~~\n~~~\n"],
    ["a comment over lines", "<!-- a\n\nb --> c\nd\n"],
    ["a rule", "a\n\n---\n\nb\n***\n"],
    ["a quote", "> a\n> - b\n\nc\n"],
    ["links and images", "see [this](x), ![that](y) and www.example.com\n- [a](b)\n"],
    ["entities and escapes", "a &amp; b \\* c\n\n| a \\| b |\n|---|\n"],
    ["CRLF", "# a\r\n\r\n- b\r\n  c\r\n\r\n```\r\nd\r\n```\r\n"],
    ["marks of other things", "#a\n##b\n\n-c\n\n1.d\n\n#\n"],
    ["a letter from other planes", "**🚢 Ferry** 🟡 _**x**_\n"],
  ])("are those of the parser of record: %s", (_name, text) => {
    compare(text);
  });

  it.each([
    ["a tab", "a\tb\n"],
    ["a definition", "[a]\n\n[a]: b\n"],
    ["a carriage return alone", "a\rb\n"],
    ["HTML", "<details>\n\na\n"],
    ["an open fence", "```\na\n"],
    ["text below a table", "| a |\n|---|\nb\n"],
    ["indented code", "    a\n"],
    ["an underlined heading", "a\n---\n"],
  ])("leave it to the parser of record: %s", (_name, text) => {
    expect(plainBlocks(text, parse)).toBeNull();
  });

  it("are those of the parser of record in any document", () => {
    const count = { all: 0, read: 0 };
    fc.assert(
      fc.property(fc.oneof(randomMarkdown, damagedMarkdown, dense), (text) => {
        count.all++;
        if (compare(text).isRead) count.read++;
      }),
      { numRuns: 1500 },
    );
    // Else the comparison says nothing.
    expect(count.read).toBeGreaterThan(count.all / 4);
  });

  it("are those of the parser of record in our own documents, nearly all of which are plain", () => {
    const pieces = markdownBelow("docs", "examples").flatMap((text) =>
      splitSections(text).map(({ start, end }) => text.slice(start, end)),
    );
    const compared = pieces.map((piece) => ({ ...compare(piece), length: piece.length }));
    const plain = compared.filter(({ isRead }) => isRead);
    expect(plain.length).toBeGreaterThan(compared.length * 0.9);
    expect(sum(plain.map(({ handedOn }) => handedOn))).toBeLessThan(sum(plain.map(({ length }) => length)) / 3);
  });
});

/** Short texts in which every mark stands beside every other. */
const dense = fc
  .array(
    fc.constantFrom(
      ..."* ** _ ` `` ~ ~~ [ ] ]( ( ) ! < > & &amp; @ \\ | # # - + 1. 2) : = a b Z 9 . , é ✅ 🚢 \u00a0".split(" "),
      " ",
      "  ",
      "\n",
      "\n\n",
      "\n- ",
      "\n  - ",
      "\n1. ",
      "\n    ",
      "- [x] ",
      "\n|---|\n",
      "\n| a | b |\n",
      "\n---\n",
      "\n```\n",
      "\n<!--",
      "-->",
      "\n> ",
      "\r\n",
      "https://x",
      "www.x.de",
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function markdownBelow(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md") && statSync(join(folder, name)).isFile())
      .map((name) => readFileSync(join(folder, name), "utf8")),
  );
}
