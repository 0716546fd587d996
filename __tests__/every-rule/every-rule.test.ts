import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { checkPlan } from "../../src/check-plan.js";
import { defaults } from "../../src/config/defaults.js";
import { rules } from "../../src/rules/index.js";

const documents = (side: "base" | "head") => [
  { path: "docs/PLAN.md", text: readFileSync(`__tests__/every-rule/${side}/docs/PLAN.md`, "utf8") },
];
const { findings } = checkPlan({
  plans: [{ name: "docs/PLAN.md", head: documents("head"), base: documents("base") }],
  config: defaults,
  today: "2026-11-22",
});

/** One plan with everything wrong: rules must not get in each other's way. */
describe("a plan that breaks every rule", () => {
  it("is told so by each, new in head, and once for each thing that is wrong", () => {
    const found = findings.map(({ ruleId, phases, place, isNew }) => {
      const who = phases.length > 0 ? phases.join(" → ") : `line ${place.line}`;
      return `${ruleId}: ${who}${isNew ? "" : " (on base)"}`;
    });
    expect(found.sort()).toEqual(FOUND);
    expect([...new Set(findings.map(({ ruleId }) => ruleId))].sort()).toEqual(
      rules.filter(({ about }) => about !== "policy").map(({ id }) => id),
    );
  });

  it("is shown every way out there is", () => {
    const ways = findings.flatMap(({ ruleId, fix, toPaste }) => [
      ...(fix ? [`${ruleId}: ${fix.title}`] : []),
      ...(toPaste === undefined ? [] : [`${ruleId}: ${toPaste}`]),
    ]);
    expect(ways.sort()).toEqual(WAYS);
  });
});

const FOUND: readonly string[] = [
  "backdated-announcement: line 37",
  "backdated-announcement: line 39",
  "backdated-announcement: line 45",
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
  "major-version: line 38",
  "major-version: line 39",
  "missing-checkpoint: 14 → 1",
  "missing-checkpoint: 4 → 1",
  "missing-contract: 14",
  "missing-contract: 16",
  "missing-contract: 5",
  "missing-tier: 16",
  "new-phase-position: 10 → 5",
  "one-sided-dependency: 4 → 10",
  "parallel-claim: 5 → 4",
  "redundant-dependency: 5 → 4",
  "registry-drift: line 69",
  "removed-with-dependents: 21 → 8",
  "reopened-dependency: 14 → 15",
  "service-conflict: 13 → 6",
  "short-deprecation: line 45",
  "short-lock: 4",
  "short-notice: line 37",
  "stale-claim: 4",
  "stale-section: line 60",
  "started-early: 17 → 16",
  "tier-inversion: 5 → 10",
  "tier-zero: 4",
  "unannounced-breaking-change: line 38",
  "undeclared-dependency: 7 → 13",
  "unknown-dependency: 8",
  "unmet-requirement: 6 → 2",
  "unregistered-service: 14",
  "unregistered-service: 15",
  "unregistered-service: 16",
  "unregistered-service: 2",
  "unregistered-service: 20",
  "unregistered-service: 22",
];
const WAYS: readonly string[] = [
  "backdated-announcement: say that it was announced on 2026-11-22",
  "backdated-announcement: say that it was announced on 2026-11-22",
  "backdated-announcement: say that it was announced on 2026-11-22",
  "could-start-earlier: move Phase 13 to Tier 1",
  "intra-tier-dependency: Option A: move Phase 9 to Tier 2",
  "one-sided-dependency: add Phase 10 to what Phase 4 blocks",
  "short-deprecation: remove it on 2026-12-20, the first day that passes",
  "short-lock: keep the lock until 2027-02-08",
  "short-notice: let it take effect on 2026-12-06, the first day that passes",
  'stale-section: write the section "status" again',
  "tier-inversion: Option A: move Phase 5 to Tier 4, Phase 7 to Tier 5 and Phase 8 to Tier 5",
  "unannounced-breaking-change: | InventoryService | seats get a deck | 3.1.0 → 4.0.0 | 2026-11-22 | 2027-01-11 | 3 | 5, 6 |  |",
  "undeclared-dependency: add Phase 13 to what Phase 7 depends on",
];
