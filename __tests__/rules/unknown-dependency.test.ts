import { describe, expect, it } from "@jest/globals";
import { unknownDependency } from "../../src/rules/unknown-dependency.js";
import { asked } from "../kit/check-rule.js";
import { place } from "../kit/plan-builder.js";
import { lines, testRule } from "../kit/test-rule.js";

const { check, pairs } = asked(unknownDependency);

testRule(unknownDependency, {
  valid: [
    lines(
      "| Phase | Name | Tier | Depends on | Duration | Status |",
      "|---|---|---|---|---|---|",
      "| 1 | Base |  | none |  |  |",
      "| 2 | Next |  | Phase 1, payment provider |  |  |",
    ),
    lines(
      "| Phase | Name | Tier | Depends on | Duration | Status |",
      "|---|---|---|---|---|---|",
      "| 1 | Base |  | Phase 9 |  | done |",
      "| 2 | Next |  | 1 |  |  |",
    ),
  ],
  invalid: [
    {
      plan: lines(
        "| Phase | Name | Tier | Depends on | Duration | Status |",
        "|---|---|---|---|---|---|",
        "| 1 | Base |  | none |  |  |",
        "| 2 | Next |  | Phase 1, Phase 7 |  |  |",
      ),
      expect: ['4:26 Phase 2 depends on "Phase 7", but this plan has no such phase.'],
    },
  ],
});

describe("unknown-dependency", () => {
  const unresolved = (reason: "unknown-phase" | "text", evidence: "explicit" | "inferred") => [
    { text: "Phase 99", reason, evidence, place: place(1, 11) },
  ];

  it("reports what is shaped like a phase and is none", () => {
    expect(check({ A: { model: { unresolved: unresolved("unknown-phase", "explicit") } } })).toEqual([
      {
        place: place(1, 11),
        message: 'Phase A depends on "Phase 99", but this plan has no such phase.',
        phases: ["A"],
        subject: "Phase 99",
      },
    ]);
  });

  it.each([
    ["free text", { model: { unresolved: unresolved("text", "explicit") } }],
    ["what was read out of prose", { model: { unresolved: unresolved("unknown-phase", "inferred") } }],
    [
      "a phase that is over",
      { status: "done" as const, model: { unresolved: unresolved("unknown-phase", "explicit") } },
    ],
  ])("leaves %s alone", (_, phase) => {
    expect(pairs({ A: phase })).toEqual([]);
  });
});
