import { describe, expect, it } from "@jest/globals";
import { readMarkdown, stated, textAt } from "../kit/read-markdown.js";

describe("lines nested deeper than anyone writes", () => {
  it.each([
    ["lists", `${"- ".repeat(5000)}x`],
    ["quotes", `${"> ".repeat(20_000)}x`],
    ["emphasis", "*a _b ".repeat(2000) + "_ *".repeat(2000)],
    ["strong emphasis", "**a ".repeat(3000) + "a**".repeat(3000)],
    ["brackets", "[".repeat(5000)],
    ["images", "![".repeat(3000) + "](a)".repeat(3000)],
  ])("%s are said not to be read, and the rest is", (_, line) => {
    const text = `## Phase 1: A\n\n${line}\n\n## Phase 2: B\n\n**Depends on:** Phase 1\n`;
    const plan = readMarkdown(text);
    expect(stated(plan)).toEqual({ 1: { title: "A" }, 2: { title: "B", dependsOn: ["1"] } });
    expect(plan.notices.map(({ place }) => textAt(text, place))).toEqual([line]);
    expect(plan.notices[0]!.message).toContain("nested too deeply");
  });

  it.each([
    ["much bold text", "**a** ".repeat(500)],
    ["many boxes", "- [ ] a\n".repeat(500)],
    ["many bullets", "* a\n".repeat(500)],
    ["a long rule of a table", `| a | b |\n|${"-".repeat(300)}|--|\n| 1 | 2 |`],
    ["many links", "[a](b) ".repeat(500)],
    ["many files", "see a_b_c.ts, 2*3*4, x[1][2], \\* \\[ ".repeat(200)],
    ["a nested list", Array.from({ length: 20 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n")],
  ])("are not %s", (_, lines) => {
    expect(readMarkdown(`## Phase 1: A\n\n${lines}\n`).notices).toEqual([]);
  });
});
