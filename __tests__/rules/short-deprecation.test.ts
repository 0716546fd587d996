import { describe, expect, it } from "@jest/globals";
import { shortDeprecation } from "../../src/rules/short-deprecation.js";
import { checkEntries } from "../kit/check-rule.js";
import { entry } from "../kit/entry-builder.js";
import { lines, testRule } from "../kit/test-rule.js";

const table = (deprecated: string, removed: string) =>
  lines(
    "## Deprecations",
    "",
    "| Service | Deprecated | Removed |",
    "|---|---|---|",
    `| PaperTicket | ${deprecated} | ${removed} |`,
  );

testRule(shortDeprecation, {
  valid: [
    { plan: table("2026-11-22", "2026-12-20"), base: lines("# Plan") },
    { plan: table("2026-11-22", ""), base: lines("# Plan") },
    { plan: table("2026-10-01", "2026-11-30"), base: table("2026-10-01", "2026-11-30") },
    table("2026-02-01", "2026-03-01"),
  ],
  invalid: [
    {
      plan: table("2026-10-01", "2026-12-19"),
      base: lines("# Plan"),
      expect: [
        "5:30 PaperTicket is removed on 2026-12-19, 27 days after 2026-11-22, the first day on which base can hold this entry; at least 28 days of deprecation are required. It passes from 2026-12-20 on.",
      ],
      fixed: table("2026-10-01", "2026-12-20"),
    },
    {
      plan: table("2028-02-01", "2028-02-28"),
      expect: [
        "5:30 PaperTicket is removed on 2028-02-28, 27 days after 2028-02-01, the day it was announced; at least 28 days of deprecation are required. It passes from 2028-02-29 on.",
      ],
      fixed: table("2028-02-01", "2028-02-29"),
    },
  ],
});

describe("short-deprecation", () => {
  const judged = (kind: "change" | "removal", deprecationDays: number) =>
    checkEntries(shortDeprecation, [entry({ kind, announced: "2026-11-22", effective: "2026-12-06" })], [], {
      deprecationDays,
    });

  it("judges removals only, by the configured number of days", () => {
    expect(judged("change", 28)).toEqual([]);
    expect(judged("removal", 28)).toHaveLength(1);
    expect(judged("removal", 14)).toEqual([]);
  });
});
