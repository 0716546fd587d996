import { describe, expect, it } from "@jest/globals";
import { conflictingFacts } from "../../src/rules/conflicting-facts.js";
import type { FactConflict } from "../../src/model/plan.js";
import { asked } from "../kit/check-rule.js";
import { place } from "../kit/plan-builder.js";
import { lines, testRule } from "../kit/test-rule.js";

const { check, messages } = asked(conflictingFacts);

const row = (duration: string, status = "", tier = "") => [
  "| Phase | Name | Tier | Duration | Status |",
  "|---|---|---|---|---|",
  `| 1 | Timetable | ${tier} | ${duration} | ${status} |`,
  "",
];
const both = (duration: string, field: string, status = "", tier = "") =>
  lines(...row(duration, status, tier), "### Phase 1: Timetable", "", field);

testRule(conflictingFacts, {
  valid: [
    // The same in other words.
    both("4 weeks", "**Duration:** 1 month"),
    both("", "**Status:** Complete", "✅"),
    both("10 days", "**Duration:** 2w"),
    // A length inside a range, and within 10 % of it.
    both("3-5 weeks", "**Duration:** 4 weeks"),
    both("20 weeks", "**Duration:** 21 weeks"),
    // Effort and time that passes.
    both("2 weeks", "**Effort:** 120 hours"),
    lines("### Phase 1: Timetable", "", "- **Duration:** 2 weeks", "- **Effort:** 6 weeks"),
    // Both can be true.
    both("", "**Status:** In progress", "⬜"),
    both("", "**Status:** Blocked", "not started"),
    both("", "**Status:** In progress", "🔴"),
    // Not stated, or not readable.
    both("TBD", "**Duration:** 4 weeks"),
    both("", "**Tier:** N/A", "", "2"),
    // Another thing of the same number.
    lines(...row("4 weeks"), "### Phase 1: Mooring works", "", "**Duration:** 9 weeks"),
    // A part of the phase.
    lines(...row("4 weeks"), "### Phase 1: Timetable", "", "#### Drafting", "", "**Duration:** 1 week"),
    // One duration in two units, by the working week or by the calendar.
    lines(...row("18 months (72 weeks)")),
    lines(...row("1 month (20 days)")),
    lines(...row("1 month (30 days)")),
    lines(...row("12-15 weeks (368-476 hours)")),
    lines(...row("6 months (2 weeks of tests at the end)")),
    // A percentage of something else.
    lines(...row("4 weeks", "✅ Complete, tests cover 94% of it")),
    lines(...row("4 weeks", "60% complete")),
    lines(...row("4 weeks", "✅ 100%")),
    // How long it was to take no longer matters.
    both("4 weeks", "**Duration:** 9 weeks", "✅"),
  ],
  invalid: [
    {
      plan: both("4 weeks", "**Duration:** 7 weeks"),
      expect: [
        `3:22 Phase 1 has the duration "4 weeks" here and "7 weeks" in line 7; "7 weeks" counts, because the phase's own section goes before a table row.`,
      ],
    },
    {
      plan: both("", "**Tier:** 2", "", "Tier 1"),
      expect: [
        `3:24 Phase 1 has the tier "1" here and "2" in line 7; "2" counts, because the phase's own section goes before a table row.`,
      ],
    },
    {
      plan: lines("### Phase 1: Timetable (Weeks 1-4)", "", "### Phase 2: Fares", "", "", ...windows("Week 2-6")),
      expect: [
        `8:19 Phase 1 has the window "Week 2-6" here and "Weeks 1-4" in line 1; "Weeks 1-4" counts, because the phase's own section goes before a table row.`,
      ],
    },
    {
      plan: lines("### Phase 1: Timetable (4 weeks)", "", "**Duration:** 6 weeks"),
      expect: [
        '3:15 Phase 1 has the duration "6 weeks" here and "4 weeks" in line 1; "4 weeks" counts, because the first of two places alike goes before the other.',
      ],
    },
    {
      plan: lines(...row("", "done"), "", ...row("", "not started")),
      expect: [
        '8:25 Phase 1 has the status "not started" here and "done" in line 3; "done" counts, because the first of two places alike goes before the other.',
      ],
    },
    {
      plan: lines("- [x] **Phase 1: Timetable** - to print", "", ...row("", "Not started")),
      expect: [
        '1:3 Phase 1 has the status "[x]" here and "Not started" in line 5; "Not started" counts, because a table row goes before a list entry.',
      ],
    },
    {
      plan: both("", "**Status:** 40%", "60%"),
      expect: [
        `3:25 Phase 1 has the progress "60%" here and "40%" in line 7; "40%" counts, because the phase's own section goes before a table row.`,
      ],
    },
    {
      plan: lines(...row("18 months (60 weeks)")),
      expect: [
        '3:22 Phase 1 is said to take "18 months" and "60 weeks", which are not one length; "60 weeks" counts, because the finer unit is the more exact.',
      ],
    },
    {
      plan: lines(...row("", "✅ 60%")),
      expect: ['3:25 Phase 1 is marked as done ("✅") with "60%"; it counts as unfinished.'],
    },
    {
      plan: lines(
        "| Phase | Name | Status | Progress |",
        "|---|---|---|---|",
        "| 1 | Timetable | ✅ Done | 60% |",
        "| 2 | Fares | ✅ Done | 100% |",
      ),
      expect: ['3:19 Phase 1 is marked as done ("✅ Done") with "60%"; it counts as unfinished.'],
    },
  ],
});

function windows(window: string): string[] {
  return ["| Phase | Name | Window |", "|---|---|---|", `| 1 | Timetable | ${window} |`];
}

describe("conflicting-facts", () => {
  const conflict = (changed: Partial<FactConflict> = {}): FactConflict => ({
    fact: "status",
    kept: { text: "done", place: { ...place(2), path: "docs/status.md" }, mention: "row" },
    other: { text: "in progress", place: place(1), mention: "section" },
    reason: "status-document",
    ...changed,
  });

  it("names the other document, and says that the status document goes before", () => {
    expect(check({ 1: { model: { conflicts: [conflict()] } } })).toEqual([
      {
        place: place(1),
        message:
          'Phase 1 has the status "in progress" here and "done" in docs/status.md:2; "done" counts, because the status document goes before all others.',
        phases: ["1"],
        subject: "status in progress plan.md",
        related: [{ place: { ...place(2), path: "docs/status.md" }, message: '"done" counts' }],
      },
    ]);
  });

  it("says one thing once", () => {
    expect(messages({ 1: { model: { conflicts: [conflict(), conflict()] } } })).toHaveLength(1);
  });

  it("shortens what is long", () => {
    const kept = { ...conflict().kept, text: "done ".repeat(100) };
    expect(messages({ 1: { model: { conflicts: [conflict({ kept })] } } })[0]!.length).toBeLessThan(400);
  });
});
