import { describe, expect, it } from "@jest/globals";
import { unmetRequirement } from "../../src/rules/unmet-requirement.js";
import { asked } from "../kit/check-rule.js";
import { lines, testRule } from "../kit/test-rule.js";

const { messages, pairs } = asked(unmetRequirement);

const HEAD = ["| Phase | Depends on | Status | Outputs | Input requirements |", "|---|---|---|---|---|"];
const table = (...rows: readonly string[]): string => lines(...HEAD, ...rows);

testRule(unmetRequirement, {
  valid: [
    // Directly, through others, done without being waited for, its own.
    table("| 1 | none | | RouteApi v2.1 | |", "| 2 | 1 | | | route-api >= 2.0 |"),
    table("| 1 | none | | RouteApi | |", "| 2 | 1 | | | |", "| 3 | 2 | | | RouteApi |"),
    table("| 1 | none | done | RouteApi | |", "| 2 | none | | | RouteApi |"),
    table("| 1 | none | | RouteApi | RouteApi |"),
    // Nobody says what is handed on.
    table("| 1 | none | | | RouteApi |"),
    // Over, from elsewhere, or a sentence.
    table("| 1 | none | | Mail | |", "| 2 | none | done | | RouteApi |"),
    table("| 1 | none | | Mail | |", "| 2 | none | | | Card data from Gate 7 |"),
    table("| 1 | none | | Mail | |", "| 2 | none | | | Everybody knows how to sail a ferry |"),
    // Versions that are not there, cannot be read, or are higher.
    table("| 1 | none | | RouteApi | |", "| 2 | 1 | | | RouteApi v9 |"),
    table("| 1 | none | | RouteApi v3 | |", "| 2 | 1 | | | RouteApi < 3 |"),
    table("| 1 | none | | RouteApi v10.0 | |", "| 2 | 1 | | | RouteApi v9.9 |"),
    // One of two is new enough.
    table("| 1 | none | | RouteApi v1 | |", "| 2 | none | | RouteApi v2 | |", "| 3 | 1, 2 | | | RouteApi v2 |"),
    // The source that is named is not waited for: another rule says so.
    table("| 1 | none | | RouteApi v1 | |", "| 2 | none | | | RouteApi v2 from Phase 1 |"),
    // The source does not say what it hands on.
    table("| 1 | none | | | |", "| 2 | 1 | | Mail | RouteApi from Phase 1 |"),
    // A condition that is no output of the plan.
    lines("## Phase 1: Base", "- **Outputs:** Mail", "## Phase 2: Next", "- **Needs:** a permit, RouteApi"),
  ],
  invalid: [
    {
      plan: table("| 1 | none | | RouteApi v2.1 | |", "| 2 | none | | | RouteApi |"),
      expect: ["4:18 Phase 2 requires RouteApi, which Phase 1 hands on, but waits for no phase that does."],
    },
    {
      plan: table("| 1 | none | | RouteApi v2.0.0-beta.1 | |", "| 2 | 1 | | | RouteApi v2.0 |"),
      expect: ["4:15 Phase 2 requires RouteApi v2.0, but Phase 1 hands on v2.0.0-beta.1."],
    },
    {
      plan: table("| 1 | none | | Mail | |", "| 2 | 1 | | | RouteApi |"),
      expect: ["4:15 Phase 2 requires RouteApi, which no phase of this plan hands on."],
    },
    {
      plan: table("| 1 | none | | Mail | |", "| 2 | none | | RouteApi | |", "| 3 | 1 | | | RouteApi from Phase 1 |"),
      expect: ["5:15 Phase 3 requires RouteApi, which is not among what Phase 1 hands on."],
    },
    {
      // The version of the source that is named counts.
      plan: table(
        "| 1 | none | | RouteApi v1 | |",
        "| 2 | 1 | | RouteApi v2 | |",
        "| 3 | 2 | | | RouteApi v2 (Phase 1) |",
      ),
      expect: ["5:15 Phase 3 requires RouteApi v2, but Phase 1 hands on v1."],
    },
    {
      plan: lines(
        "## Phase 1: Base",
        "- **Outputs:** RouteApi",
        "## Phase 2: Next",
        "- **Needs:** a permit, `RouteApi`",
      ),
      expect: ["4:25 Phase 2 requires RouteApi, which Phase 1 hands on, but waits for no phase that does."],
    },
  ],
});

describe("unmet-requirement", () => {
  it("names who hands it on, each once", () => {
    expect(messages({ A: { outputs: ["Mail"] }, B: { outputs: ["Mail"] }, C: { requires: ["Mail"] } })).toEqual([
      "Phase C requires Mail, which Phase A and Phase B hands on, but waits for no phase that does.",
    ]);
  });

  it("follows dependencies in a circle to their end", () => {
    expect(
      pairs({
        A: { dependsOn: ["B"], requires: ["Mail"] },
        B: { dependsOn: ["A"] },
        C: { outputs: ["Mail"] },
      }),
    ).toEqual(["A→C"]);
  });
});
