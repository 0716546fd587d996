import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { oneLine, printable } from "../../../src/io/cli/printable.js";
import { wantsColor, widthOf } from "../../../src/io/cli/standard-streams.js";
import { JOINER } from "../../../src/render/shared/clean-text.js";

describe("text of other people for a terminal", () => {
  it("cannot steer it", () => {
    expect(printable("a\u001B[31mb\u202Ec\r\nd\te")).toBe("a\uFFFD[31mb\uFFFDc\uFFFD\nd\te");
    expect(oneLine(" a\n\tb ")).toBe(" a b ");
  });

  it("cannot command a runner, and may hold colons elsewhere", () => {
    expect(printable("::error::x\n  ::set-env::y\nstd::vector ##[group]z")).toBe(
      `:${JOINER}:error::x\n  :${JOINER}:set-env::y\nstd::vector ##${JOINER}[group]z`,
    );
  });

  it("whatever it holds", () => {
    const pieces = fc.constantFrom(
      ":",
      "::",
      "#",
      "##[",
      "[",
      " ",
      "\n",
      "\t",
      "\u001B",
      "\u2028",
      "\u2060",
      "error",
      "\r",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = printable(parts.join(""));
        expect(text).not.toMatch(/^\s*::|##\[/m);
        for (const character of "\u001B\r\u2028") expect(text).not.toContain(character);
      }),
      { numRuns: 500 },
    );
  });
});

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: "1" }, true, false],
  [{ NO_COLOR: "" }, true, true],
  [{ TERM: "dumb" }, true, false],
  [{ FORCE_COLOR: "1", NO_COLOR: "1" }, true, false],
  [{ FORCE_COLOR: "1" }, false, true],
  [{ FORCE_COLOR: "" }, false, true],
  [{ FORCE_COLOR: "0" }, true, false],
])("with %j and a terminal: %j, colours: %j", (environment, isTTY, expected) => {
  expect(wantsColor({ isTTY }, environment)).toBe(expected);
});

test("the width is the terminal's, or one that is read well", () => {
  expect(widthOf({ columns: 72 })).toBe(72);
  expect(widthOf({ columns: 0 })).toBe(100);
  expect(widthOf({} as { columns: number })).toBe(100);
});
