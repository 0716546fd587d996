import { dependencyOnTangent } from "../../src/rules/dependency-on-tangent.js";
import { lines, testRule } from "../kit/test-rule.js";

const table = (...rows: readonly string[]): string =>
  lines("| Phase | Name | Tier | Depends on | Duration | Status |", "|---|---|---|---|---|---|", ...rows);

testRule(dependencyOnTangent, {
  valid: [
    table("| 1 | Dock | 1 | none |  | not started |", "| 2 | Ferry | 2 | 1 |  | not started |"),
    // Met by the author's word, done already, a tangent itself, or about work that was dropped.
    table("| 1 | Dock | 1 | none |  | tangent |", "| 2 | Ferry | 2 | 1 ✅ |  | not started |"),
    table("| 1 | Dock | 1 | none |  | tangent |", "| 2 | Ferry | 2 | 1 |  | done |"),
    table("| 1 | Dock | 1 | none |  | tangent |", "| 2 | Ferry | 2 | 1 |  | tangent |"),
    table("| 1 | Dock | 1 | none |  | deprecated |", "| 2 | Ferry | 2 | 1 |  | not started |"),
  ],
  invalid: [
    {
      plan: table("| 1 | Dock | 1 | none |  | tangent |", "| 2 | Ferry | 2 | Phase 1, Phase 1 |  | not started |"),
      expect: [
        "4:19 Phase 2 depends on Phase 1, which is a tangent: exploratory work is not scheduled, so nothing holds " +
          "Phase 2 up. Make Phase 1 a phase of the plan, or take it out of the dependencies.",
      ],
    },
  ],
});
