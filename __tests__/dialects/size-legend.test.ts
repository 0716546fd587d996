import { describe, expect, it } from "@jest/globals";
import { placeFaults, readMarkdown, stated, textAt } from "../kit/read-markdown.js";

const phases = "## Phase 1: Piers\n\n**Effort:** M\n\n## Phase 2: Ramps\n\n**Effort:** **L** (steel)\n";
const weeks = (text: string): unknown => Object.values(stated(readMarkdown(text))).map((phase) => phase.weeks ?? null);
const notices = (text: string): readonly string[] => readMarkdown(text).notices.map(({ message }) => message);

describe("sizes with a legend", () => {
  it.each([
    ["a line", "S = 1 day, M = 3 days, L = 1-2 weeks"],
    ["a labelled line", "**Effort:** S (<1d), M (1–3d), L (1–2w)"],
    ["a list", "- **S**: 1 day\n- **M**: 3 days\n- **L**: 1-2 weeks"],
    ["a list with words", "- S (small) = 1 day\n- M (medium) = 3 days\n- L (large) = 2 weeks"],
    [
      "a table",
      "| Size | Meaning | Length |\n|---|---|---|\n| S | small | 1 day |\n| M | | 3 days |\n| L | | 2 weeks |",
    ],
    ["a table with a unit above", "| Size | Days |\n|---|---|\n| S | 1 |\n| M | 1-3 |\n| L | 10 |"],
  ])("that is %s", (_, legend) => {
    expect(weeks(`# Plan\n\n${legend}\n\n${phases}`)).toEqual([0.6, 2]);
    expect(weeks(`${phases}\n# Sizes\n\n${legend}\n`)).toEqual([0.6, 2]);
    expect(notices(`# Plan\n\n${legend}\n\n${phases}`)).toEqual([]);
  });

  it("work in tables", () => {
    const text = "S = 1 day, M = 3 days\n\n| Phase | Effort |\n|---|---|\n| 1 | S |\n| 2 | M |\n| 3 | 1 week |\n";
    expect(weeks(text)).toEqual([0.2, 0.6, 1]);
  });

  it("stand where the size stands", () => {
    const text = `S = 1 day, M = 3 days, L = 2 weeks\n\n${phases}`;
    const plan = readMarkdown(text);
    const { duration } = plan.phases.get("1" as never)!;
    expect([duration!.text, textAt(text, duration!.place)]).toEqual(["M = 3 days", "M"]);
    expect(placeFaults(plan, text)).toEqual([]);
  });
});

describe("sizes without", () => {
  const unsaid = "Sizes such as S, M and L are no lengths until the document says how long each is (S = 1 day).";

  it.each([
    ["any", phases],
    ["one for this size", `S = 1 day, M = 3 days\n\n${phases.replace("**Effort:** M", "**Effort:** XL")}`],
    ["one of a single size", `M = 3 days\n\n${phases}`],
    ["one that agrees with itself", `S = 1 day, M = 3 days, L = 2 weeks\n\nM = 1 week, L = 3 weeks\n\n${phases}`],
    ["one outside a fence", `\`\`\`\nS = 1 day, M = 3 days, L = 2 weeks\n\`\`\`\n\n${phases}`],
  ])("%s are no lengths, which is said once", (_, text) => {
    expect(notices(text)).toEqual([unsaid]);
    expect(readMarkdown(text).phases.get("1" as never)!.duration).toBeNull();
  });

  it("leave other fields alone", () => {
    expect(notices("## Phase 1: Piers\n\n**Effort:** TBD\n\n**Priority:** M\n")).toEqual([]);
  });
});

it("a legend below a phase is not that phase's length", () => {
  expect(weeks("## Phase 1: Piers\n\n**Effort:** S (1 day), M (3 days)\n")).toEqual([null]);
});
