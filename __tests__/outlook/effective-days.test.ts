import { describe, expect, it } from "@jest/globals";
import { withEffectiveDays } from "../../src/outlook/effective-days.js";
import { builtAnalysis } from "../kit/built-analysis.js";
import { entry } from "../kit/entry-builder.js";
import { readMarkdown } from "../kit/read-markdown.js";

const PLAN = readMarkdown(
  "## Phase 1: Harbour\n\n**Tier:** 1\n**Duration:** 4 weeks\n\n## Phase 9: Fares\n\n**Tier:** 2\n**Duration:** 2 weeks\n" +
    "**Depends on:** Phase 1\n",
);

/** 2026-11-02 is a Monday. */
function dayOf(effective: string, calendar: { start: string; holidays: string[] } | null): string | null {
  const { plan, schedule } = builtAnalysis({ ...PLAN, breakingChanges: [entry({ effective })] });
  return withEffectiveDays(plan, schedule, calendar).breakingChanges[0]!.effective!.day;
}

describe("the day on which a breaking change takes effect", () => {
  const calendar = { start: "2026-11-02", holidays: [] };

  it.each([
    ["Week 1", "2026-11-02"],
    ["Week 12", "2027-01-18"],
    ["start of Phase 1", "2026-11-02"],
    ["start of phase 9", "2026-11-30"],
    ["start of 9", "2026-11-30"],
    ["start of Phase 7", null],
    ["soon", null],
    ["2026-12-24", "2026-12-24"],
  ])("%s is %s", (text, day) => {
    expect(dayOf(text, calendar)).toBe(day);
  });

  it("follows the holidays and the start", () => {
    expect(dayOf("Week 2", { start: "2026-11-02", holidays: ["2026-11-04"] })).toBe("2026-11-10");
    expect(dayOf("Week 2", { start: "2028-02-24", holidays: [] })).toBe("2028-03-02");
  });

  it("is unknown without a start", () => {
    expect(dayOf("Week 1", null)).toBeNull();
  });
});
