import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { isBounded, LIST, type Shown } from "./linear-expressions.js";
import { regularExpressions } from "./regular-expressions.js";

const shown = JSON.parse(readFileSync(LIST, "utf8")) as Readonly<Record<string, Shown>>;

describe("the regular expressions of the source", () => {
  it("are all shown to take linear time (else: npm run check:regular-expressions)", async () => {
    expect(await regularExpressions()).toEqual(Object.keys(shown).sort());
  });

  it.each(Object.keys(shown).filter((literal) => shown[literal] === "bounded"))(
    "%s repeats nothing without end",
    (it) => {
      expect(isBounded(it)).toBe(true);
    },
  );
});

describe("isBounded", () => {
  it.each([String.raw`/^a{0,3}\*[+*]$/`, "/[^)]{0,40}/", String.raw`/\[a\]{2}/u`])("holds for %s", (literal) => {
    expect(isBounded(literal)).toBe(true);
  });

  it.each(["/a*/", "/[*]+/", "/(?:ab){2,}/", String.raw`/\\+/`])("does not hold for %s", (literal) => {
    expect(isBounded(literal)).toBe(false);
  });
});
