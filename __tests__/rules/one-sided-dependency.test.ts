import { oneSidedDependency } from "../../src/rules/one-sided-dependency.js";
import { lines, testRule } from "../kit/test-rule.js";

const phase = (id: number, ...fields: readonly string[]) => [`### Phase ${id}: Pier ${id}`, "", ...fields, ""];

testRule(oneSidedDependency, {
  valid: [
    // Both say it, in whatever words.
    lines(
      ...phase(1, "- **Blocks:** 2, Phase 3"),
      ...phase(2, "- **Depends on:** 1"),
      ...phase(3, "- **Depends on:** 1"),
    ),
    // Only one direction is ever listed.
    lines(...phase(1), ...phase(2, "- **Depends on:** 1"), ...phase(3, "- **Depends on:** 1, 2")),
    lines(...phase(1, "- **Blocks:** 2, 3"), ...phase(2), ...phase(3)),
    // A range obliges nobody to answer.
    lines(
      ...phase(1, "- **Blocks:** 2"),
      ...phase(2, "- **Depends on:** 1"),
      ...phase(3, "- **Depends on:** Phases 1-2"),
    ),
    // Nobody can say what such a list lacks.
    lines(...phase(1, "- **Blocks:** everything that sails"), ...phase(2, "- **Depends on:** 1")),
    // Over.
    lines(
      ...phase(1, "- **Blocks:** 2"),
      ...phase(2, "- **Depends on:** 1"),
      ...phase(3, "- **Depends on:** 1", "- **Status:** done"),
    ),
    lines(
      ...phase(1, "- **Blocks:** 2", "- **Status:** done"),
      ...phase(2, "- **Depends on:** 1"),
      ...phase(3, "- **Depends on:** 1"),
    ),
  ],
  invalid: [
    {
      plan: lines(
        ...phase(1, "- **Blocks:** 2"),
        ...phase(2, "- **Depends on:** 1"),
        ...phase(3, "- **Depends on:** 1"),
        ...phase(4, "- **Depends on:** Phase 1"),
      ),
      expect: [
        "3:15 Phase 3 says that it depends on Phase 1, but is not in the list of what Phase 1 blocks.",
        "3:15 Phase 4 says that it depends on Phase 1, but is not in the list of what Phase 1 blocks.",
      ],
      fixed: lines(
        ...phase(1, "- **Blocks:** 2, 3, 4"),
        ...phase(2, "- **Depends on:** 1"),
        ...phase(3, "- **Depends on:** 1"),
        ...phase(4, "- **Depends on:** Phase 1"),
      ),
    },
    {
      plan: lines(...phase(1, "- **Blocks:** 3"), ...phase(2), ...phase(3, "- **Depends on:** Phase 2 (moorings)")),
      expect: ["10:19 Phase 1 says that it blocks Phase 3, but is not in the list of what Phase 3 depends on."],
      fixed: lines(
        ...phase(1, "- **Blocks:** 3"),
        ...phase(2),
        ...phase(3, "- **Depends on:** Phase 2, Phase 1 (moorings)"),
      ),
    },
    {
      // Nowhere to add it.
      plan: lines(...phase(1, "- **Blocks:** 2"), ...phase(2, "- **Depends on:** none")),
      expect: ["7:19 Phase 1 says that it blocks Phase 2, but is not in the list of what Phase 2 depends on."],
    },
  ],
});
