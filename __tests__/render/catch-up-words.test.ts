import { describe, expect, it } from "@jest/globals";
import type { Report } from "../../src/model/report.js";
import { renderMarkdown } from "../../src/render/render-markdown.js";
import { renderText } from "../../src/render/render-text.js";
import { CATCH_UP_GLOSSARY, catchUpInWords } from "../../src/render/shared/catch-up-words.js";
import { checkPlan } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";

const HEAD = ["| Phase | Tier | Depends on | Duration | Status |", "|---|---|---|---|---|"];
const BASE = [
  "| 1 | 0 | none | 3 weeks | done |",
  "| 2 | 1 | 1 | 10 weeks | 50% |",
  "| 3 | 2 | 2 | 4 weeks | not started |",
];

/** The report on a plan to which these rows were added. */
function reportOn(...added: readonly string[]): Report {
  const text = (rows: readonly string[]) => [...HEAD, ...rows, ""].join("\n");
  const head = [{ path: "plan.md", text: text([...BASE, ...added]) }];
  const base = [{ path: "plan.md", text: text(BASE) }];
  return checkPlan({ plans: [{ name: "plan.md", head, base }], config: defaults, today: "2026-11-22" });
}

const words = (...added: readonly string[]): string[] =>
  catchUpInWords(reportOn(...added).plans[0]!, (id) => `Phase ${id}`);

describe("what becomes of a phase added while work is under way", () => {
  it.each([
    [
      "the choice and its price",
      ["| 4 | 1 | 1 | 4 weeks | |"],
      ["Starting Phase 4 beside Phase 2 ends the plan in week 9; pausing it first, for 2 weeks, would cost 2 weeks."],
    ],
    [
      "a pause that is free",
      ["| 4 | 1 | 1 | 20 weeks | |"],
      ["Starting Phase 4 beside Phase 2 ends the plan in week 24; pausing it first, for 10 weeks, would cost nothing."],
    ],
    [
      "several at once",
      ["| 4 | 1 | 1 | 4 weeks | |", "| 5 | 1 | 1 | 2 weeks | |"],
      [
        "Starting Phase 4, Phase 5 beside Phase 2 ends the plan in week 9; pausing it first, for 2 weeks, would cost 2 weeks.",
      ],
    ],
    [
      "the queue",
      ["| 4 | 2 | 2 | 4 weeks | |"],
      ["Phase 4: in the queue of Tier 2, waiting for Phase 2, and for Tier 1 to be done, ready in week 6."],
    ],
    ["Tier 0", ["| 4 | 0 | none | 2 weeks | |"], ["Phase 4: in Tier 0, which goes first; every later tier waits."]],
    [
      "an end that is only a lower bound",
      ["| 4 | 1 | 1 | 4 weeks | |", "| 5 | 3 | 3 | | |"],
      [
        "Starting Phase 4 beside Phase 2 ends the plan not before week 9; pausing it first, for 2 weeks, would cost 2 weeks.",
        "Phase 5: in the queue of Tier 3, waiting for Phase 3, and for Tier 1 to be done, ready in week 10.",
      ],
    ],
  ])("says %s", (_, added, expected) => {
    expect(words(...added)).toEqual(expected);
  });

  it("is silent where nothing was added", () => {
    expect(words()).toEqual([]);
  });

  it("counts what it does not name", () => {
    const many = Array.from({ length: 9 }, (_, index) => `| ${index + 4} | 2 | 2 | 1 week | |`);
    expect(words(...many)).toHaveLength(7);
    expect(words(...many).at(-1)).toBe("And 3 more phases in the queue.");
  });

  it("stands in both formats, with one line for a reader who does not know the words", () => {
    const report = reportOn("| 4 | 1 | 1 | 4 weeks | |");
    const markdown = renderMarkdown(report, {
      budget: "comment",
      version: "1.0.0",
      links: null,
      rulesUrl: null,
      detailsUrl: null,
    });
    expect(markdown).toContain(`_${CATCH_UP_GLOSSARY}_`);
    expect(markdown).toContain("Starting Phase 4 beside Phase 2 ends the plan in week 9;");
    const text = renderText(report, { color: false, width: 200 });
    expect(text).toContain("Added while work is under way\n  Starting Phase 4 beside Phase 2 ends the plan in week 9;");
  });
});
