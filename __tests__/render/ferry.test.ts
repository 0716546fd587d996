import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { checkPlan } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";
import { renderers } from "../../src/render/index.js";
import { rules } from "../../src/rules/index.js";
import { expectGolden } from "./golden-file.js";

const documents = (side: "base" | "head") => [
  { path: "docs/PLAN.md", text: readFileSync(`examples/ferry/${side}/docs/PLAN.md`, "utf8") },
];
const report = checkPlan({
  plans: [{ name: "docs/PLAN.md", head: documents("head"), base: documents("base") }],
  config: defaults,
  today: "2026-11-22",
});

describe("examples/ferry", () => {
  it("breaks every rule, on purpose and new in head, and none by accident", () => {
    const found = report.findings.map(({ ruleId, phases, place, isNew }) => {
      const who = phases.length > 0 ? phases.join(" → ") : `line ${place.line}`;
      return `${ruleId}: ${who}${isNew ? "" : " (on base)"}`;
    });
    expect(found.sort()).toEqual([
      "blocks-claim: 2 → 5",
      "conflicting-facts: 13",
      "could-start-earlier: 10",
      "could-start-earlier: 13",
      "critical-path-growth: 4",
      "dependency-cycle: 11 → 12",
      "dependency-on-tangent: 20 → 19",
      "done-before-dependency: 18 → 16",
      "in-progress-scope: 2",
      "intra-tier-dependency: 9 → 4",
      "lock-conflict: 9 → 4",
      "lock-needs-update: 3",
      "locked-service: 2 → 3",
      "lost-dependency: 22 → 1",
      "missing-checkpoint: 4 → 1",
      "missing-contract: 5",
      "missing-tier: 16",
      "new-phase-position: 10 → 5",
      "one-sided-dependency: 4 → 10",
      "parallel-claim: 5 → 4",
      "redundant-dependency: 5 → 4",
      "registry-drift: line 54",
      "removed-with-dependents: 21 → 8",
      "reopened-dependency: 14 → 15",
      "service-conflict: 13 → 6",
      "short-lock: 4",
      "short-notice: line 29",
      "short-notice: line 37",
      "stale-claim: 4",
      "stale-section: line 53",
      "started-early: 17 → 16",
      "tier-inversion: 5 → 10",
      "tier-zero: 4",
      "unannounced-breaking-change: line 30",
      "unannounced-breaking-change: line 38",
      "undeclared-dependency: 7 → 13",
      "unknown-dependency: 8",
      "unregistered-service: 6",
      "unmet-requirement: 6 → 2",
    ]);
    expect([...new Set(report.findings.map(({ ruleId }) => ruleId))].sort()).toEqual(
      rules.filter(({ about }) => about !== "policy").map(({ id }) => id),
    );
  });

  it("shows every way out there is", () => {
    const ways = report.findings.flatMap(({ ruleId, fix, toPaste }) => [
      ...(fix ? [`${ruleId}: ${fix.title}`] : []),
      ...(toPaste === undefined ? [] : [`${ruleId}: ${toPaste}`]),
    ]);
    expect(ways.sort()).toEqual([
      "could-start-earlier: move Phase 13 to Tier 1",
      "intra-tier-dependency: Option A: move Phase 9 to Tier 2",
      "one-sided-dependency: add Phase 10 to what Phase 4 blocks",
      "redundant-dependency: take Phase 4 out of what Phase 5 depends on",
      "short-lock: keep the lock until 2027-02-08",
      "short-notice: let it take effect on 2026-12-06, the first day that passes",
      'stale-section: write the section "status" again',
      "tier-inversion: Option A: move Phase 5 to Tier 4, Phase 7 to Tier 5 and Phase 8 to Tier 5",
      "unannounced-breaking-change: | InventoryService | seats get a deck | 3.1.0 → 4.0.0 | 2026-11-22 | 2027-01-11 | 3 | 5, 6 |  |",
      "undeclared-dependency: add Phase 13 to what Phase 7 depends on",
    ]);
  });

  it("looks as it did, in every format", () => {
    const links = { links: null, rulesUrl: null, detailsUrl: null };
    const options = { ...links, budget: "comment" as const, version: "0.1.0", color: false, width: 100 };
    expectGolden("ferry/report.txt", renderers.text(report, options));
    expectGolden("ferry/report.md", renderers.markdown(report, options));
    expectGolden("ferry/report.json", renderers.json(report));
  });
});
