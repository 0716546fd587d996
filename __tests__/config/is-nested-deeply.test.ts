import { expect, test } from "@jest/globals";
import { isNestedDeeply } from "../../src/config/is-nested-deeply.js";

test.each([
  ["[".repeat(201), true],
  ["{a: ".repeat(201), true],
  ["- ".repeat(100), true],
  ["- ? ".repeat(50), true],
  ["[".repeat(200), false],
  ["[{}]\n".repeat(10_000), false],
  ["]".repeat(10_000), false],
  ["- - - a\n".repeat(10_000), false],
  ["- a\n".repeat(10_000), false],
])("case %#", (text, expected) => {
  expect(isNestedDeeply(text)).toBe(expected);
});
