import { describe, expect, it } from "@jest/globals";
import { missingContract } from "../../src/rules/missing-contract.js";
import { asked } from "../kit/check-rule.js";
import { lines, testRule } from "../kit/test-rule.js";

const { messages } = asked(missingContract);

const HEAD = ["| Phase | Tier | Depends on | Status | Outputs |", "|---|---|---|---|---|"];
const table = (...rows: readonly string[]): string => lines(...HEAD, ...rows);
const WITH = "| 9 | 0 | none | done | Mail |";

testRule(missingContract, {
  valid: [
    table("| 1 | 0 | none | | Mail |", "| 2 | 1 | 1 | | |"),
    // No phase states any.
    table("| 1 | 0 | none | | |", "| 2 | 1 | 1 | | |"),
    // Nobody waits, those who do are over, or stand in the same tier.
    table(WITH, "| 1 | 0 | none | | |"),
    table(WITH, "| 1 | 0 | none | | |", "| 2 | 1 | 1 | done | |"),
    table(WITH, "| 1 | 1 | none | | |", "| 2 | 1 | 1 | | |"),
    // It was done before.
    table(WITH, "| 1 | 0 | none | done | |", "| 2 | 1 | 1 | | |"),
    {
      base: table(WITH, "| 1 | 0 | none | done | |", "| 2 | 1 | 1 | | |"),
      plan: table(WITH, "| 1 | 0 | none | done | |", "| 2 | 1 | 1 | in progress | |"),
    },
    {
      base: table(WITH, "| 1 | 0 | none | | |", "| 2 | 1 | 1 | | |"),
      plan: table(WITH, "| 1 | 0 | none | done | Seats |", "| 2 | 1 | 1 | | |"),
    },
  ],
  invalid: [
    {
      plan: table(WITH, "| 1 | 0 | none | | |", "| 2 | 1 | 1 | | |"),
      expect: ["4:1 Phase 1 does not say what it hands on to Phase 2."],
    },
    {
      base: table(WITH, "| 1 | 0 | none | | |", "| 2 | 1 | 1 | | |"),
      plan: table(WITH, "| 1 | 0 | none | done | |", "| 2 | 1 | 1 | | |"),
      expect: ["4:1 Phase 1 is done and does not say what it hands on to Phase 2."],
    },
  ],
});

describe("missing-contract", () => {
  it("goes by computed tiers where none are declared, and names a few of many", () => {
    const waiting = Object.fromEntries(["B", "C", "D", "E", "F", "G"].map((id) => [id, { dependsOn: ["A"] }]));
    expect(messages({ X: { outputs: ["Mail"] }, A: {}, ...waiting })).toEqual([
      "Phase A does not say what it hands on to Phase B, Phase C, Phase D, Phase E and 2 more.",
    ]);
  });

  it("takes no guess for a dependency", () => {
    const guessed = { dependsOn: [{ id: "A", evidence: "inferred" as const }] };
    expect(messages({ X: { outputs: ["Mail"] }, A: {}, B: guessed })).toEqual([]);
  });
});
