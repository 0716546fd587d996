import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { runRules } from "../../src/gate/run-rules.js";
import { defaults } from "../../src/config/defaults.js";
import { analyzePlan } from "../../src/check-plan.js";
import { serviceConflict } from "../../src/rules/service-conflict.js";
import { asked } from "../kit/check-rule.js";
import type { PlanNotation } from "../kit/plan-builder.js";
import { lines, testRule } from "../kit/test-rule.js";

const { messages, pairs } = asked(serviceConflict);
const HEAD = ["| Phase | Tier | Depends on | Modifies |", "|---|---|---|---|"] as const;
const LOCKS = ["", "## Current locks", "", "| Service | Locked by | From | Until |", "|---|---|---|---|"] as const;
const TWO = [...HEAD, "| 1 | 1 | none | Mail |", "| 2 | 1 | none | Mail |"] as const;
const WAY_OUT = "one has to wait for the other, move to another tier, or lock the service for another time.";

testRule(serviceConflict, {
  valid: [
    lines(...HEAD, "| 1 | 1 | none | Mail |", "| 2 | 1 | none | Quay |"),
    lines(...HEAD, "| 1 | 1 | none | Mail |", "| 2 | 2 | none | Mail |"),
    lines(
      ...TWO,
      ...LOCKS,
      "| Mail | Phase 1 | 2026-12-01 | 2026-12-20 |",
      "| Mail | Phase 2 | 2026-12-20 | 2027-01-10 |",
    ),
    lines(...TWO, ...LOCKS, "| Mail | Phase 1 | Week 1 | Week 3 |", "| Mail | Phase 2 | Week 4 | Week 6 |"),
    lines("| Phase | Weeks | Modifies |", "|---|---|---|", "| 1 | 1-3 | Mail |", "| 2 | 4-6 | Mail |"),
  ],
  invalid: [
    { plan: lines(...TWO), expect: [`4:18 Phase 2 and Phase 1 both modify Mail, and both are in Tier 1: ${WAY_OUT}`] },
    {
      plan: lines(
        "| Phase | Weeks | Modifies |",
        "|---|---|---|",
        "| 1 | 1-3 | `Mail Service` |",
        "| 2 | 2-6 | mail-service |",
      ),
      expect: [`4:13 Phase 2 and Phase 1 both modify mail-service, and both are at work in weeks 2 to 3: ${WAY_OUT}`],
    },
    {
      plan: lines(
        ...TWO,
        ...LOCKS,
        "| Mail | Phase 1 | 2026-12-01 | TBD |",
        "| Mail | Phase 2 | 2026-12-20 | 2027-01-10 |",
      ),
      expect: [`4:18 Phase 2 and Phase 1 both modify Mail, and both are in Tier 1: ${WAY_OUT}`],
    },
  ],
});

describe("service-conflict", () => {
  const both = (one: object, other: object): PlanNotation => ({
    A: { modifies: ["Mail"], ...one },
    B: { modifies: ["Mail"], ...other },
  });

  it("is silent where one waits for the other, however long the way", () => {
    expect(
      pairs({
        A: { tier: 1, modifies: ["Mail"] },
        M: { dependsOn: ["A"] },
        B: { tier: 1, modifies: ["Mail"], dependsOn: ["M"] },
      }),
    ).toEqual([]);
  });

  it.each(["done", "deprecated", "tangent"] as const)("does not judge a phase that is %s", (status) => {
    expect(pairs(both({ tier: 1 }, { tier: 1, status }))).toEqual([]);
  });

  it("takes two phases in progress at their word, whatever their tiers", () => {
    expect(messages(both({ tier: 1, status: "in-progress" }, { tier: 2, status: "in-progress" }))).toEqual([
      `Phase B and Phase A both modify Mail, and both are in progress: ${WAY_OUT}`,
    ]);
  });

  it("says nothing of phases without tiers in a plan without dependencies", () => {
    expect(pairs(both({}, {}))).toEqual([]);
    expect(pairs({ ...both({}, {}), C: {}, D: { dependsOn: ["C"] } })).toEqual(["B→A"]);
  });

  it("names every pair, the later phase first", () => {
    const own = { tier: 1, modifies: ["Mail"] };
    expect(pairs({ A: own, B: own, C: own })).toEqual(["B→A", "C→A", "C→B"]);
  });

  it("stays bounded for thousands of phases that modify one service", () => {
    const many = Array.from({ length: 3000 }, (_, i) => [`P-${i}`, { tier: 1, modifies: ["Mail"] }] as const);
    expect(pairs(many)).toHaveLength(20_000);
  });

  it("never depends on the order of the phases", () => {
    const phases = fc.array(fc.record({ tier: fc.integer({ min: 0, max: 2 }), service: fc.constantFrom("X", "Y") }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(phases, (all) => {
        const entries = all.map(({ tier, service }, i) => [`P-${i}`, { tier, modifies: [service] }] as const);
        const unordered = (found: string[]) => found.map((pair) => pair.split("→").sort().join()).sort();
        const expected = all.flatMap((one, i) =>
          all
            .slice(0, i)
            .flatMap((other, j) => (one.tier === other.tier && one.service === other.service ? [`P-${j},P-${i}`] : [])),
        );
        expect(unordered(pairs(entries))).toEqual(expected.sort());
        expect(unordered(pairs([...entries].reverse()))).toEqual(expected.sort());
      }),
    );
  });
});

describe("the severity of service-conflict", () => {
  const severities = (text: string): string[] =>
    runRules(analyzePlan("p", [{ path: "plan.md", text }], defaults.settings), null, defaults, "2026-11-22", [
      serviceConflict,
    ]).map(({ severity }) => severity);
  const table = (column: string): string =>
    lines(`| Phase | Tier | ${column} |`, "|---|---|---|", "| 1 | 1 | Mail |", "| 2 | 1 | Mail |");

  it("is error for what phases say they modify", () => {
    expect(severities(table("Modifies"))).toEqual(["error"]);
  });

  it("is warning for a mere column of services, which may be used only", () => {
    expect(severities(table("Services"))).toEqual(["warning"]);
  });

  it("is error for a column of services that the plan's registry lists", () => {
    const registry = lines(
      "",
      "## Registry",
      "",
      "| Service | Owner | Version |",
      "|---|---|---|",
      "| Mail | Phase 1 | 1 |",
    );
    expect(severities(table("Services") + registry)).toEqual(["error"]);
  });

  it("is warning where tiers were computed, and error for a lock matrix", () => {
    const untiered = lines(
      "| Phase | Depends on | Modifies |",
      "|---|---|---|",
      "| 1 | none | Mail |",
      "| 2 | none | Mail |",
      "| 3 | 1 |  |",
    );
    expect(severities(untiered)).toEqual(["warning"]);
    const matrix = lines(
      "| Phase | Tier |",
      "|---|---|",
      "| 1 | 1 |",
      "| 2 | 1 |",
      "",
      "## Locks",
      "",
      "| Service | Phase 1 | Phase 2 |",
      "|---|---|---|",
      "| Mail | MODIFYING | CREATING |",
    );
    expect(severities(matrix)).toEqual(["error"]);
  });
});
