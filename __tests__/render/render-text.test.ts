import { describe, expect, it } from "@jest/globals";
import { renderText } from "../../src/render/render-text.js";
import { columnsOf } from "../../src/render/shared/text-cells.js";
import { findingOf, placeAt, reportOf } from "../kit/report-builder.js";
import { GOLDEN_CASES } from "./golden-cases.js";

const COLOUR = new RegExp(String.raw`\u001B\[[\d;]+m`, "g");

describe("renderText", () => {
  it.each(Object.keys(GOLDEN_CASES))("says the same of %s with and without colour", (name) => {
    const report = GOLDEN_CASES[name]!();
    const colored = renderText(report, { color: true, width: 80 });
    expect(colored).toMatch(COLOUR);
    expect(colored.replace(COLOUR, "")).toBe(renderText(report, { color: false, width: 80 }));
  });

  it.each(Object.keys(GOLDEN_CASES))("of %s can neither steer a terminal nor command a runner", (name) => {
    const text = renderText(GOLDEN_CASES[name]!(), { color: false, width: 60 });
    expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
    expect(text).not.toMatch(/##\[|^\s*::/m);
  });

  it("stays within the width, words longer than a line aside", () => {
    const finding = findingOf({ ruleId: "r", message: "中文 words ".repeat(30), place: placeAt(1) });
    const text = renderText(reportOf({ findings: [finding] }), { color: false, width: 50 });
    expect(Math.max(...text.split("\n").map(columnsOf))).toBeLessThanOrEqual(50);
  });

  it("groups findings by file, in the order given", () => {
    const at = (path: string, line: number) =>
      findingOf({ ruleId: "r", message: `${path} ${line}`, place: placeAt(line, { path }) });
    const text = renderText(reportOf({ findings: [at("a.md", 1), at("b.md", 2), at("a.md", 3)] }), {
      color: false,
      width: 80,
    });
    expect(text.match(/^[ab]\.md$/gm)).toEqual(["a.md", "b.md"]);
    expect(text.indexOf("a.md 3")).toBeLessThan(text.indexOf("b.md 2"));
  });
});
