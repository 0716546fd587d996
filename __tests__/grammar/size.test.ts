import { describe, expect, it } from "@jest/globals";
import { sizeIn, sizeLengths } from "../../src/grammar/size.js";

describe("sizeIn", () => {
  it.each([
    ["L", "L"],
    ["**XL**", "XL"],
    ["M (risky)", "M"],
    ["Size: S", "S"],
    ["Medium", "M"],
    ["extra-large", "XL"],
    ["S/M", null],
    ["S-M", null],
    ["l", null],
    ["Left", null],
    ["M3", null],
    ["medium risk", null],
    ["3 days", null],
    ["", null],
  ])("%s → %j", (text, size) => {
    expect(sizeIn(text)).toBe(size);
  });
});

describe("sizeLengths", () => {
  it.each([
    ["S = 1 day, M = 3 days, L = 1-2 weeks", { S: "1 day", M: "3 days", L: "1-2 weeks" }],
    ["**Effort:** S (<1d), M (1–3d), L (1w+)", { S: "<1d", M: "1–3d", L: "1w+" }],
    ["Small (1 day), Medium (2-3 days) and Large (~2 weeks)", { S: "1 day", M: "2-3 days", L: "~2 weeks" }],
    ["Sizes: XS: 2h; S: 1d", { XS: "2h", S: "1d" }],
    ["S → 1 day | M → 2 days", { S: "1 day", M: "2 days" }],
    ["S (small): ½ day", { S: "½ day" }],
    ["S - 1 day", { S: "1 day" }],
    ["S is small, M is 3", {}],
    ["Phase M: 3 days", {}],
    ["ITEMS = 3 days", {}],
  ])("%s", (line, expected) => {
    expect(Object.fromEntries(sizeLengths(line).map(({ size, length }) => [size, length]))).toEqual(expected);
  });
});
