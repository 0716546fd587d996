import { missingTier } from "../../src/rules/missing-tier.js";
import { lines, testRule } from "../kit/test-rule.js";

const table = (...rows: readonly string[]): string =>
  lines("| Phase | Name | Tier | Depends on | Duration | Status |", "|---|---|---|---|---|---|", ...rows);

testRule(missingTier, {
  valid: [
    table("| 1 | Dock | 1 | none |  |  |", "| 2 | Ferry | 2 | 1 |  |  |"),
    // A plan without tiers, or hardly any.
    table("| 1 | Dock |  | none |  |  |", "| 2 | Ferry |  | 1 |  |  |"),
    table("| 1 | Dock | 1 | none |  |  |", "| 2 | Ferry |  | 1 |  |  |", "| 3 | Crew |  | 1 |  |  |"),
    // Done, set aside, or with a tier that is not one number.
    table("| 1 | Dock | 1 | none |  |  |", "| 2 | Ferry |  | 1 |  | done |", "| 3 | Crew |  | 1 |  | tangent |"),
    table("| 1 | Dock | 1 | none |  |  |", "| 2 | Ferry | Tier 1 or 2 | 1 |  |  |"),
    // What is not finished has no tier at all.
    table("| 1 | Dock | 1 | none |  | done |", "| 2 | Ferry |  | 1 |  |  |"),
  ],
  invalid: [
    {
      plan: table("| 1 | Dock | 1 | none |  |  |", "| 2 | Crew | 1 | none |  |  |", "| 3 | Ferry |  | 1 |  |  |"),
      expect: [
        "5:1 Phase 3 is in no tier, while 2 of 3 unfinished phases are in one; from its dependencies follows Tier 2. " +
          "Give it a tier.",
      ],
    },
    {
      plan: table(
        "| 1 | Dock | 1 | none |  |  |",
        "| 2 | Crew | 1 | none |  |  |",
        "| 3 | Ferry |  | 3a |  |  |",
        "| 3a | Rota | 1 | 3 |  |  |",
      ),
      expect: ["5:1 Phase 3 is in no tier, while 3 of 4 unfinished phases are in one. Give it a tier."],
    },
  ],
});
