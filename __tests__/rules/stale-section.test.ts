import { staleSection } from "../../src/rules/stale-section.js";
import { lines, testRule } from "../kit/test-rule.js";

const TABLE = ["| Phase | Name | Duration |", "|---|---|---|", "| 1 | Pier | 3 weeks |", ""];
const PATH = "Critical path: Phase 1 (3) = 3 weeks left";
const begin = (name: string): string => `<!-- plan-gate:begin ${name} -->`;
const end = (name: string): string => `<!-- plan-gate:end ${name} -->`;

testRule(staleSection, {
  valid: [
    lines(...TABLE),
    lines(...TABLE, begin("critical-path"), "", PATH, "", end("critical-path")),
    // As a formatter leaves it.
    lines(
      ...TABLE,
      begin("tiers"),
      "| Tier | Phases  | Weeks | Decided by | State |",
      "| ---: | :------ | :---- | :--------- | :---- |",
      "|    1 | Phase 1 | 1–3   | Phase 1    | ready |",
      end("tiers"),
    ),
    lines(...TABLE, "```markdown", begin("tiers"), "```"),
  ],
  invalid: [
    {
      plan: lines(...TABLE, begin("critical-path"), end("critical-path"), "Behind"),
      expect: ['5:1 The managed section "critical-path" is out of date.'],
      fixed: lines(...TABLE, begin("critical-path"), "", PATH, "", end("critical-path"), "Behind"),
    },
    {
      plan: lines(...TABLE, begin("tides"), end("tides"), begin("status"), "text"),
      expect: [
        '5:1 The managed section "tides" cannot be kept up to date: there is no such section; there is tiers, timeline, critical-path, gantt, queue, status.',
        '7:1 The managed section "status" cannot be kept up to date: it is never closed.',
      ],
    },
    {
      plan: lines(...TABLE, begin("tiers"), begin("status"), end("status"), end("tiers")),
      expect: [
        '5:1 The managed section "tiers" cannot be kept up to date: it is not closed before "status" begins.',
        '8:1 The managed section "tiers" cannot be kept up to date: it ends here but does not begin.',
        '6:1 The managed section "status" is out of date.',
      ],
      fixed: lines(
        ...TABLE,
        begin("tiers"),
        begin("status"),
        "",
        "0 of 1 phases done; 3 weeks left tier by tier, 3 weeks by dependencies.",
        "",
        end("status"),
        end("tiers"),
      ),
    },
  ],
});
