import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { staleClaim } from "../../src/rules/stale-claim.js";
import { judge, lines, testRule } from "../kit/test-rule.js";

const plan = (...said: readonly string[]): string =>
  lines(
    "| Phase | Name | Tier | Depends on | Duration | Status |",
    "|---|---|---|---|---|---|",
    "| 1 | Pier | 0 | none | 3 weeks | done |",
    "| 2 | Ramp | 1 | 1 | 2 weeks | not started |",
    "| 3 | Locks | 1 | 1 | 6 weeks | not started |",
    "| 4 | Radio | 2 | 2 | 4 weeks | not started |",
    "",
    ...said,
  );

testRule(staleClaim, {
  valid: [
    plan("Total: 15 weeks (sequential)"),
    plan("Total: 12 weeks one after the other"),
    plan("Total: 13 weeks"),
    plan("Total: 75 days"),
    plan("Total: ~14 weeks"),
    plan("Total: 8-10 weeks"),
    plan("Total: 20 weeks, with a buffer"),
    plan("Total: 20 weeks if the ice holds"),
    plan("## Example", "", "Total: 20 weeks"),
    plan("## Crew training", "", "Total: 2 days"),
    plan("**For example:**", "", "- Total: 20 weeks"),
    plan("Total: 20 hours"),
    plan("Tier 1 completes: Week 9", "", "Tier 1 completes: Week 6", "", "Week 10-13: Tier 2"),
    plan("Week 4-12: Phase 3", "", "Week 1-2: Phase 3 (start)"),
    plan("Week 1-3: Phase 3", "", "Week 5-9: Phase 3"),
    plan("Critical path: Phase 1 → Phase 2 → Phase 4"),
    plan("1 of 4 phases complete", "", "2 of 9 phases complete"),
    lines("## Phase 1: Pier", "", "## Phase 2: Ramp", "", "**Duration:** 2 weeks", "", "# Plan", "", "Total: 9 weeks"),
  ],
  invalid: [
    {
      plan: plan("Total: 20 weeks (sequential)"),
      expect: [
        "8:1 The total is said to be 20 weeks, but the phases take 15 weeks one after the other (what is left: 12 weeks one after the other).",
      ],
      fixed: plan("Total: 15 weeks (sequential)"),
    },
    {
      plan: plan("Total: 20 weeks"),
      expect: [
        "8:1 The total is said to be 20 weeks, but the phases take 15 weeks one after the other, 13 weeks tier by tier and 9 weeks by dependencies (what is left: 12 weeks one after the other, 10 weeks tier by tier and 6 weeks by dependencies).",
      ],
    },
    {
      plan: plan("Tier 1 completes: Week 7"),
      expect: [
        "8:1 Tier 1 is said to end in week 7, but its phases end in week 9 tier by tier, week 11 one after the other and week 9 by dependencies; Phase 3 decides it.",
      ],
      fixed: plan("Tier 1 completes: Week 9"),
    },
    {
      plan: plan("Week 4-6: Phase 3"),
      expect: ['8:1 Phase 3 is given weeks 4–6, 3 weeks, but it takes 6 weeks ("6 weeks").'],
    },
    {
      plan: plan("Critical path: Phase 1 → Phase 3 → Phase 4"),
      expect: [
        "8:1 The critical path is said to run from Phase 3 to Phase 4, but Phase 4 does not wait for Phase 3; the longest path takes 9 weeks: Phase 1 → Phase 2 → Phase 4.",
      ],
    },
    {
      plan: plan("3 of 4 phases complete"),
      expect: ["8:1 3 of 4 phases are said to be done, but 1 are."],
    },
    {
      plan: lines(
        "| Phase | Name | Duration (days) |",
        "|---|---|---|",
        "| 1 | Pier | 3 |",
        "| 2 | Ramp | 4 |",
        "| Total | | 9 |",
        "",
        "| Phase | Duration |",
        "|---|---|",
        "| 3 | 6 weeks |",
      ),
      expect: ['5:13 The total says "9", but the rows above it add up to 7.'],
      fixed: lines(
        "| Phase | Name | Duration (days) |",
        "|---|---|---|",
        "| 1 | Pier | 3 |",
        "| 2 | Ramp | 4 |",
        "| Total | | 7 |",
        "",
        "| Phase | Duration |",
        "|---|---|",
        "| 3 | 6 weeks |",
      ),
    },
  ],
});

const corpus = (name: string): string => `../shared/corpus/${name}/plan.md`;
const whereThere = existsSync(corpus("avra-parallel-execution-strategy")) ? describe : describe.skip;

whereThere("stale-claim on public plans", () => {
  const linesOf = (name: string): readonly number[] =>
    judge(staleClaim, { plan: readFileSync(corpus(name), "utf8") }).map(({ place }) => place.line);

  it("reports the wrong numbers of the methodology's first timelines and none of the right ones", () => {
    expect(linesOf("avra-parallel-execution-strategy")).toEqual([156, 161, 167, 172, 173, 177, 182]);
  });

  it.each([
    ["wbs-vacaflow", /15\.75 days/],
    ["heading-llm-library", /13\.5 days/],
  ])("reports the critical path of %s", (name, length) => {
    const violations = judge(staleClaim, { plan: readFileSync(corpus(name), "utf8") });
    expect(violations.map(({ message }) => message)).toEqual([expect.stringMatching(length)]);
  });
});
