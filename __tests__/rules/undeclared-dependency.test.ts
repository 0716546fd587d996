import { undeclaredDependency } from "../../src/rules/undeclared-dependency.js";
import { lines, testRule } from "../kit/test-rule.js";

const HEAD = ["| Phase | Depends on | Status | Input requirements |", "|---|---|---|---|"];
const table = (...rows: readonly string[]): string => lines(...HEAD, ...rows);

testRule(undeclaredDependency, {
  valid: [
    table("| 1 | none | | |", "| 2 | 1 | | RouteApi from Phase 1 |"),
    table("| 1 | none | | |", "| 2 | 1 | | |", "| 3 | 2 | | RouteApi from Phase 1 |"),
    table("| 1 | none | done | |", "| 2 | none | | RouteApi from Phase 1 |"),
    table("| 1 | none | | |", "| 2 | none | done | RouteApi from Phase 1 |"),
    table("| 1 | none | tangent | |", "| 2 | none | | RouteApi from Phase 1 |"),
    table("| 1 | none | | RouteApi from Phase 1 |", "| 2 | 1 | | |"),
    table("| 1 | none | | |", "| 2 | 1 | | RouteApi from Phase 9 |"),
  ],
  invalid: [
    {
      plan: table("| 1 | none | | |", "| 2 | 1 | | |", "| 3 | 1 | | RouteApi from Phase 2 |"),
      expect: ["5:27 Phase 3 requires RouteApi from Phase 2, but does not depend on Phase 2."],
      fixed: table("| 1 | none | | |", "| 2 | 1 | | |", "| 3 | 1, 2 | | RouteApi from Phase 2 |"),
    },
    {
      // Several at once are one edit; `none` gives way.
      plan: table(
        "| 1 | none | | |",
        "| 2 | none | | |",
        "| 3 | none | | Mail from Phase 1, Seats (Phase 2), Log from Phase 1 |",
      ),
      expect: [
        "5:26 Phase 3 requires Mail and Log from Phase 1, but does not depend on Phase 1.",
        "5:42 Phase 3 requires Seats from Phase 2, but does not depend on Phase 2.",
      ],
      fixed: table(
        "| 1 | none | | |",
        "| 2 | none | | |",
        "| 3 | Phase 1, Phase 2 | | Mail from Phase 1, Seats (Phase 2), Log from Phase 1 |",
      ),
    },
    {
      // What would make a circle is for a person to untie.
      plan: table("| 1 | 2 | | |", "| 2 | none | | Mail from Phase 1 |"),
      expect: ["4:26 Phase 2 requires Mail from Phase 1, but does not depend on Phase 1."],
    },
    {
      // The list names other things, too.
      plan: table("| 1 | none | | |", "| 2 | a permit | | Mail from Phase 1 |"),
      expect: ["4:30 Phase 2 requires Mail from Phase 1, but does not depend on Phase 1."],
    },
    {
      plan: lines(
        "| Phase | Name |",
        "|---|---|",
        "",
        "## Phase 1: Base",
        "- **Depends on:** None",
        "## Phase 2: Next",
        "- **Depends on:** Phase 1",
        "## Phase 3: Last",
        "- **Depends on:** Phase 1",
        "### Input requirements",
        "| Service | From |",
        "|---|---|",
        "| Mail | Phase 2 |",
      ),
      expect: ["13:10 Phase 3 requires Mail from Phase 2, but does not depend on Phase 2."],
      fixed: lines(
        "| Phase | Name |",
        "|---|---|",
        "",
        "## Phase 1: Base",
        "- **Depends on:** None",
        "## Phase 2: Next",
        "- **Depends on:** Phase 1",
        "## Phase 3: Last",
        "- **Depends on:** Phase 1, Phase 2",
        "### Input requirements",
        "| Service | From |",
        "|---|---|",
        "| Mail | Phase 2 |",
      ),
    },
  ],
});
