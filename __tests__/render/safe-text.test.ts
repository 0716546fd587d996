import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Nodes, Root } from "mdast";
import { toString } from "mdast-util-to-string";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { cleanText, JOINER } from "../../src/render/shared/clean-text.js";
import { markdownCode, markdownCodeCell } from "../../src/render/shared/markdown-code.js";
import { markdownText } from "../../src/render/shared/markdown-text.js";
import { mermaidText } from "../../src/render/shared/mermaid-text.js";
import { plainText } from "../../src/render/shared/plain-text.js";
import { HOSTILE_TEXTS } from "./golden-cases.js";

const parser = remark().use(remarkGfm);
const parse = (markdown: string): Root => parser.parse(markdown);

/** Pieces that mean something to Markdown, GitHub, HTML or a runner, glued to each other and to anything else. */
const pieces = fc.constantFrom(
  ..."\\`*_[]()<>#+-.!|~&\"':/@=$^%?{};, \n\t\r0129abf".split(""),
  ..."@octocat|#12|GH-7|http://|https://a.b|www.a.b|a@b.co|<!-- plan-gate|-->|<b>|</details>|&amp;|&#64;|:tada:".split(
    "|",
  ),
  ..."```|~~~|\n\n|\n- |\n# |1. |> |---|===|    |\\\\|`` |[x]: y|[^1]|- [ ] |::error::|##[set]|\u001B[31m".split("|"),
  "||",
  "\\|",
  "\u202E",
  "\u200B",
  "\u2060",
  "\uFEFF",
  "\u0000",
  "\u0301",
  "\uD800",
  "\u2028",
  "\u0085",
  "\u1FEF",
  "é",
  "👩‍👩‍👧",
  "中",
  "deadbeef12",
);
const texts = fc.oneof(
  { weight: 4, arbitrary: fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join("")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 30 }) },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
);
const check = (property: (text: string) => void) => fc.assert(fc.property(texts, property), { numRuns: 500 });

const withoutJoiner = (text: string): string => text.replaceAll(JOINER, "");

function kinds(node: Nodes): string[] {
  return "children" in node ? [node.type, ...node.children.flatMap((child: Nodes) => kinds(child))] : [node.type];
}

describe("cleanText", () => {
  it("is one visible line within its limit, and stays as it is when cleaned again", () => {
    check((text) => {
      const clean = cleanText(text, 40);
      expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
      expect(clean.length).toBeLessThanOrEqual(40);
      expect(clean).toBe(clean.normalize("NFC"));
      expect(cleanText(clean, 40)).toBe(clean);
    });
  });

  it("cuts between characters and says so", () => {
    expect(cleanText("aaa😀bbb", 5)).toBe("aaa…");
    expect(cleanText("aaa😀bbb", 6)).toBe("aaa😀…");
    expect(cleanText("short", 5)).toBe("short");
  });
});

describe("markdownText", () => {
  const CONTEXTS: readonly (readonly [string, (text: string) => string, readonly string[]])[] = [
    ["a line", (text) => text, ["root", "paragraph"]],
    ["a list entry", (text) => `- ${text}`, ["root", "list", "listItem", "paragraph"]],
    ["a quote", (text) => `> ${text}`, ["root", "blockquote", "paragraph"]],
    ["a heading", (text) => `#### ${text}`, ["root", "heading"]],
    ["the line below another", (text) => `above\n${text}`, ["root", "paragraph"]],
  ];

  it.each(CONTEXTS)("is nothing but text in %s, and reads the same", (name, place, expected) => {
    check((text) => {
      const markdown = markdownText(text);
      if (markdown === "") return;
      const tree = parse(place(markdown));
      expect([...new Set(kinds(tree))].filter((kind) => kind !== "text")).toEqual(expected);
      const above = name === "the line below another" ? "above\n" : "";
      expect(withoutJoiner(toString(tree))).toBe(above + cleanText(text));
    });
  });

  it("is nothing but bold text between stars", () => {
    check((text) => {
      const markdown = markdownText(text);
      if (markdown === "") return;
      const tree = parse(`- ❌ **Error:** **${markdown}**<br>\n  end`);
      expect(new Set(kinds(tree))).toEqual(
        new Set(["root", "list", "listItem", "paragraph", "text", "strong", "html"]),
      );
    });
  });

  it("keeps its cell in a table", () => {
    check((text) => {
      const tree = parse(`| a | b |\n| - | - |\n| ${markdownText(text)} | end |`);
      const row = tree.children[0]?.type === "table" ? tree.children[0].children[1]! : null;
      expect(row?.children.map((cell) => withoutJoiner(toString(cell)))).toEqual([cleanText(text), "end"]);
      expect(new Set(row?.children.flatMap((cell) => cell.children.map((child) => child.type)))).toEqual(
        new Set(["text"]),
      );
    });
  });

  it("reaches nobody: no mention, reference, address, emoji code or tag, even where escapes are undone", () => {
    check((text) => {
      const markdown = markdownText(text);
      const seen = toString(parse(markdown));
      expect(markdown).not.toMatch(/[<>\n]/);
      expect(seen).not.toMatch(/@\w|#\d|\bGH-\d|:\/\/|www\.|:[a-z0-9_+-]+:/i);
    });
  });

  it("breaks commit ids, not words and numbers", () => {
    expect(markdownText("see a1b2c3d4")).toBe(`see a${JOINER}1b2c3d4`);
    expect(markdownText("defaced 20261122 1.5")).toBe("defaced 20261122 1.5");
  });
});

describe("markdownCode", () => {
  it("is one code span that shows the text", () => {
    check((text) => {
      const clean = cleanText(text, 200);
      if (clean === "") return;
      const tree = parse(`a ${markdownCode(text)} b`);
      expect(kinds(tree)).toEqual(["root", "paragraph", "text", "inlineCode", "text"]);
      expect(withoutJoiner(toString(tree))).toBe(`a ${clean} b`);
      expect(markdownCode(text)).not.toMatch(/<!--|##\[/);
    });
  });

  it("keeps its cell in a table", () => {
    check((text) => {
      const clean = cleanText(text, 200);
      if (clean === "") return;
      const tree = parse(`| a | b |\n| - | - |\n| ${markdownCodeCell(text)} | end |`);
      const row = tree.children[0]?.type === "table" ? tree.children[0].children[1]! : null;
      expect(row?.children.map((cell) => withoutJoiner(toString(cell)))).toEqual([clean, "end"]);
      expect(row?.children[0]?.children.map((child) => child.type)).toEqual(["inlineCode"]);
    });
  });
});

describe("mermaidText", () => {
  it("holds nothing that ends a label, a task, a line or the code block", () => {
    check((text) => {
      const label = mermaidText(text);
      expect(label).not.toMatch(/["`<>[\]{}|:\\\n@%&]|--/);
      expect(label.replace(/#\d+;/g, "")).not.toMatch(/[#;]/);
      expect(label).not.toBe("");
    });
  });

  it("writes what it must as character codes", () => {
    expect(mermaidText('a "b": c')).toBe("a #34;b#34;#58; c");
  });
});

describe("plainText", () => {
  it("can neither steer a terminal nor command a runner, wherever a line begins", () => {
    check((text) => {
      const plain = plainText(text);
      expect(plain).not.toMatch(/::|##\[/);
      expect(plain).not.toMatch(/[\p{Cc}]/u);
      expect(withoutJoiner(plain)).toBe(cleanText(text));
    });
  });
});
