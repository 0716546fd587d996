import { describe, expect, it } from "@jest/globals";
import { comparePlans } from "../../src/compare/compare-plans.js";
import type { BreakingChange } from "../../src/model/plan.js";
import { backdatedAnnouncement } from "../../src/rules/backdated-announcement.js";
import { builtAnalysis } from "../kit/built-analysis.js";
import { entry } from "../kit/entry-builder.js";
import { plan } from "../kit/plan-builder.js";
import { lines, testRule } from "../kit/test-rule.js";

const table = (announced: string) =>
  lines(
    "## Breaking changes",
    "",
    "| Service | Change | Announced | Effective |",
    "|---|---|---|---|",
    `| Berths | metres become feet | ${announced} | 2027-01-15 |`,
  );

testRule(backdatedAnnouncement, {
  valid: [
    { plan: table("2026-11-22"), base: lines("# Plan") },
    { plan: table("2026-11-21"), base: lines("# Plan") },
    { plan: table("2026-10-01"), base: table("2026-10-01") },
    { plan: table("2026-11-01"), base: table("2026-10-01") },
    table("2026-10-01"),
  ],
  invalid: [
    {
      plan: table("2026-11-20"),
      base: lines("# Plan"),
      expect: [
        "5:33 The breaking change of Berths (metres become feet) says it was announced on 2026-11-20, but this change brings it, and base has never held it. 2026-11-22 passes.",
      ],
      fixed: table("2026-11-22"),
    },
    {
      plan: table("2026-10-01"),
      base: table("2026-11-01"),
      expect: [
        "5:33 The breaking change of Berths (metres become feet) says it was announced on 2026-10-01, but base says on 2026-11-01. 2026-11-01 passes.",
      ],
      fixed: table("2026-11-01"),
    },
    {
      plan: table("2026-10-01"),
      base: table("TBD"),
      expect: [
        "5:33 The breaking change of Berths (metres become feet) says it was announced on 2026-10-01, but base does not say when it was announced. 2026-11-22 passes.",
      ],
      fixed: table("2026-11-22"),
    },
  ],
});

describe("backdated-announcement", () => {
  const judged = (head: BreakingChange, base: readonly BreakingChange[], today: string) => {
    const [before, after] = [base, [head]].map((breakingChanges) => builtAnalysis(plan({}, { breakingChanges })));
    const comparison = comparePlans(before!, after!);
    return [...backdatedAnnouncement.check(comparison, { today, comparison })];
  };

  it("gives a day of grace over the ends of months and years", () => {
    expect(judged(entry({ announced: "2028-02-29" }), [], "2028-03-01")).toEqual([]);
    expect(judged(entry({ announced: "2027-02-27" }), [], "2027-03-01")).toHaveLength(1);
    expect(judged(entry({ announced: "2026-12-31" }), [], "2027-01-01")).toEqual([]);
  });

  it("has nothing to say of an entry without a day, or that goes", () => {
    expect(judged(entry({ announced: "soon" }), [], "2026-11-22")).toEqual([]);
    expect(judged(entry(), [entry({ announced: "2026-11-01" })], "2026-11-22")).toEqual([]);
  });
});
