import { describe, expect, it } from "@jest/globals";
import { findManagedSections } from "../../src/grammar/managed-section.js";
import { parseDoneCount, parseNumbers, parseTotal } from "../../src/grammar/stated-length.js";

const found = (text: string): readonly string[] =>
  findManagedSections(text).map(
    ({ name, content, fault }) =>
      `${name}: ${content ? JSON.stringify(text.slice(content.start, content.end)) : "-"} ${fault ?? ""}`,
  );

describe("findManagedSections", () => {
  it.each([
    ["nothing", "plan-gate", []],
    ["a pair", "<!-- plan-gate:begin tiers -->\na\n<!-- plan-gate:end tiers -->", ['tiers: "a\\n" ']],
    ["CRLF", "<!-- plan-gate:begin tiers -->\r\na\r\n<!-- plan-gate:end tiers -->\r\n", ['tiers: "a\\r\\n" ']],
    ["marks in a fence", "```\n<!-- plan-gate:begin tiers -->\n```\n", []],
    ["marks behind a fence", "```\n```\n<!-- plan-gate:begin tiers -->\n<!-- plan-gate:end tiers -->", ['tiers: "" ']],
    ["marks in a line", "a <!-- plan-gate:begin tiers -->\n", []],
    [
      "a fence in the content that is never closed",
      "<!-- plan-gate:begin tiers -->\n```\n<!-- plan-gate:end tiers -->\n",
      ['tiers: "```\\n" '],
    ],
    ["the end of another", "<!-- plan-gate:end queue -->\n", ["queue: - it ends here but does not begin"]],
  ])("%s", (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe("parseTotal", () => {
  const read = (line: string): string | null => {
    const total = parseTotal(line);
    return total && `${line.slice(total.start, total.end)} ${total.unit}${total.isApproximate ? " about" : ""}`;
  };

  it.each([
    ["Total: 93 weeks", "93 week"],
    ["Total Timeline: 6-7 weeks", "6-7 week"],
    ["Total estimate: ~2 weeks of focused work", "2 week about"],
    ["Grand total = 12.5 d", "12.5 day"],
    ["Total (core): 3 months", "3 month"],
    ["Total cost: 3 weeks", null],
    ["Total: 9 people", null],
    ["Total: 20+ days", null],
    ["The total: 3 weeks", null],
  ])("%s", (line, expected) => {
    expect(read(line)).toBe(expected);
  });
});

it("reads both ends of a range, and counts of phases", () => {
  expect([parseNumbers("6-7"), parseNumbers("12.5")]).toEqual([
    [6, 7],
    [12.5, 12.5],
  ]);
  const line = "So far 3 of 8 phases are complete";
  const { start, end } = parseDoneCount(line)!;
  expect(line.slice(start, end)).toBe("3 of 8");
  expect(parseDoneCount("3 of 8 tasks are complete")).toBeNull();
});
