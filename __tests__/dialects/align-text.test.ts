import { describe, expect, it } from "@jest/globals";
import { alignText } from "../../src/dialects/shared/align-text.js";

/** Each run of the text with the source that stands at its place. */
const aligned = (source: string, value: string): string[] =>
  alignText(source, value, 0, source.length).map(({ text, offset, endOffset }) =>
    text === source.slice(offset, endOffset) ? text : `${text} = ${source.slice(offset, endOffset)}`,
  );

describe("alignText", () => {
  it.each([
    ["plain", "plain", ["plain"]],
    ["a\\*b", "a*b", ["a", "*b"]],
    ["\\\\x", "\\x", ["\\x"]],
    ["a &amp; b", "a & b", ["a ", "& = &amp;", " b"]],
    ["&amp;amp; x", "&amp; x", ["& = &amp;", "amp; x"]],
    ["&fish; &lt; x", "&fish; < x", ["&fish; ", "< = &lt;", " x"]],
    ["&#128512; x", "😀 x", ["😀 = &#128512;", " x"]],
    ["&nvlt; x", "<\u20d2 x", ["<\u20d2 = &nvlt;", " x"]],
    ["a&#10;b\nc", "a\nb\nc", ["a", "\n = &#10;", "b", "\n", "c"]],
    ["a\r\nb", "a\r\nb", ["a", "\n = \r\n", "b"]],
    ["a  \n  > b", "a\nb", ["a", "\n", "b"]],
  ])("%j read as %j", (source, value, expected) => {
    expect(aligned(source, value)).toEqual(expected);
    expect(
      alignText(source, value, 0, source.length)
        .map(({ text }) => text)
        .join(""),
    ).toBe(value.replaceAll("\r\n", "\n"));
  });

  it("gives the place of all the rest to what it cannot follow", () => {
    expect(aligned("a &notAnEntity b c", "a ? b c")).toEqual(["a ", "? b c = &notAnEntity b c"]);
  });
});
